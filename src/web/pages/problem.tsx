/** What people see when something went wrong: what happened and what to do. */
import type { StudyLanguage } from '../../domain/language.js'
import type { ProblemDocument } from '../error-handler.js'
import { frenchHeading, frenchOf } from './problem-french.js'

/** A sentence in the page's language, or marked as English where there is no French of it. */
function Sentence(props: { text: string; language: StudyLanguage }) {
  const french = props.language === 'fr' ? frenchOf(props.text) : props.text
  return <span lang={french === null ? 'en' : undefined}>{french ?? props.text}</span>
}

/** Heading of the page, which is also its title. */
export function problemHeading(problem: ProblemDocument, language: StudyLanguage): string {
  return language === 'fr' ? (frenchOf(problem.title) ?? frenchHeading(problem.code)) : problem.title
}

/** The page. */
export function ProblemPage(props: { problem: ProblemDocument; language: StudyLanguage }) {
  const { problem, language } = props
  const heading = problemHeading(problem, language)
  const detailed = problem.status >= 500 || (language === 'fr' && frenchOf(problem.title) === null)
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
        <a href="/">{language === 'fr' ? 'Retour au classement' : 'Back to the league table'}</a>
      </p>
    </>
  )
}
