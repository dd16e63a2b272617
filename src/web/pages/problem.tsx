/** What people see when something went wrong: what happened and what to do, from the catalogue of their language. */

import { ReplymarkError } from '../../domain/error.js'
import type { StudyLanguage } from '../../domain/language.js'
import type { Said } from '../../domain/said.js'
import { LOG_LANGUAGE, languagePack, say, tell } from '../../languages/index.js'
import { bugOf, statusOf } from '../error-handler.js'

/** A sentence of the page; `foreign` where it is in no catalogue and stands in the language of logs, marked as such. */
interface Sentence {
  readonly text: string
  readonly foreign: boolean
}

/** An error as a page tells it. */
export interface ToldProblem {
  /** Heading and title of the page. */
  readonly heading: string
  readonly sentences: readonly Sentence[]
  /** Everything that stands in the way, each with what to do. */
  readonly problems: readonly { readonly what: Sentence; readonly todo: Sentence }[]
}

/** Tells an error in a language; a bug shows its request id and nothing of its inside. */
export function tellProblem(error: unknown, requestId: string, language: StudyLanguage): ToldProblem {
  const ofCatalogue = (said: Said): Sentence => ({ text: tell(said, language), foreign: false })
  const sentence = (said: Said | undefined, text: string): Sentence =>
    said ? ofCatalogue(said) : { text, foreign: language !== LOG_LANGUAGE }
  if (!(error instanceof ReplymarkError)) {
    const { title, detail } = bugOf(requestId)
    return { heading: tell(title, language), sentences: [ofCatalogue(detail)], problems: [] }
  }
  const { hint, said, problems = [] } = error.details
  const what = sentence(said?.message, error.message)
  const { colon } = languagePack(language).formats
  return {
    heading: what.foreign ? tell(say(`code.${error.code}`), language) : what.text,
    sentences: [
      ...(what.foreign || statusOf(error) >= 500 ? [what] : []),
      ...(hint ? [sentence(said?.hint, hint)] : []),
    ],
    problems: problems.map((one) => {
      const matter = sentence(one.said?.message, one.message)
      const thing = one.said?.thing ? tell(one.said.thing, language) : one.place.thing
      return {
        what: thing ? { ...matter, text: `${thing}${colon}${matter.text}` } : matter,
        todo: sentence(one.said?.hint, one.hint),
      }
    }),
  }
}

function Words(props: { of: Sentence }) {
  return <span lang={props.of.foreign ? LOG_LANGUAGE : undefined}>{props.of.text}</span>
}

/** The page. */
export function ProblemPage(props: { problem: ToldProblem; language: StudyLanguage }) {
  const { problem, language } = props
  return (
    <>
      <h1>{problem.heading}</h1>
      {problem.sentences.map((sentence) => (
        <p>
          <Words of={sentence} />
        </p>
      ))}
      {problem.problems.length > 0 ? (
        <ul>
          {problem.problems.map(({ what, todo }) => (
            <li>
              <Words of={what} />{' '}
              <span class="small">
                <Words of={todo} />
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <p>
        <a href="/">{tell(say('web.back'), language)}</a>
      </p>
    </>
  )
}
