/** Where the running edition stands, read from the ledger. */

import { dayStart, daysBetween } from '../../calendar/days.js'
import type { EditionState } from '../../domain/edition.js'
import type { StudyLanguage } from '../../domain/language.js'
import type { ProbeState } from '../../domain/probe.js'
import { CLOCK_SKEW_MS, DAY_MS, type Instant } from '../../domain/time.js'
import { inLanguage } from '../../languages/index.js'
import type { StoredEdition } from '../../ledger/editions.js'
import type { Visitor } from '../accounts/role.js'
import type { WebDependencies } from '../dependencies.js'
import { sectorTitle } from './names.js'
import { assessmentFailure, matchingFailure, readSending } from './troubles.js'

/** Counts of probes. */
export interface ProbeCounts {
  readonly planned: number
  readonly sent: number
  readonly answered: number
  readonly waiting: number
  /** Bounced, refused, uncertain. */
  readonly troubled: number
}

/** What the page shows. */
export interface DashboardView {
  readonly edition: string
  readonly title: string
  readonly state: EditionState
  /** Day of the edition and its length in days; null outside it. */
  readonly day: { readonly now: number; readonly of: number } | null
  /** True where the edition runs still although its last answer window is over. */
  readonly windowsOver: boolean
  readonly total: ProbeCounts
  readonly sectors: readonly { readonly title: string; readonly counts: ProbeCounts }[]
  readonly openReviews: number
  readonly problems: readonly { readonly what: string; readonly todo: string }[]
  readonly running: boolean
  /** True where the sending service runs in this process, so that it can be started and paused here. */
  readonly sendsHere: boolean
  readonly mayControl: boolean
  /** Hash of what was fixed before the first e-mail, to be made known by the operator; null where nothing was. */
  readonly fixed: string | null
}

/** Sums states into the counts people follow. */
export function countProbes(states: Readonly<Partial<Record<ProbeState, number>>>): ProbeCounts {
  const of = (...names: ProbeState[]) => names.reduce((sum, name) => sum + (states[name] ?? 0), 0)
  return {
    planned: of(
      'planned',
      'sending',
      'sent',
      'answered',
      'unanswered',
      'bounced',
      'refused',
      'undelivered',
      'uncertain',
    ),
    sent: of('sent', 'answered', 'unanswered', 'bounced', 'uncertain'),
    answered: of('answered'),
    waiting: of('sent'),
    troubled: of('bounced', 'refused', 'undelivered', 'uncertain'),
  }
}

/** The edition people work on: the one named, else the newest that is not published, else the newest. */
export function currentEdition(dependencies: WebDependencies, named: string | undefined): StoredEdition | null {
  if (named) return dependencies.ledger.editions.require(named)
  const editions = dependencies.ledger.editions.list()
  return editions.findLast(({ state }) => state !== 'published') ?? editions.at(-1) ?? null
}

function dayOf(edition: StoredEdition, now: Instant): DashboardView['day'] {
  const { sendFrom, sendUntil, answerWindowDays } = edition.configuration.edition
  const start = dayStart(sendFrom)
  const days = daysBetween(sendFrom, sendUntil) + 1 + answerWindowDays
  const day = Math.floor((now - start) / DAY_MS) + 1
  return day >= 1 && day <= days ? { now: day, of: days } : null
}

