/** One exchange: left, the conversation as it happened; right, the mark taken apart, each finding with its evidence. */

import type { Assessment } from '../../domain/assessment.js'
import type { Exchange, ReceivedMessage } from '../../domain/exchange.js'
import type { Finding } from '../../domain/finding.js'
import type { StudyLanguage, Texts } from '../../domain/language.js'
import { isCounted, type Mistake } from '../../domain/mistake.js'
import { HOUR_MS } from '../../domain/time.js'
import { inLanguage, textIn, titleIn } from '../../languages/index.js'
import { ERASED } from '../../ledger/erased-forms.js'
import { signInWords } from '../../reading/kind/signs/sign-words.js'
import { unreadInWords } from '../../scoring/unread-words.js'
import type { Contestation } from '../data/contestation.js'
import { kindInWords } from '../data/names.js'
import type { WaitingMessage } from '../data/proofs.js'
import { formatHours, formatMoment, formatNumber, NO_FIGURE } from '../format.js'
import { ContestationTimeline, ContestForm } from './contestation.js'
import { CorrectFinding, CorrectMessage } from './correction.js'
import { HighlightedText } from './highlighted-text.js'

/** What the page shows. */
export interface ExchangeView {
  readonly exchange: Exchange
  /** By message: whether the sender’s domain vouches for it, in one sentence. */
  readonly proofs: Readonly<Record<string, Texts>>
  /** Messages that do not count until a person decides; staff sees them. */
  readonly waiting: readonly WaitingMessage[]
  readonly assessment: Assessment | null
  /** Hash of the message whose text was marked; null where no reply came. */
  readonly markedMessage: string | null
  readonly brandName: string
  readonly scenarioTitle: string
  readonly timeZone: string
  /** Title of each criterion and family by id. */
  readonly titles: Readonly<Record<string, Texts>>
  readonly weights: Readonly<Record<string, number>>
  /** True where the visitor may dismiss mistakes; brands contest instead. */
  readonly mayDismiss: boolean
  readonly mayContest: boolean
  /** The brand's contestation and its answer; null where there is none. */
  readonly contestation: Contestation | null
}

const WORDS = {
  fr: {
    conversation: 'La conversation',
    ours: 'Notre message',
    from: 'De',
    sent: 'Envoyé',
    received: 'Reçu',
    after: '{hours} plus tard',
    quoted: 'Texte cité',
    signature: 'Signature',
    waiting: 'En attente d’une personne',
    waitingHint: 'Ces messages connaissent cet échange et ne comptent pas tant que personne n’a décidé.',
    erased: 'Texte effacé à la demande d’une personne ; la note reste.',
    boilerplate: 'Mentions et bandeaux',
    source: 'Source brute',
    html: 'Version HTML',
    mark: 'La note',
    noAnswer: 'Aucune réponse dans le délai : la note est 0.',
    pending: 'Cet échange n’est pas encore noté.',
    outOf: 'sur',
    inconclusive: 'non concluant',
    mistakes: 'Fautes relevées',
    possibleMistakes: 'Fautes possibles (non comptées)',
    noMistakes: 'Aucune faute relevée.',
    dismiss: 'Écarter',
    whyKind: 'Pourquoi : une personne répond à {share} %, d’après ces signes',
    weight: 'poids',
    attachments: 'Pièces jointes',
    fromFile: 'Une partie du texte vient de :',
    keys: 'Au clavier : Tab parcourt les critères et éclaire leurs preuves.',
  },
  en: {
    conversation: 'The conversation',
    ours: 'Our message',
    from: 'From',
    sent: 'Sent',
    received: 'Received',
    after: '{hours} later',
    quoted: 'Quoted text',
    signature: 'Signature',
    waiting: 'Waiting for a person',
    waitingHint: 'These messages know this exchange and do not count until somebody decides.',
    erased: 'Text erased at a person’s request; the mark stays.',
    boilerplate: 'Notices and banners',
    source: 'Raw source',
    html: 'HTML version',
    mark: 'The mark',
    noAnswer: 'No answer inside the window: the mark is 0.',
    pending: 'This exchange has no mark yet.',
    outOf: 'out of',
    inconclusive: 'inconclusive',
    mistakes: 'Mistakes found',
    possibleMistakes: 'Possible mistakes (not counted)',
    noMistakes: 'No mistake found.',
    dismiss: 'Dismiss',
    whyKind: 'Why: a person answers with {share} %, by these signs',
    weight: 'weight',
    attachments: 'Attachments',
    fromFile: 'Part of the text comes from:',
    keys: 'By keyboard: Tab walks through the criteria and lights up their evidence.',
  },
} as const

/** Name of an attachment behind a space; nothing where it has none. */
function fileOf(reading: ReceivedMessage['reading'], attachment: number | null) {
  const name = attachment === null ? '' : (reading.attachments[attachment]?.fileName ?? '')
  return name === '' ? null : <bdi> {name}</bdi>
}

