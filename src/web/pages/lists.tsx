/** Plain lists for staff: exchanges, audit log, health. */

import type { StudyLanguage } from '../../domain/language.js'
import type { Probe } from '../../domain/probe.js'
import { inLanguage } from '../../languages/index.js'
import type { AuditEntry } from '../../ledger/audit.js'
import type { DeadLetter, QueueCounts } from '../../queue/queue.js'
import type { SendingHealth } from '../data/troubles.js'
import type { MailboxHealth } from '../dependencies.js'
import { formatMoment, formatNumber, NO_FIGURE } from '../format.js'
import { Scroll } from './scroll.js'

const WORDS = {
  fr: {
    exchanges: 'Échanges',
    brand: 'Marque',
    scenario: 'Scénario',
    state: 'État',
    sent: 'Envoyé',
    mark: 'Note /100',
    none: 'Aucun échange encore : ils apparaîtront quand l’édition sera prévue.',
    filter: 'État',
    all: 'tous',
    apply: 'Filtrer',
    more: 'Suite',
    states: {
      planned: 'prévu',
      sending: 'en cours d’envoi',
      sent: 'envoyé',
      answered: 'répondu',
      unanswered: 'sans réponse',
      bounced: 'non remis',
      refused: 'refusé',
      undelivered: 'non remis, de notre fait',
      uncertain: 'incertain',
      cancelled: 'annulé',
      void: 'écarté',
    },
    audit: 'Journal',
    when: 'Quand',
    who: 'Qui',
    what: 'Quoi',
    on: 'Sur',
    noAudit: 'Rien n’a encore été fait.',
    health: 'Boîtes, file, registre',
    mailbox: 'Boîte',
    sending: 'Compte d’envoi',
    working: 'marche',
    failing: 'en panne depuis',
    lastSent: 'Dernier envoi',
    clock: 'Avance de notre horloge (s)',
    last: 'Dernière relève',
    problem: 'Problème',
    noService: 'Le service de collecte ne tourne pas dans ce processus. « replymark run » le lance avec ces pages.',
    queue: 'File : {waiting} en attente, {running} en cours, {failed} en échec.',
    givenUp: 'Abandonné, repris au prochain passage',
    attempts: 'Essais',
    ledger: 'Registre : {messages} messages, {bytes} Mo de pièces, intégrité {sound}.',
    sound: 'bonne',
    unsound: 'à vérifier',
  },
  en: {
    exchanges: 'Exchanges',
    brand: 'Brand',
    scenario: 'Scenario',
    state: 'State',
    sent: 'Sent',
    mark: 'Mark /100',
    none: 'No exchange yet: they appear when the edition is planned.',
    filter: 'State',
    all: 'all',
    apply: 'Filter',
    more: 'More',
    states: {
      planned: 'planned',
      sending: 'sending',
      sent: 'sent',
      answered: 'answered',
      unanswered: 'unanswered',
      bounced: 'bounced',
      refused: 'refused',
      undelivered: 'not delivered, our fault',
      uncertain: 'uncertain',
      cancelled: 'cancelled',
      void: 'taken out',
    },
    audit: 'Audit log',
    when: 'When',
    who: 'Who',
    what: 'What',
    on: 'On',
    noAudit: 'Nothing has been done yet.',
    health: 'Mailboxes, queue, ledger',
    mailbox: 'Mailbox',
    sending: 'Sending account',
    working: 'works',
    failing: 'fails since',
    lastSent: 'Last mail',
    clock: 'Our clock ahead by (s)',
    last: 'Last poll',
    problem: 'Problem',
    noService: 'The collecting service does not run in this process. `replymark run` starts it with these pages.',
    queue: 'Queue: {waiting} waiting, {running} running, {failed} failed.',
    givenUp: 'Given up, tried again with the next round',
    attempts: 'Attempts',
    ledger: 'Ledger: {messages} messages, {bytes} MB of evidence, integrity {sound}.',
    sound: 'sound',
    unsound: 'to be checked',
  },
} as const

/** A line of the list of exchanges. */
export interface ExchangeLine {
  readonly probe: Probe
  readonly brandName: string
  readonly scenarioTitle: string
  readonly mark: number | null
}

