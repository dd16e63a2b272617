/** Shapes of the API, from which validation, types and the OpenAPI description all come. */
import { z } from '@hono/zod-openapi'
import { editionReportSchema } from '../../../reports/edition-schema.js'
import { writtenInstant } from './dated.js'

const instant = z
  .number()
  .int()
  .openapi({ description: 'Milliseconds since 1970-01-01T00:00:00Z', example: 1_767_225_600_000 })
const share = z.number().min(0).max(1)

/** An identifier in a path: short, without characters that mean something elsewhere. */
export const Identifier = z.string().regex(/^[\w.-]{1,100}$/)

/** Problem document (RFC 9457). */
export const Problem = z
  .object({
    type: z.string(),
    code: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    hint: z.string().optional(),
    problems: z.array(z.object({ what: z.string(), todo: z.string() })).optional(),
    requestId: z.string(),
  })
  .openapi('Problem')

const Interval = z.object({ low: z.number(), high: z.number(), level: z.number() })
const Estimate = z
  .object({ value: z.number().nullable(), interval: Interval.nullable(), n: z.number() })
  .openapi('Estimate', { description: 'A figure with its interval and the number of observations behind it' })

/** A line of the league table. */
export const StandingLine = z
  .object({
    edition: z.string(),
    brand: z.string(),
    brandName: z.string(),
    sector: z.string(),
    index: Estimate,
    rank: z.number().int().nullable(),
    rankInterval: Interval.nullable().openapi({
      description: 'Holds for all brands at once, in a market like this one',
    }),
    rankIntervalAlone: Interval.nullable().optional().openapi({ description: 'Holds for this brand taken alone' }),
    rankIntervalStrict: Interval.nullable()
      .optional()
      .openapi({ description: 'Holds for all brands at once whatever their true indices' }),
    shrunkenIndex: z.number().nullable().optional().openapi({ description: 'Index pulled to the mean of all' }),
    reliability: z.number().nullable().optional(),
    sectorRank: z.number().int().nullable(),
    indistinguishableFromWinner: z.boolean().openapi({ description: 'Its rank interval reaches place 1' }),
    responseRate: Estimate,
    fullResponse: z.boolean(),
    silent: z.boolean(),
    within24Hours: Estimate,
    medianDelayHours: Estimate,
    mistakesPer100Words: Estimate,
    flawlessShare: Estimate,
    movement: z.number().int().nullable(),
    indexChange: z.number().nullable(),
    significantMove: z.boolean(),
    families: z.record(z.string(), z.number()),
  })
  .openapi('Standing')

const report = editionReportSchema.shape

/** A sector of an edition. */
export const SectorLine = report.sectors.element.omit({ survival: true })

/** A scenario of an edition. */
export const ScenarioLine = report.scenarios.element

const missing = z.enum(['skip', 'zero', 'inconclusive']).openapi({
  description:
    'What a finding without a score does: left out of the mean of its family, counted as 0, or no mark at all',
})

/** A criterion in the grid of an edition. */
export const WeightLine = z
  .object({
    criterion: z.string(),
    version: z.number().int(),
    title: z.record(z.string(), z.string()),
    family: z.string(),
    familyWeight: z.number().openapi({ description: 'Points of the family; all add up to 100' }),
    weight: z.number().openapi({ description: 'Relative to the other criteria of the family; 0: shown, not counted' }),
    because: z.string(),
    notApplicable: missing,
    notAvailable: missing,
  })
  .openapi('Weight')

/** The mark of an exchange. */
export const MarkLine = report.marks.element.extend({ brandName: z.string() })

/** What a criterion gave an exchange. */
export const FindingLine = z
  .object({
    brand: z.string(),
    brandName: z.string(),
    scenario: z.string(),
    criterion: z.string(),
    version: z.number().int(),
    family: z.string(),
    outcome: z.enum(['scored', 'not-applicable', 'not-available', 'error']),
    score: share.nullable(),
    value: z.number().nullable(),
    unit: z.string().nullable(),
    weight: z.number(),
    familyWeight: z.number(),
  })
  .openapi('Finding')

/** An edition over time. */
export const TrendLine = report.trends.shape.editions.element

/** A brand in an edition over time. */
export const BrandTrendLine = report.trends.shape.brands.element.shape.points.element.extend({
  brand: z.string(),
  brandName: z.string(),
})

/** An edition in a list. */
export const EditionLine = z
  .object({
    id: z.string(),
    title: z.string(),
    state: z.enum(['configured', 'planned', 'running', 'closed', 'published']),
    brands: z.number().int(),
    scenarios: z.array(z.string()),
    publishedAt: instant.nullable(),
    publishedAtIso: writtenInstant.nullable(),
    embargoUntil: instant.nullable(),
    embargoUntilIso: writtenInstant.nullable(),
  })
  .openapi('Edition')

