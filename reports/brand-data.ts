/**
 * What one brand's sheet holds: its marks, every exchange, every lost point with its evidence, the spread of its peers without
 * their names, and what to fix first. For the brand's own eyes: it quotes its answers, with people masked.
 */

import { criterionById } from '../src/criteria/index.js'
import type { Assessment } from '../src/domain/assessment.js'
import { ReplymarkError } from '../src/domain/error.js'
import type { Finding } from '../src/domain/finding.js'
import type { Grid, GridCriterion } from '../src/domain/grid.js'
import type { StudyLanguage, Texts } from '../src/domain/language.js'
import { HOUR_MS } from '../src/domain/time.js'
import { inLanguage } from '../src/languages/index.js'
import type { Ledger } from '../src/ledger/ledger.js'
import { pairedPermutationTwoSidedP } from '../src/ranking/paired-permutation.js'
import { firstReply } from '../src/scoring/build-evidence.js'
import { maskPeople, namesIn } from '../src/text/mask-names.js'
import type { EditionReport, ReportStanding } from './edition-schema.js'

/** Points that one criterion cost in one exchange. */
export interface LostPoints {
  readonly criterion: string
  readonly title: Texts
  /** Points out of 100. */
  readonly points: number
  /** The finding in a sentence, people masked. */
  readonly message: Texts
  /** Places of the answer that the finding speaks of, people masked; empty where it speaks of what is missing. */
  readonly evidence: readonly string[]
}

/** One exchange on the sheet. */
export interface SheetExchange {
  readonly probe: string
  readonly scenario: Texts
  readonly sentAt: number | null
  readonly delayHours: number | null
  readonly mark: number | null
  readonly answered: boolean
  /** Most points first. */
  readonly lost: readonly LostPoints[]
}

/** What a criterion cost over all exchanges. */
export interface Priority {
  readonly criterion: string
  readonly title: Texts
  /** Points of the index that it costs. */
  readonly points: number
  /** Exchanges in which it cost any. */
  readonly exchanges: number
}

/** One brand's sheet. */
export interface BrandSheet {
  readonly standing: ReportStanding
  readonly sectorTitle: Texts
  readonly exchanges: readonly SheetExchange[]
  /** What to fix first: most points first. */
  readonly priorities: readonly Priority[]
  /** Indices of the sector's brands without names, highest first. */
  readonly peers: readonly number[]
  /** p of "nothing changed", paired by scenario with the previous edition; null where there is none. */
  readonly changeP: number | null
}

/** Points lost to no answer at all. */
const NO_ANSWER = {
  id: 'answer',
  title: { fr: 'Aucune réponse', en: 'No answer' },
  message: {
    fr: 'Aucune réponse n’est venue dans la fenêtre : l’échange vaut 0.',
    en: 'No answer came within the window: the exchange is worth 0.',
  },
} as const

/** Longest excerpt in characters. */
const EXCERPT = 160

function titleOf(criterion: string): Texts {
  return criterionById.get(criterion)?.meta.title ?? { fr: criterion, en: criterion }
}

/** What each finding cost: its share of the family's points, as the grid weighs it. */
export function pointsLost(assessment: Assessment, grid: Grid): readonly { finding: Finding; points: number }[] {
  const byId = new Map(assessment.findings.map((finding) => [finding.criterion, finding]))
  return grid.families.flatMap((family) => {
    const counted = family.criteria.flatMap((entry): { entry: GridCriterion; finding: Finding; score: number }[] => {
      const finding = byId.get(entry.id)
      if (!finding || entry.weight === 0) return []
      if (finding.outcome === 'scored') return [{ entry, finding, score: finding.score }]
      const policy = finding.outcome === 'not-available' ? entry.notAvailable : entry.notApplicable
      return policy === 'zero' ? [{ entry, finding, score: 0 }] : []
    })
    const weights = counted.reduce((sum, { entry }) => sum + entry.weight, 0)
    return counted.map(({ entry, finding, score }) => ({
      finding,
      points: weights === 0 ? 0 : (family.weight * entry.weight * (1 - score)) / weights,
    }))
  })
}

function lostOf(assessment: Assessment, grid: Grid, text: string, names: readonly string[]): readonly LostPoints[] {
  return pointsLost(assessment, grid)
    .filter(({ points }) => points >= 0.05)
    .map(({ finding, points }) => ({
      criterion: finding.criterion,
      title: titleOf(finding.criterion),
      points,
      message: Object.fromEntries(
        Object.entries(finding.message).map(([language, text]) => [language, maskPeople(text, names)]),
      ),
      evidence: finding.evidence
        .filter((span) => span.in === undefined || span.in === 'text')
        .map((span) => maskPeople(text.slice(span.start, Math.min(span.end, span.start + EXCERPT)), names)),
    }))
    .sort((a, b) => b.points - a.points || (a.criterion < b.criterion ? -1 : 1))
}

