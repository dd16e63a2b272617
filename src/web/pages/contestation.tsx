/** A contestation and its answer, as a dated timeline; and the form that opens one, for the whole mark or one criterion. */
import type { StudyLanguage } from '../../domain/language.js'
import { inLanguage } from '../../languages/index.js'
import type { Contestation, ContestationDecision } from '../data/contestation.js'
import { formatMoment, formatNumber } from '../format.js'

const WORDS = {
  fr: {
    title: 'La contestation',
    received: 'Reçue',
    markThen: 'note à ce moment',
    waiting: 'Une contestation est ouverte : une personne relit l’échange. Sa réponse paraîtra ici.',
    markNow: 'Note aujourd’hui',
    by: 'par',
    operator: 'l’opérateur de l’étude',
    analyst: 'un analyste de l’étude',
    person: 'une personne de l’étude',
    accept: 'Contestation retenue',
    overrule: 'Contestation retenue, avec une correction',
    dismiss: 'Contestation écartée',
    noReason: 'Aucune raison n’a été écrite ; demandez-la à l’opérateur.',
    contest: 'Contester cette note',
    hint: 'Dites ce qui est inexact. Une personne relira l’échange ; la note et votre commentaire sont conservés.',
    about: 'Ce que vous contestez',
    whole: 'toute la note',
    comment: 'Votre commentaire',
    send: 'Envoyer la contestation',
  },
  en: {
    title: 'The contestation',
    received: 'Received',
    markThen: 'mark at that moment',
    waiting: 'A contestation of this exchange is open: a person reads it again. The answer will appear here.',
    markNow: 'Mark today',
    by: 'by',
    operator: 'the operator of the study',
    analyst: 'an analyst of the study',
    person: 'a person of the study',
    accept: 'Contestation accepted',
    overrule: 'Contestation accepted, with a correction',
    dismiss: 'Contestation dismissed',
    noReason: 'No reason was written; ask the operator for it.',
    contest: 'Contest this mark',
    hint: 'Say what is wrong. A person will read the exchange again; the mark and your comment are kept.',
    about: 'What you contest',
    whole: 'the whole mark',
    comment: 'Your comment',
    send: 'Send the contestation',
  },
} as const

function Decision(props: { decision: ContestationDecision; language: StudyLanguage; timeZone: string }) {
  const { decision, language } = props
  const words = inLanguage(WORDS, language)
  const who = decision.role === 'operator' || decision.role === 'analyst' ? words[decision.role] : words.person
  return (
    <li>
      <strong>{words[decision.decision]}</strong>
      {` · ${formatMoment(decision.at, language, props.timeZone)}, ${words.by} ${who}`}
      <br />
      {decision.comment === '' ? words.noReason : <bdi>{decision.comment}</bdi>}
    </li>
  )
}

/** What was asked and what was answered. */
export function ContestationTimeline(props: { contestation: Contestation; language: StudyLanguage; timeZone: string }) {
  const { contestation, language, timeZone } = props
  const words = inLanguage(WORDS, language)
  const { markThen, markNow, decisions } = contestation
  return (
    <section class="notice">
      <h3>{words.title}</h3>
      <ol class="timeline">
        <li>
          <strong>{words.received}</strong>
          {` · ${formatMoment(contestation.receivedAt, language, timeZone)}`}
          {markThen === null ? '' : `, ${words.markThen} ${formatNumber(markThen, language)}`}
          <br />
          <bdi>{contestation.comment}</bdi>
        </li>
        {decisions.map((decision) => (
          <Decision decision={decision} language={language} timeZone={timeZone} />
        ))}
      </ol>
      {decisions.length === 0 ? (
        <p>{words.waiting}</p>
      ) : (
        <p>{`${words.markNow}${inLanguage({ fr: '\u00a0', en: '' }, language)}: ${formatNumber(markNow, language)}`}</p>
      )}
    </section>
  )
}

/** The form. */
export function ContestForm(props: {
  action: string
  language: StudyLanguage
  criteria: readonly { readonly id: string; readonly title: string }[]
}) {
  const words = inLanguage(WORDS, props.language)
  return (
    <form method="post" action={props.action} class="no-print">
      <h3>{words.contest}</h3>
      <p class="hint">{words.hint}</p>
      <div class="field">
        <label for="contested">{words.about}</label>
        <select id="contested" name="criterion">
          <option value="">{words.whole}</option>
          {props.criteria.map(({ id, title }) => (
            <option value={id}>{title}</option>
          ))}
        </select>
      </div>
      <label for="comment">{words.comment}</label>
      <textarea id="comment" name="comment" required minlength={10} maxlength={4000}></textarea>
      <p>
        <button type="submit" class="primary">
          {words.send}
        </button>
      </p>
    </form>
  )
}