function Aside(props: { label: string; text: string }) {
  if (!props.text) return null
  return (
    <details>
      <summary>{props.label}</summary>
      <div class="body">{props.text}</div>
    </details>
  )
}

/** Why the message was taken for what it is: the probability that a person answers, and the signs that weighed most. */
function KindSigns(props: { reading: ReceivedMessage['reading']; language: StudyLanguage }) {
  const { kindSigns = [], replyProbability } = props.reading
  if (kindSigns.length === 0 || replyProbability === undefined) return null
  const words = inLanguage(WORDS, props.language)
  return (
    <details>
      <summary>{words.whyKind.replace('{share}', String(Math.round(replyProbability * 100)))}</summary>
      <ul>
        {kindSigns.map(({ sign, weight }) => (
          <li>
            {formatWeight(weight, props.language)} · <bdi>{textIn(signInWords(sign), props.language)}</bdi>
          </li>
        ))}
      </ul>
    </details>
  )
}

function formatWeight(weight: number, language: StudyLanguage): string {
  return `${weight >= 0 ? '+' : '−'}${formatNumber(Math.abs(weight), language, 2)}`
}

function Received(props: { view: ExchangeView; received: ReceivedMessage; language: StudyLanguage; address: string }) {
  const { view, received, language } = props
  const { message, reading } = received
  const words = inLanguage(WORDS, language)
  const marked = message.hash === view.markedMessage
  const hours = view.exchange.probe.sentAt === null ? null : (message.receivedAt - view.exchange.probe.sentAt) / HOUR_MS
  return (
    <>
      {hours === null ? null : <div class="gap">{words.after.replace('{hours}', formatHours(hours, language))}</div>}
      <article class="mail">
        <header>
          <span class="tag">{kindInWords(reading.kind, language)}</span> {words.from} <bdi>{reading.from?.name}</bdi>{' '}
          <bdi>{reading.from?.address}</bdi>
          <br />
          <strong>
            <bdi>{reading.subject}</bdi>
          </strong>{' '}
          · {formatMoment(message.receivedAt, language, view.timeZone)}
        </header>
        {reading.unreadWords ? (
          <p class="hint" role="note">
            {unreadInWords(reading.unreadWords.form)[language]}
            {fileOf(reading, reading.unreadWords.attachment)}
          </p>
        ) : null}
        {reading.textFromFiles?.length ? (
          <p class="hint">
            {words.fromFile}
            {reading.textFromFiles.map(({ attachment }) => fileOf(reading, attachment))}
          </p>
        ) : null}
        {view.proofs[message.hash] ? <p class="small">{view.proofs[message.hash]?.[language]}</p> : null}
        {reading.problems.includes(ERASED) ? <p class="hint">{words.erased}</p> : null}
        <HighlightedText
          text={reading.text}
          mistakes={marked ? (view.assessment?.mistakes ?? []).filter(isCounted) : []}
          findings={marked ? (view.assessment?.findings ?? []) : []}
        />
        <KindSigns reading={reading} language={language} />
        <Aside label={words.signature} text={reading.signature} />
        <Aside label={words.quoted} text={reading.quoted} />
        <Aside label={words.boilerplate} text={reading.boilerplate} />
        {reading.attachments.length > 0 ? (
          <Aside
            label={words.attachments}
            text={reading.attachments.map((one) => `${one.fileName} · ${one.contentType} · ${one.size}`).join('\n')}
          />
        ) : null}
        <p class="small no-print">
          <a href={`${props.address}/source/${message.hash}`}>{words.source}</a>
        </p>
        {view.mayDismiss ? (
          <CorrectMessage
            address={props.address}
            hash={message.hash}
            probe={view.exchange.probe.id}
            language={language}
          />
        ) : null}
        <details class="no-print">
          <summary>{words.html}</summary>
          <iframe
            class="mail-html"
            sandbox=""
            loading="lazy"
            title={words.html}
            src={`${props.address}/html/${message.hash}`}
          ></iframe>
        </details>
      </article>
    </>
  )
}

function FindingLine(props: { finding: Finding; view: ExchangeView; language: StudyLanguage }) {
  const { finding, view, language } = props
  const score = finding.outcome === 'scored' ? `${formatNumber(finding.score * 100, language, 0)} %` : NO_FIGURE
  const weight = view.weights[finding.criterion]
  return (
    <div class="finding" tabindex={0} data-criterion={finding.criterion}>
      <span class="score">{score}</span>
      <strong>{titleIn(view.titles[finding.criterion], language) ?? finding.criterion}</strong>{' '}
      <span class="small">
        {weight === undefined ? '' : `${inLanguage(WORDS, language).weight} ${formatNumber(weight, language, 0)}`}
      </span>
      <p>{textIn(finding.message, language)}</p>
    </div>
  )
}

