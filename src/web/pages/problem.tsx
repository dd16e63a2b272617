/** What people see when something went wrong: what happened and what to do. */

import type { StudyLanguage } from '../../domain/language.js'
import { inLanguage } from '../../languages/index.js'
import type { ProblemDocument } from '../error-handler.js'
import { frenchHeading, frenchOf } from './problem-french.js'

/** A sentence in the page's language, or marked as English where there is no French of it. */
function Sentence(props: { text: string; language: StudyLanguage }) {
  const french = inLanguage({ fr: frenchOf(props.text), en: props.text }, props.language)
  return <span lang={french === null ? 'en' : undefined}>{french ?? props.text}</span>
}

/** Heading of the page, which is also its title. */
export function problemHeading(problem: ProblemDocument, language: StudyLanguage): string {
  return inLanguage({ fr: frenchOf(problem.title) ?? frenchHeading(problem.code), en: problem.title }, language)
}

/** The page. */
export function ProblemPage(props: { problem: ProblemDocument; language: StudyLanguage }) {
  const { problem, language } = props
  const heading = problemHeading(problem, language)
  const detailed = problem.status >= 500 || inLanguage({ fr: frenchOf(problem.title) === null, en: false }, language)
  return (
    <>
      <h1>{heading}</h1>
      {detailed ? (
        <p>
          <Sentence text={problem.detail} language={language} />
        </p>
      ) : null}
      {problem.hint ? (
        <p>
          <Sentence text={problem.hint} language={language} />
        </p>
      ) : null}
      {problem.problems ? (
        <ul>
          {problem.problems.map(({ what, todo }) => (
            <li>
              <Sentence text={what} language={language} />{' '}
              <span class="small">
                <Sentence text={todo} language={language} />
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <p>
        <a href="/">{inLanguage({ fr: 'Retour au classement', en: 'Back to the league table' }, language)}</a>
      </p>
    </>
  )
}
