import type { Exchange } from '../../domain/exchange.js'
import type { StudyLanguage } from '../../domain/language.js'
import { isCounted } from '../../domain/mistake.js'
import type { Probe } from '../../domain/probe.js'
import type { PublishedRow } from '../../domain/published-row.js'
import { saidError, say } from '../../languages/index.js'
import type { StoredEdition } from '../../ledger/editions.js'
import type { Ledger } from '../../ledger/ledger.js'
import { measuredBrands } from '../../ranking/outcomes.js'
import { isStaff } from '../accounts/role.js'
import type { WebContext } from '../context.js'
import { mayBrandSee } from '../data/embargo.js'
import type { LeagueLine } from '../data/rankings.js'
import type { WebDependencies } from '../dependencies.js'
import { dated } from './dated.js'

/** An edition in a list. */
export function editionLine(edition: StoredEdition) {
  const { configuration } = edition
  const line = {
    id: edition.id,
    title: edition.title,
    state: edition.state,
    brands: measuredBrands(configuration).length,
    scenarios: configuration.scenarios.map(({ id }) => id),
    publishedAt: edition.publishedAt,
    embargoUntil: configuration.edition.embargoUntil,
  }
  return dated(line, 'publishedAt', 'embargoUntil')
}

/** One edition with its grid, files and seal. */
export function editionDetail(dependencies: WebDependencies, edition: StoredEdition, language: StudyLanguage) {
  const { id, version, hash } = edition.configuration.grid
  const files = dependencies.reports.files(edition.id, language).map(({ name, label }) => ({
    name,
    label,
    address: `${dependencies.publicUrl}/editions/${edition.id}/files/${name}`,
  }))
  return {
    ...editionLine(edition),
    grid: { id, version, hash },
    files,
    seal: dependencies.ledger.standings.seal(edition.id)?.root ?? null,
  }
}

/** A line of the league table. */
export function standingLine({ standing, brandName }: Pick<LeagueLine, 'standing' | 'brandName'>) {
  return { ...standing, brandName, families: { ...standing.families } }
}

/** A line of imported history. */
export function historyLine({ figures: _, ...row }: PublishedRow) {
  return row
}

/**
 * Makes sure that the caller may see an edition's exchanges now.
 * @throws ReplymarkError `not-found` or `forbidden`
 */
export function openExchanges({ ledger, now }: WebDependencies, context: WebContext, id: string): void {
  const edition = ledger.editions.require(id)
  if (!isStaff(context.get('visitor')) && !mayBrandSee(edition, now())) {
    throw saidError('forbidden', say('web.exchanges-not-open'))
  }
}

/** An exchange in a list. */
export function exchangeSummary(ledger: Ledger, probe: Probe) {
  const { id, edition, brand, scenario, state, sentAt } = probe
  const mark = ledger.assessments.ofProbe(id)?.mark ?? null
  return dated({ probe: id, edition, brand, scenario, state, sentAt, mark }, 'sentAt')
}

/** One exchange: messages, findings, mistakes, mark. */
export function exchangeDetail(ledger: Ledger, { probe, messages }: Exchange) {
  const assessment = ledger.assessments.ofProbe(probe.id)
  return {
    ...exchangeSummary(ledger, probe),
    question: { subject: probe.mail.subject, text: probe.mail.text },
    messages: messages.map(({ message, reading }) =>
      dated(
        {
          hash: message.hash,
          receivedAt: message.receivedAt,
          kind: reading.kind,
          from: reading.from?.address ?? null,
          subject: reading.subject,
          text: reading.text,
        },
        'receivedAt',
      ),
    ),
    findings: (assessment?.findings ?? []).map(({ criterion, outcome, score, value, unit, message, evidence }) => ({
      criterion,
      outcome,
      score,
      value,
      unit,
      message,
      evidence: evidence.map((span) => ({ ...span })),
    })),
    mistakes: (assessment?.mistakes ?? []).map(({ signs: _signs, ...mistake }) => ({
      ...mistake,
      suggestions: [...mistake.suggestions],
      probability: mistake.probability ?? null,
      counted: isCounted(mistake),
    })),
  }
}