/** A table of exchanges, each with a link to its page. */
export function ExchangeTable(props: { lines: readonly ExchangeLine[]; language: StudyLanguage }) {
  const words = inLanguage(WORDS, props.language)
  return (
    <Scroll label={words.exchanges}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.brand}</th>
            <th scope="col">{words.scenario}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.sent}</th>
            <th scope="col" class="number">
              {words.mark}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.lines.map(({ probe, brandName, scenarioTitle, mark }) => (
            <tr>
              <td>{brandName}</td>
              <th scope="row">
                <a href={`/exchanges/${probe.id}`}>{scenarioTitle}</a>
              </th>
              <td>{words.states[probe.state]}</td>
              <td>{probe.sentAt === null ? NO_FIGURE : formatMoment(probe.sentAt, props.language)}</td>
              <td class="number">{formatNumber(mark, props.language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

/** The list of exchanges of an edition, by state, a page at a time. */
export function ExchangesPage(props: {
  language: StudyLanguage
  edition: string
  state: string
  lines: readonly ExchangeLine[]
  /** Address of the next page; null on the last. */
  next: string | null
}) {
  const words = inLanguage(WORDS, props.language)
  return (
    <>
      <h1>{`${words.exchanges} · ${props.edition}`}</h1>
      <form class="inline-form no-print" data-filter>
        <input type="hidden" name="edition" value={props.edition} />
        <div>
          <label for="state">{words.filter}</label>
          <select id="state" name="state">
            <option value="">{words.all}</option>
            {Object.entries(words.states).map(([state, label]) => (
              <option value={state} selected={state === props.state}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <button type="submit">{words.apply}</button>
      </form>
      {props.lines.length === 0 ? (
        <p class="empty">{words.none}</p>
      ) : (
        <ExchangeTable lines={props.lines} language={props.language} />
      )}
      {props.next ? (
        <p>
          <a class="button" href={props.next}>
            {words.more}
          </a>
        </p>
      ) : null}
    </>
  )
}

/** The audit log, newest first. */
export function AuditPage(props: {
  language: StudyLanguage
  entries: readonly (AuditEntry & { readonly sequence: number })[]
  next: string | null
}) {
  const words = inLanguage(WORDS, props.language)
  return (
    <>
      <h1>{words.audit}</h1>
      {props.entries.length === 0 ? <p class="empty">{words.noAudit}</p> : null}
      <Scroll label={words.audit}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.when}</th>
              <th scope="col">{words.who}</th>
              <th scope="col">{words.what}</th>
              <th scope="col">{words.on}</th>
            </tr>
          </thead>
          <tbody>
            {props.entries.map((entry) => (
              <tr>
                <td>{formatMoment(entry.at, props.language)}</td>
                <td>{entry.actor}</td>
                <td>{entry.action}</td>
                <td>{entry.target}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {props.next ? (
        <p>
          <a class="button" href={props.next}>
            {words.more}
          </a>
        </p>
      ) : null}
    </>
  )
}

/** Health of mailboxes, queue and ledger. */
export function HealthPage(props: {
  language: StudyLanguage
  mailboxes: readonly MailboxHealth[] | null
  sending: readonly SendingHealth[]
  queue: (QueueCounts & { readonly letters?: readonly DeadLetter[] }) | null
  messages: number
  evidenceBytes: number
  sound: boolean
}) {
  const words = inLanguage(WORDS, props.language)
  const count = (value: number) => formatNumber(value, props.language, 0)
  // The newest of many: an engine's server that is down gives up a whole edition.
  const letters = props.queue?.letters?.slice(-50) ?? []
  return (
    <>
      <h1>{words.health}</h1>
      {props.mailboxes === null ? <p class="notice">{words.noService}</p> : null}
      {props.mailboxes && props.mailboxes.length > 0 ? (
        <Scroll label={words.mailbox}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.mailbox}</th>
                <th scope="col">{words.state}</th>
                <th scope="col">{words.last}</th>
                <th scope="col">{words.problem}</th>
              </tr>
            </thead>
            <tbody>
              {props.mailboxes.map((mailbox) => (
                <tr>
                  <th scope="row">{mailbox.account}</th>
                  <td>{mailbox.state}</td>
                  <td>{mailbox.lastPollAt === null ? NO_FIGURE : formatMoment(mailbox.lastPollAt, props.language)}</td>
                  <td>{mailbox.problem ?? NO_FIGURE}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      ) : null}
      {props.sending.length > 0 ? (
        <Scroll label={words.sending}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.sending}</th>
                <th scope="col">{words.state}</th>
                <th scope="col">{words.lastSent}</th>
                <th scope="col">{words.problem}</th>
                <th scope="col" class="number">
                  {words.clock}
                </th>
              </tr>
            </thead>
            <tbody>
              {props.sending.map(({ account, failure, lastHandedAt, clockAheadMs }) => (
                <tr>
                  <th scope="row">{account}</th>
                  <td>{failure ? `${words.failing} ${formatMoment(failure.since, props.language)}` : words.working}</td>
                  <td>{lastHandedAt === null ? NO_FIGURE : formatMoment(lastHandedAt, props.language)}</td>
                  <td>{failure ? <bdi>{failure.problem}</bdi> : NO_FIGURE}</td>
                  <td class="number">
                    {clockAheadMs === null ? NO_FIGURE : formatNumber(clockAheadMs / 1_000, props.language, 0)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      ) : null}
      {props.queue ? (
        <p>
          {words.queue
            .replace('{waiting}', count(props.queue.waiting))
            .replace('{running}', count(props.queue.running))
            .replace('{failed}', count(props.queue.dead))}
        </p>
      ) : null}
      {letters.length > 0 ? (
        <Scroll label={words.givenUp}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.givenUp}</th>
                <th scope="col">{words.attempts}</th>
                <th scope="col">{words.problem}</th>
              </tr>
            </thead>
            <tbody>
              {letters.map((letter) => (
                <tr>
                  <th scope="row">{letter.key.split(':').slice(0, 4).join(' ')}</th>
                  <td>{count(letter.attempts)}</td>
                  <td>{letter.reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      ) : null}
      <p>
        {words.ledger
          .replace('{messages}', count(props.messages))
          .replace('{bytes}', formatNumber(props.evidenceBytes / 1_000_000, props.language))
          .replace('{sound}', props.sound ? words.sound : words.unsound)}
      </p>
    </>
  )
}
