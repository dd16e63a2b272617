/** What people see when something went wrong: what happened and what to do. */
import type { StudyLanguage } from '../../domain/language.js'
import type { ProblemDocument } from '../error-handler.js'

/** The page. */
export function ProblemPage(props: { problem: ProblemDocument; language: StudyLanguage }) {
  const { problem } = props
  return (
    <>
      <h1>{problem.title}</h1>
      {problem.status >= 500 ? <p>{problem.detail}</p> : null}
      {problem.hint ? <p>{problem.hint}</p> : null}
      {problem.problems ? (
        <ul>
          {problem.problems.map(({ what, todo }) => (
            <li>
              {what} <span class="small">{todo}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <p>
        <a href="/">{props.language === 'fr' ? 'Retour au classement' : 'Back to the league table'}</a>
      </p>
    </>
  )
}