function Mistakes(props: { view: ExchangeView; language: StudyLanguage; address: string }) {
  const { view, language } = props
  const words = inLanguage(WORDS, language)
  const all = view.assessment?.mistakes ?? []
  const mistakes = all.filter(isCounted)
  const possible = all.filter((mistake) => !isCounted(mistake))
  if (!view.markedMessage) return null
  return (
    <>
      <h3>{words.mistakes}</h3>
      {mistakes.length === 0 ? <p>{words.noMistakes}</p> : null}
      <ul>
        {mistakes.map((mistake) => (
          <li>
            <mark class={`mistake ${mistake.category}`}>{mistake.text}</mark>
            {mistake.suggestions.length > 0 ? ` → ${mistake.suggestions.slice(0, 3).join(', ')}` : ''} ·{' '}
            {mistake.message}{' '}
            <span class="small">{`${mistake.category} · ${mistake.rule}${probabilityOf(mistake, language)}`}</span>
            {view.mayDismiss ? (
              <form method="post" action={`${props.address}/dismiss`} class="no-print" data-dismiss>
                <input type="hidden" name="mistake" value={`${mistake.start}-${mistake.end}`} />
                <button type="submit" class="quiet">
                  {words.dismiss}
                  <span class="visually-hidden">{` “${mistake.text}”`}</span>
                </button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
      {possible.length > 0 ? (
        <>
          <h4>{words.possibleMistakes}</h4>
          <ul>
            {possible.map((mistake) => (
              <li>
                {mistake.text}
                {mistake.suggestions.length > 0 ? ` → ${mistake.suggestions.slice(0, 3).join(', ')}` : ''} ·{' '}
                {mistake.message} <span class="small">{`${mistake.rule}${probabilityOf(mistake, language)}`}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}

/** “ · 84 %”; empty where the engine says no probability. */
function probabilityOf({ probability }: Mistake, language: StudyLanguage): string {
  return probability === undefined ? '' : ` · ${formatNumber(100 * probability, language, 0)} %`
}

/** The page. */
export function ExchangePage(props: { view: ExchangeView; language: StudyLanguage }) {
  const { view, language } = props
  const words = inLanguage(WORDS, language)
  const { probe, messages } = view.exchange
  const address = `/exchanges/${probe.id}`
  const mark = view.assessment?.mark ?? null
  return (
    <>
      <h1>{`${view.brandName} · ${view.scenarioTitle}`}</h1>
      <div class="columns">
        <section aria-labelledby="conversation">
          <h2 id="conversation">{words.conversation}</h2>
          <article class="mail">
            <header>
              <span class="tag">{words.ours}</span> {probe.fromName} → {probe.recipient}
              <br />
              <strong>{probe.mail.subject}</strong>
              {probe.sentAt === null ? '' : ` · ${formatMoment(probe.sentAt, language, view.timeZone)}`}
            </header>
            <div class="body">{probe.mail.text}</div>
          </article>
          {messages.map((received) => (
            <Received view={view} received={received} language={language} address={address} />
          ))}
          {view.waiting.length > 0 ? (
            <>
              <h3>{words.waiting}</h3>
              <p class="hint">{words.waitingHint}</p>
              {view.waiting.map((received) => (
                <>
                  <p class="notice">{received.reason}</p>
                  <Received view={view} received={received} language={language} address={address} />
                </>
              ))}
            </>
          ) : null}
        </section>
        <section aria-labelledby="mark">
          <h2 id="mark">{words.mark}</h2>
          {view.assessment ? (
            <>
              <dl class="figures">
                <div>
                  <dt>{words.mark}</dt>
                  <dd>
                    {mark === null ? words.inconclusive : formatNumber(mark, language)}{' '}
                    <small>{`${words.outOf} 100`}</small>
                  </dd>
                </div>
                {view.assessment.families.map((family) => (
                  <div>
                    <dt>{titleIn(view.titles[family.family], language) ?? family.family}</dt>
                    <dd>
                      {formatNumber(family.points, language)} <small>{`${words.outOf} ${family.outOf}`}</small>
                    </dd>
                  </div>
                ))}
              </dl>
              {view.markedMessage ? null : <p class="notice">{words.noAnswer}</p>}
              <p class="small no-print">{words.keys}</p>
              {view.assessment.findings.map((finding) => (
                <FindingLine finding={finding} view={view} language={language} />
              ))}
              {view.mayDismiss ? (
                <CorrectFinding address={address} probe={probe.id} assessment={view.assessment} language={language} />
              ) : null}
              <Mistakes view={view} language={language} address={address} />
            </>
          ) : (
            <p class="empty">{words.pending}</p>
          )}
          {view.contestation ? (
            <ContestationTimeline contestation={view.contestation} language={language} timeZone={view.timeZone} />
          ) : view.mayContest && view.assessment ? (
            <ContestForm
              action={`${address}/contest`}
              language={language}
              criteria={view.assessment.findings
                .filter(({ outcome }) => outcome === 'scored')
                .map(({ criterion }) => ({
                  id: criterion,
                  title: titleIn(view.titles[criterion], language) ?? criterion,
                }))}
            />
          ) : null}
        </section>
      </div>
    </>
  )
}
