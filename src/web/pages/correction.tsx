/** Forms by which staff overrules what nobody doubted, each with a reason: a finding's score, a message's kind, the exchange it belongs to. */
import type { Assessment } from '../../domain/assessment.js'
import type { StudyLanguage } from '../../domain/language.js'
import { MESSAGE_KINDS } from '../../domain/message.js'
import { inLanguage, textIn } from '../../languages/index.js'
import { CRITERION_TITLES, kindInWords } from '../data/names.js'

const WORDS = {
  fr: {
    finding: 'Corriger un constat',
    message: 'Corriger la nature ou l’échange de ce message',
    criterion: 'Critère',
    score: 'Score, de 0 à 1',
    kind: 'Nature',
    probe: 'Échanges (ÉDITION/MARQUE/SCÉNARIO, vide : aucun)',
    reason: 'Motif',
    correct: 'Corriger',
  },
  en: {
    finding: 'Overrule a finding',
    message: 'Overrule the kind or the exchange of this message',
    criterion: 'Criterion',
    score: 'Score, 0 to 1',
    kind: 'Kind',
    probe: 'Exchanges (EDITION/BRAND/SCENARIO; empty: none)',
    reason: 'Reason',
    correct: 'Overrule',
  },
} as const

/** The reason and the button of a form. */
function Reason(props: { id: string; language: StudyLanguage }) {
  const words = inLanguage(WORDS, props.language)
  return (
    <>
      <div>
        <label for={props.id}>{words.reason}</label>
        <input id={props.id} name="comment" required maxlength={1000} />
      </div>
      <button type="submit">{words.correct}</button>
    </>
  )
}

/** Gives a criterion another score. */
export function CorrectFinding(props: {
  address: string
  probe: string
  assessment: Assessment
  language: StudyLanguage
}) {
  const words = inLanguage(WORDS, props.language)
  return (
    <details class="no-print">
      <summary>{words.finding}</summary>
      <form method="post" action={`${props.address}/correct`} class="inline-form">
        <input type="hidden" name="subject" value="finding" />
        <div>
          <label for="correct-criterion">{words.criterion}</label>
          <select id="correct-criterion" name="target">
            {props.assessment.findings.map(({ criterion }) => {
              const titles = CRITERION_TITLES[criterion]
              const title = titles ? textIn(titles, props.language) : criterion
              return <option value={`${props.probe}#${criterion}`}>{title}</option>
            })}
          </select>
        </div>
        <div>
          <label for="correct-score">{words.score}</label>
          <input id="correct-score" name="value" type="number" min="0" max="1" step="0.05" required />
        </div>
        <Reason id="correct-reason" language={props.language} />
      </form>
    </details>
  )
}

/** Says what a message is, or which exchange it belongs to. */
export function CorrectMessage(props: { address: string; hash: string; probe: string; language: StudyLanguage }) {
  const words = inLanguage(WORDS, props.language)
  const id = `correct-${props.hash.slice(0, 12)}`
  return (
    <details class="no-print">
      <summary>{words.message}</summary>
      <form method="post" action={`${props.address}/correct`} class="inline-form">
        <input type="hidden" name="subject" value="kind" />
        <input type="hidden" name="target" value={props.hash} />
        <div>
          <label for={`${id}-kind`}>{words.kind}</label>
          <select id={`${id}-kind`} name="value">
            {MESSAGE_KINDS.map((kind) => (
              <option value={kind}>{kindInWords(kind, props.language)}</option>
            ))}
          </select>
        </div>
        <Reason id={`${id}-kind-reason`} language={props.language} />
      </form>
      <form method="post" action={`${props.address}/correct`} class="inline-form">
        <input type="hidden" name="subject" value="match" />
        <input type="hidden" name="target" value={props.hash} />
        <div>
          <label for={`${id}-probe`}>{words.probe}</label>
          <input id={`${id}-probe`} name="value" value={props.probe} maxlength={1000} />
        </div>
        <Reason id={`${id}-probe-reason`} language={props.language} />
      </form>
    </details>
  )
}