/** p of "nothing changed" between two editions' marks over shared scenarios. */
function changeOf(ledger: Ledger, report: EditionReport, brand: string): number | null {
  const before = report.changes?.before
  if (before === undefined) return null
  const markOf = (edition: string) => {
    const probes = ledger.probes.ofBrand(edition, brand)
    return new Map(probes.map((probe) => [probe.scenario, ledger.assessments.ofProbe(probe.id)?.mark ?? null]))
  }
  const then = markOf(before)
  const differences = [...markOf(report.edition.id)].flatMap(([scenario, mark]) => {
    const earlier = then.get(scenario)
    return mark === null || earlier === null || earlier === undefined ? [] : [mark - earlier]
  })
  return differences.length === 0 ? null : pairedPermutationTwoSidedP(differences, report.edition.seed)
}

/**
 * Gathers a brand's sheet.
 * @throws ReplymarkError `not-found` for a brand that is not in the edition
 */
export function brandSheet(ledger: Ledger, report: EditionReport, brand: string): BrandSheet {
  const standing = report.standings.find((one) => one.brand === brand)
  const { configuration } = ledger.editions.require(report.edition.id)
  const configured = configuration.brands.find((one) => one.id === brand)
  if (!standing || !configured)
    throw new ReplymarkError('not-found', `Edition ${report.edition.id} has no brand ${brand}`, {
      hint: `\`replymark rank --edition ${report.edition.id} --json\` lists them.`,
    })
  const { answerWindowDays } = configuration.edition
  const brandWords = [configured.name, ...configured.aliases, ...configured.domains]
  const scenarios = new Map(configuration.scenarios.map((scenario) => [scenario.id, scenario.title]))
  const exchanges = ledger.probes.ofBrand(report.edition.id, brand).flatMap((probe): SheetExchange[] => {
    const exchange = ledger.matches.exchange(probe.id)
    const assessment = ledger.assessments.ofProbe(probe.id)
    if (!exchange || !assessment) return []
    const reply = firstReply(exchange, answerWindowDays)
    const names = exchange.messages.flatMap(({ reading }) => namesIn(reading, brandWords))
    return [
      {
        probe: probe.id,
        scenario: scenarios.get(probe.scenario) ?? { fr: probe.scenario, en: probe.scenario },
        sentAt: probe.sentAt,
        delayHours: reply && probe.sentAt !== null ? (reply.message.receivedAt - probe.sentAt) / HOUR_MS : null,
        mark: assessment.mark,
        answered: reply !== null,
        lost: reply
          ? lostOf(assessment, configuration.grid, reply.reading.text, names)
          : [
              {
                criterion: NO_ANSWER.id,
                title: NO_ANSWER.title,
                points: 100,
                message: NO_ANSWER.message,
                evidence: [],
              },
            ],
      },
    ]
  })
  const priorities = [
    ...Map.groupBy(
      exchanges.flatMap((exchange) => exchange.lost),
      (lost) => `${lost.criterion} ${lost.title.en}`,
    ),
  ]
    .map(([, list]) => ({
      criterion: list[0]!.criterion,
      title: list[0]!.title,
      points: list.reduce((sum, lost) => sum + lost.points, 0) / Math.max(1, exchanges.length),
      exchanges: list.length,
    }))
    .sort((a, b) => b.points - a.points || (a.criterion < b.criterion ? -1 : 1))
  return {
    standing,
    sectorTitle: report.sectors.find((sector) => sector.id === standing.sector)?.title ?? { fr: '', en: '' },
    exchanges,
    priorities,
    peers: report.standings
      .filter((one) => one.sector === standing.sector && one.brand !== brand)
      .flatMap((one) => one.index.value ?? [])
      .sort((a, b) => b - a),
    changeP: changeOf(ledger, report, brand),
  }
}

/** What to fix first, as sentences. */
export function advice(
  sheet: BrandSheet,
  language: StudyLanguage,
  number: (value: number) => string,
): readonly string[] {
  return sheet.priorities.slice(0, 5).map(({ title, points, exchanges }) =>
    inLanguage(
      {
        fr: `${title.fr} : ${number(points)} points d’indice perdus, dans ${exchanges} échange${exchanges > 1 ? 's' : ''} sur ${sheet.exchanges.length}.`,
        en: `${title.en}: ${number(points)} index points lost, in ${exchanges} of ${sheet.exchanges.length} exchanges.`,
      },
      language,
    ),
  )
}