function problemsOf(
  dependencies: WebDependencies,
  edition: StoredEdition,
  language: StudyLanguage,
): DashboardView['problems'] {
  const states = dependencies.ledger.probes.countByState(edition.id)
  const problems: { what: string; todo: string }[] = []
  const say = (count: number | undefined, fr: [string, string], en: [string, string]) => {
    if (count)
      problems.push({
        what: `${count} ${inLanguage({ fr: fr[0], en: en[0] }, language)}`,
        todo: inLanguage({ fr: fr[1], en: en[1] }, language),
      })
  }
  say(
    states.uncertain,
    ['envoi(s) incertain(s).', 'Jamais renvoyés : tranchez dans « À relire » si aucune preuve ne vient.'],
    ['sending(s) uncertain.', 'Never sent again: decide in “To review” if no evidence comes.'],
  )
  say(
    states.bounced,
    ['message(s) non remis.', 'Vérifiez l’adresse de contact de la marque.'],
    ['mail(s) bounced.', 'Check the contact address of the brand.'],
  )
  say(
    states.refused,
    ['message(s) refusés par le serveur de la marque.', 'Lisez la raison dans l’échange.'],
    ['mail(s) refused by the brand’s server.', 'Read the reason in the exchange.'],
  )
  say(
    states.undelivered,
    [
      'message(s) jamais arrivés de notre fait : ils ne comptent pour personne.',
      'Lisez la raison dans l’échange : réputation de l’hôte, SPF, DKIM et DMARC du domaine, limites du compte. La marque n’a pas reçu la question ; rien ne repart tout seul.',
    ],
    [
      'mail(s) never arrived, for a reason of our own making: they count for nobody.',
      'Read the reason in the exchange: reputation of the host, SPF, DKIM and DMARC of the domain, limits of the account. The brand never got the question; nothing is sent again by itself.',
    ],
  )
  const told = (what: string, fr: string, en: string) => problems.push({ what, todo: inLanguage({ fr, en }, language) })
  for (const { account, failure, clockAheadMs } of readSending(dependencies)) {
    if (failure)
      told(
        `${account}: ${failure.problem}`,
        'Le compte d’envoi ne marche pas : rien ne part, rien n’est perdu. Corrigez-le ; le service réessaie seul.',
        'The sending account does not work: nothing goes, nothing is lost. Mend it; the service tries again by itself.',
      )
    if (clockAheadMs !== null && Math.abs(clockAheadMs) > CLOCK_SKEW_MS)
      told(
        `${account}: ${inLanguage({ fr: 'écart d’horloge', en: 'clock difference' }, language)} ${Math.round(clockAheadMs / 60_000)} min.`,
        'L’horloge de cette machine et celle du serveur de courrier diffèrent : les délais seraient faux. Réglez-la par NTP.',
        'The clock of this machine and that of the mail server differ: delays would come out wrong. Set it by NTP.',
      )
  }
  for (const failure of [assessmentFailure(dependencies, edition.id), matchingFailure(dependencies)])
    if (failure)
      told(
        failure.problem,
        'Cette partie n’a pas pu être notée ; les autres éditions continuent, et le prochain passage réessaie.',
        'This part could not be assessed; other editions go on, and the next round tries again.',
      )
  for (const mailbox of dependencies.service?.mailboxes() ?? []) {
    if (mailbox.state === 'failed') {
      const what = `${mailbox.account}: ${mailbox.problem ?? ''}`
      problems.push({
        what,
        todo: inLanguage(
          { fr: 'Vérifiez l’hôte, le compte et le mot de passe.', en: 'Check host, account and password.' },
          language,
        ),
      })
    }
  }
  return problems
}

/** Reads the view. */
export function readDashboard(
  dependencies: WebDependencies,
  edition: StoredEdition,
  visitor: Visitor | null,
  language: StudyLanguage,
): DashboardView {
  const { ledger } = dependencies
  const { configuration } = edition
  const { sendUntil } = configuration.edition
  const now = dependencies.now()
  const day = dayOf(edition, now)
  const sectorOf = new Map(configuration.brands.map(({ id, sector }) => [id, sector]))
  const bySector = new Map<string, Partial<Record<ProbeState, number>>>(configuration.sectors.map(({ id }) => [id, {}]))
  for (const probe of ledger.probes.ofEdition(edition.id)) {
    const states = bySector.get(sectorOf.get(probe.brand) ?? '')
    if (states) states[probe.state] = (states[probe.state] ?? 0) + 1
  }
  return {
    edition: edition.id,
    title: edition.title,
    state: edition.state,
    day,
    windowsOver: edition.state === 'running' && day === null && dayStart(sendUntil) < now,
    total: countProbes(ledger.probes.countByState(edition.id)),
    sectors: [...bySector].map(([sector, states]) => ({
      title: sectorTitle(configuration, sector, language),
      counts: countProbes(states),
    })),
    openReviews: ledger.reviews.open({ edition: edition.id }).length,
    problems: problemsOf(dependencies, edition, language),
    sendsHere: dependencies.service !== null,
    running: dependencies.service?.isRunning(edition.id) ?? false,
    mayControl: visitor?.role === 'operator',
    fixed: ledger.preregistrations.get(edition.id)?.hash ?? null,
  }
}