/** One edition. */
export const EditionDetail = EditionLine.extend({
  grid: z.object({ id: z.string(), version: z.number(), hash: z.string() }),
  files: z.array(z.object({ name: z.string(), label: z.string(), address: z.string() })),
  seal: z.string().nullable(),
}).openapi('EditionDetail')

/** A brand's name. */
export const BrandLine = z.object({ id: z.string(), name: z.string() }).openapi('Brand')

/** A line of imported history. */
export const HistoryLine = z
  .object({
    series: z.string(),
    year: z.number().int(),
    brand: z.string(),
    printedName: z.string(),
    sector: z.string().nullable(),
    rank: z.number().nullable(),
    sectorRank: z.number().nullable(),
    score: z.number().nullable(),
    source: z.string(),
  })
  .openapi('HistoryLine')

/** A brand over the editions. */
export const BrandDetail = BrandLine.extend({
  standings: z.array(StandingLine),
  history: z.array(HistoryLine),
}).openapi('BrandDetail')

const BilingualText = z.record(z.string(), z.string())

/** A criterion. */
export const CriterionLine = z
  .object({
    id: z.string(),
    version: z.number().int(),
    family: z.string(),
    lifecycle: z.string(),
    title: BilingualText,
    description: BilingualText,
    why: BilingualText,
    method: BilingualText,
  })
  .openapi('Criterion')

/** An exchange in a list. */
export const ExchangeSummary = z
  .object({
    probe: z.string(),
    edition: z.string(),
    brand: z.string(),
    scenario: z.string(),
    state: z.string(),
    sentAt: instant.nullable(),
    sentAtIso: writtenInstant.nullable(),
    mark: z.number().nullable(),
  })
  .openapi('ExchangeSummary')

const Span = z.object({
  start: z.number().int(),
  end: z.number().int(),
  in: z.string().optional(),
  label: z.string().optional(),
})

/** One exchange. */
export const ExchangeDetail = ExchangeSummary.extend({
  question: z.object({ subject: z.string(), text: z.string() }),
  messages: z.array(
    z.object({
      hash: z.string(),
      receivedAt: instant,
      receivedAtIso: writtenInstant,
      kind: z.string(),
      from: z.string().nullable(),
      subject: z.string(),
      text: z.string(),
    }),
  ),
  findings: z.array(
    z.object({
      criterion: z.string(),
      outcome: z.string(),
      score: share.nullable(),
      value: z.number().nullable(),
      unit: z.string().nullable(),
      message: BilingualText,
      evidence: z.array(Span),
    }),
  ),
  mistakes: z.array(
    z.object({
      start: z.number().int(),
      end: z.number().int(),
      text: z.string(),
      category: z.string(),
      rule: z.string(),
      message: z.string(),
      suggestions: z.array(z.string()),
      probability: z.number().nullable().describe('0–1; null where the engine says none'),
      counted: z.boolean().describe('false: a possible mistake, shown and not counted'),
    }),
  ),
}).openapi('Exchange')

const Counts = z.object({
  planned: z.number().int(),
  sent: z.number().int(),
  answered: z.number().int(),
  waiting: z.number().int(),
  troubled: z.number().int(),
})

/** Where the running edition stands. */
export const Progress = z
  .object({
    edition: z.string(),
    state: z.string(),
    total: Counts,
    sectors: z.array(z.object({ title: z.string(), counts: Counts })),
    openReviews: z.number().int(),
    problems: z.array(z.object({ what: z.string(), todo: z.string() })),
  })
  .openapi('Progress')

/** A doubt. */
export const ReviewLine = z
  .object({
    id: z.string(),
    subject: z.string(),
    target: z.string(),
    edition: z.string().nullable(),
    brand: z.string().nullable(),
    reason: z.string(),
    openedAt: instant,
    openedAtIso: writtenInstant,
    openedBy: z.string(),
  })
  .openapi('Review')

/** An entry of the audit log. */
export const AuditLine = z
  .object({
    sequence: z.number().int(),
    at: instant,
    atIso: writtenInstant,
    actor: z.string(),
    action: z.string(),
    target: z.string(),
  })
  .openapi('AuditEntry')

/** How lists are asked for: a page size and the cursor of the answer before. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(100).openapi({ description: 'Lines of a page' }),
  cursor: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional()
    .openapi({ description: '`next` of the page before' }),
})

/** A page of lines; `next` is the cursor of the following page, null on the last. */
export function pageOf<Line extends z.ZodType>(line: Line) {
  return z.object({ items: z.array(line), next: z.string().nullable() })
}
