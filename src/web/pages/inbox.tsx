/** Mail that matches no exchange: staff reads it and gives an answer to the exchange it belongs to, with a reason. */
import type { StudyLanguage } from '../../domain/language.js'
import type { UnmatchedMail } from '../../editions/unmatched-mail.js'
import { inLanguage } from '../../languages/index.js'
import { kindInWords } from '../data/names.js'
import { formatMoment } from '../format.js'

const WORDS = {
  fr: {
    title: 'Courrier sans échange',
    hint: 'Ce qui n’a été rapproché d’aucun e-mail, et ce que des inconnus ont écrit à nos adresses. Si l’un répond à un e-mail, donnez-le à son échange : la décision est écrite avec son motif, et les notes suivent.',
    empty: 'Rien : chaque message reçu a son échange.',
    probe: 'Échange (ÉDITION/MARQUE/SCÉNARIO)',
    reason: 'Motif',
    assign: 'Attribuer',
    stranger: 'inconnu à notre adresse',
  },
  en: {
    title: 'Mail without an exchange',
    hint: 'What was matched to no e-mail, and what strangers wrote to our addresses. Where one answers an e-mail, give it to its exchange: the decision is written down with its reason, and marks follow.',
    empty: 'Nothing: every message received has its exchange.',
    probe: 'Exchange (EDITION/BRAND/SCENARIO)',
    reason: 'Reason',
    assign: 'Assign',
    stranger: 'stranger at our address',
  },
} as const

/** Characters of a message that are shown. */
const EXCERPT_LENGTH = 600

function Card(props: { mail: UnmatchedMail; language: StudyLanguage }) {
  const { message, reading, match } = props.mail
  const words = inLanguage(WORDS, props.language)
  const id = `mail-${message.hash.slice(0, 12)}`
  return (
    <article class="mail" aria-labelledby={id}>
      <header id={id}>
        <span class="tag">{kindInWords(reading.kind, props.language)}</span>{' '}
        {match.outcome === 'stranger' ? <span class="tag">{words.stranger}</span> : null}{' '}
        <bdi>{reading.from?.address}</bdi> · {formatMoment(message.receivedAt, props.language)}
        <br />
        <strong>
          <bdi>{reading.subject}</bdi>
        </strong>
      </header>
      <p class="small">{match.reason}</p>
      <div class="body">{reading.text.slice(0, EXCERPT_LENGTH)}</div>
      <form method="post" action={`/operator/inbox/${message.hash}`} class="inline-form">
        <div>
          <label for={`${id}-probe`}>{words.probe}</label>
          <input id={`${id}-probe`} name="probe" required maxlength={300} value={match.candidates[0]?.probe ?? ''} />
        </div>
        <div>
          <label for={`${id}-reason`}>{words.reason}</label>
          <input id={`${id}-reason`} name="comment" required maxlength={1000} />
        </div>
        <button type="submit">{words.assign}</button>
      </form>
    </article>
  )
}

/** The page. */
export function InboxPage(props: { mails: readonly UnmatchedMail[]; language: StudyLanguage }) {
  const words = inLanguage(WORDS, props.language)
  return (
    <>
      <h1>{words.title}</h1>
      <p class="hint">{words.hint}</p>
      {props.mails.length === 0 ? <p class="empty">{words.empty}</p> : null}
      {props.mails.map((mail) => (
        <Card mail={mail} language={props.language} />
      ))}
    </>
  )
}
