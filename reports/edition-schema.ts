/**
 * The shape of an edition's report: the one object from which every format, page and API answer is made. Written in zod,
 * so that the type, the validation and the published JSON Schema are one thing. Holds public figures only: no address,
 * no agent's or shopper's name, no text of an e-mail.
 */
import { z } from 'zod'

const interval = z
  .object({
    low: z.number(),
    high: z.number(),
    level: z.number().min(0).max(1).describe('confidence level, 0.95 unless said otherwise'),
    openEnded: z.boolean().optional().describe('true where the truth may lie beyond `high`, the end of watching'),
  })
  .describe('confidence interval')

const estimate = z.object({
  value: z.number().nullable().describe('null where it cannot be computed'),
  interval: interval.nullable(),
  n: z.number().describe('observations behind it'),
})

const bilingual = z.record(z.string(), z.string())

const indicators = z.object({
  responseRate: estimate.describe('share of probes answered, 0–1'),
  fullResponse: z.boolean().describe('every probe was answered'),
  silent: z.boolean().describe('no probe was answered'),
  within24Hours: estimate.describe('share of all probes answered within 24 hours'),
  medianDelayHours: estimate.describe('hours; unanswered probes count as later than the window'),
  mistakesPer100Words: estimate.describe('n is the number of words'),
  flawlessShare: estimate.describe('share of replies without a mistake'),
})

const standing = indicators.extend({
  edition: z.string(),
  brand: z.string().describe('stable identifier'),
  name: z.string().describe('as printed'),
  sector: z.string(),
  index: estimate.describe('mean mark, 0–100'),
  rank: z.number().int().nullable().describe('competition rank at the published precision of 0.1'),
  rankInterval: interval.nullable().describe('holds for all brands at once, in a market like this one'),
  rankIntervalAlone: interval.nullable().optional().describe('holds for this brand taken alone'),
  rankIntervalStrict: interval
    .nullable()
    .optional()
    .describe('holds for all brands at once whatever their true indices (Mogstad et al. 2024)'),
  shrunkenIndex: z.number().nullable().optional().describe('index pulled to the mean of all by its reliability'),
  reliability: z.number().nullable().optional().describe('share of differences that is not chance, 0–1'),
  sectorRank: z.number().int().nullable(),
  indistinguishableFromWinner: z.boolean().describe('its rank interval reaches place 1'),
  movement: z.number().int().nullable().describe('places gained (+) or lost (−)'),
  indexChange: z.number().nullable(),
  significantMove: z.boolean().describe('after Benjamini–Hochberg'),
  families: z.record(z.string(), z.number()).describe('mean points of each family'),
  segment: z
    .enum(['constant-leader', 'rising', 'falling', 'irregular', 'silent', 'steady'])
    .nullable()
    .describe('from the path over editions; null where too little is known'),
  consistency: z
    .object({ editions: z.number().int(), best: z.number(), worst: z.number(), spread: z.number() })
    .nullable()
    .describe('rank percentiles over editions, 0 first, 1 last'),
})

const share = z.object({
  before: z.number(),
  now: z.number(),
  difference: z.number(),
  interval,
  clear: z.boolean().describe('the interval leaves out 0'),
})

const mover = z.object({
  brand: z.string(),
  name: z.string(),
  from: z.number().int(),
  to: z.number().int(),
  places: z.number().int(),
  points: z.number().nullable(),
  significant: z.boolean(),
})

const trendPoint = z.object({
  edition: z.string(),
  origin: z.enum(['measured', 'published']),
  method: z.string(),
  rank: z.number().int().nullable(),
  ranked: z.number().int().nullable(),
  index: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  responseRate: z.number().nullable(),
})

const rankSpread = z.object({
  brand: z.string(),
  low: z.number().int().describe('2.5 % quantile of its rank over the weightings'),
  median: z.number().int(),
  high: z.number().int().describe('97.5 % quantile'),
  first: z.number().describe('share of weightings in which it is first, 0–1'),
  beforeNext: z.number().nullable().describe('share in which it stands before the brand that follows it in the table'),
})

const survivalStep = z.object({
  hours: z.number(),
  answered: z.number().describe('share of probes answered by then, 0–1'),
})

/** Schema of the report of one edition. */
export const editionReportSchema = z
  .object({
    version: z.literal(1),
    study: z.object({
      id: z.string(),
      title: z.string(),
      operator: z.string(),
      languages: z.array(z.string()),
    }),
    edition: z.object({
      id: z.string(),
      title: z.string(),
      state: z.enum(['configured', 'planned', 'running', 'closed', 'published']),
      sendFrom: z.string(),
      sendUntil: z.string(),
      answerWindowDays: z.number(),
      seed: z.number(),
      publishedAt: z.number().nullable().describe('milliseconds since 1970, UTC'),
      embargoUntil: z.number().nullable(),
      sealRoot: z.string().nullable().describe('Merkle root of the sealed edition, hex'),
      publicKey: z
        .string()
        .nullable()
        .optional()
        .describe('ed25519 key that signs the published files, 32 bytes in base64url; null where nobody signs them'),
      planCommitment: z
        .string()
        .nullable()
        .describe(
          'SHA-256 in hex of the secret the plan derives from, fixed before the first e-mail; null in editions without one',
        ),
      preregistration: z
        .object({
          hash: z.string().describe('SHA-256 in hex of data/preregistration.json'),
          fixedAt: z.number().describe('milliseconds since 1970, UTC'),
          planHash: z.string().describe('SHA-256 in hex over every planned e-mail'),
          hypotheses: z.array(z.string()).describe('in the operator’s words'),
          analysis: z.record(z.string(), z.union([z.number(), z.string()])).describe('options of the analysis by name'),
          deviations: z
            .array(
              z.object({
                kind: z.enum([
                  'analysis',
                  'grid',
                  'cancelled',
                  'not-sent',
                  'undelivered',
                  'uncertain',
                  'late',
                  'closed-again',
                  'proofreaders',
                  'brand-added',
                  'brand-withdrawn',
                  'addresses-corrected',
                  'persona-retired',
                  'send-window-extended',
                  'answer-window-extended',
                  'hours-changed',
                  'probe-cancelled',
                  'probe-voided',
                  'probe-restored',
                  'probe-resent',
                  'redrawn',
                  'contestations-upheld',
                  'corrected',
                ]),
                count: z.number().nullable(),
                option: z.string().nullable(),
                before: z.string().nullable(),
                now: z.string().nullable(),
                amendment: z
                  .object({
                    at: z.number().describe('milliseconds since 1970, UTC'),
                    reason: z.string().describe('in the operator’s words'),
                    brand: z.string().nullable().describe('name as printed; null where that says nothing'),
                    scenario: z.string().nullable(),
                  })
                  .optional()
                  .describe('what a person changed while it ran; absent for what the program counted'),
              }),
            )
            .describe('in what the edition was done otherwise than it was fixed; found by the program'),
        })
        .nullable()
        .optional()
        .describe('what was fixed before the first e-mail; null in editions planned before there was any'),
      planSecret: z
        .string()
        .nullable()
        .describe('that secret in hex, revealed once the edition is published: its hash is `planCommitment`'),
    }),
    method: z.object({
      id: z.string().describe('short form; editions with different ones are not joined in a trend'),
      grid: z.object({
        id: z.string(),
        version: z.number(),
        title: bilingual,
        hash: z.string(),
        families: z.array(
          z.object({
            id: z.string(),
            weight: z.number(),
            because: z.string(),
            criteria: z.array(
              z.object({
                id: z.string(),
                version: z.number(),
                weight: z.number(),
                because: z.string(),
                title: bilingual,
              }),
            ),
          }),
        ),
      }),
      proofreaders: z.array(z.string()),
      draws: z.number().describe('bootstrap draws'),
      fairPlay: z.object({
        perBrand: z.number().describe('most e-mails to a brand in a period'),
        perBrandPeriodDays: z.number(),
        minGapDays: z.number().describe('days between two e-mails to a brand'),
        rightOfReplyDays: z.number().describe('days in which brands could contest their marks before publication'),
        retentionDays: z.number().nullable().describe('days until raw e-mails are deleted; null: no limit is set'),
      }),
    }),
    answeredBy: z
      .object({
        machineShare: estimate.describe('share of first replies that say a machine wrote them; n: replies'),
        machineDelayHours: estimate.describe('hours to the first reply, where a machine says it wrote it'),
        personDelayHours: estimate.describe('hours to the first reply, all others'),
      })
      .describe(
        'who answers (Regulation (EU) 2024/1689, Art. 50); what is only suspected of a machine is printed nowhere',
      ),
    counts: z.object({
      brands: z.number(),
      ranked: z.number(),
      scenarios: z.number(),
      personas: z.number(),
      probes: z.number().describe('probes that count'),
      answered: z.number(),
      waiting: z.number().describe('sent, and still inside their answer window'),
      uncounted: z.number().describe('cancelled, uncertain, not sent or never delivered because of us'),
      undelivered: z.number().optional().describe('of these: never reached the brand for a reason of our own making'),
      silentBrands: z.number(),
      fullResponseBrands: z.number(),
      answeredWithin24Hours: z.number(),
      mistakes: z.number(),
      words: z.number(),
    }),
    overall: indicators.extend({ index: estimate }),
    sectors: z.array(
      indicators.extend({
        id: z.string(),
        title: bilingual,
        brands: z.number(),
        index: estimate.describe('mean of the sector’s brand indices'),
        rank: z.number().int().nullable().describe('place among the sectors by index'),
        survival: z.array(survivalStep).describe('share answered over time, at each answer'),
        answeredByMachine: estimate.describe('share of first replies that say a machine wrote them'),
        authenticated: estimate.describe('share of first replies whose domain vouches for them; n: replies judged'),
      }),
    ),
    scenarios: z.array(indicators.extend({ id: z.string(), title: bilingual, index: estimate })),
    standings: z.array(standing),
    topSets: z
      .array(z.object({ k: z.number().int(), possible: z.array(z.string()), certain: z.array(z.string()) }))
      .describe('brands that may be, and that surely are, among the first k: read from the rank intervals'),
    generalisability: z
      .object({
        variances: z
          .object({ brand: z.number(), scenario: z.number(), persona: z.number(), exchange: z.number() })
          .describe('variance of a mark, points², by what it comes from (Brennan 2001)'),
        sizes: z.array(
          z.object({
            exchanges: z.number().int(),
            generalisability: z.number().nullable().describe('G coefficient of the index, 0–1'),
            dependability: z.number().nullable().describe('Φ coefficient, 0–1'),
            standardError: z.number(),
            detectableChange: z.number().describe('smallest change between two such editions told from chance, points'),
          }),
        ),
      })
      .nullable()
      .describe(
        'reliability of the index with this and other numbers of e-mails a brand; null where it cannot be told',
      ),
    sensitivity: z
      .object({
        weightings: z.number().int().describe('weightings drawn for each of `near` and `free`'),
        families: z
          .array(z.object({ id: z.string(), weight: z.number() }))
          .describe('families that count, with their points'),
        brands: z
          .array(z.object({ brand: z.string(), shares: z.array(z.number()) }))
          .describe('mean share of each family’s points, 0–1, in the order of `families`: what an index is made of'),
        near: z.array(rankSpread).describe('every weight within a quarter of the grid’s'),
        free: z.array(rankSpread).describe('any weights that add up to 100'),
        exclusions: z
          .array(
            z.object({
              criterion: z.string(),
              winnerKept: z.boolean(),
              moved: z.number().int().describe('brands that move three places or more'),
              most: z.number().int().describe('largest move, places'),
            }),
          )
          .describe('the ranking without each criterion in turn'),
      })
      .nullable()
      .optional()
      .describe('how far the order rests on the weights (OECD/JRC Handbook 2008, step 7); null where nobody is ranked'),
    marks: z
      .array(
        z.object({
          brand: z.string(),
          scenario: z.string(),
          mark: z.number().nullable(),
          answered: z.boolean(),
          mailHash: z
            .string()
            .nullable()
            .describe('SHA-256 of our e-mail, in hex: of its subject, an empty line and its text, UTF-8, LF line ends'),
        }),
      )
      .describe('mark of every exchange, 0–100'),
    survival: z.array(survivalStep),
    trends: z.object({
      editions: z.array(
        z.object({
          edition: z.string(),
          origin: z.enum(['measured', 'published']),
          method: z.string(),
          brands: z.number().nullable(),
          responseRate: z.number().nullable(),
          responseRateLow: z.number().nullable(),
          responseRateHigh: z.number().nullable(),
          fullResponseShare: z.number().nullable(),
          silentShare: z.number().nullable(),
          meanIndex: z.number().nullable(),
        }),
      ),
      brands: z.array(z.object({ brand: z.string(), name: z.string(), points: z.array(trendPoint) })),
    }),
    changes: z
      .object({
        before: z.string(),
        now: z.string(),
        responseRate: share.nullable(),
        within24Hours: share.nullable(),
        silentShare: share.nullable(),
        mistakes: z
          .object({
            before: z.number(),
            now: z.number(),
            ratio: z.number().nullable(),
            interval: z.object({ low: z.number(), high: z.number().nullable(), level: z.number() }),
            p: z.number(),
            clear: z.boolean(),
          })
          .nullable(),
        climbers: z.array(mover),
        fallers: z.array(mover),
        fallenWinners: z.array(mover),
        winners: z.array(z.string()),
        newBrands: z.number(),
        goneBrands: z.number(),
        significantMoves: z.number(),
      })
      .nullable()
      .describe('against the previous edition by the same method; null where there is none'),
    equalTreatment: z.array(
      z.object({
        attribute: z.string(),
        value: z.string(),
        reference: z.string().nullable(),
        outcome: z.enum(['mark', 'answered', 'delay']),
        sector: z.string().nullable(),
        effect: z.number(),
        interval,
        p: z.number().describe('of this comparison alone'),
        adjustedP: z.number().optional().describe('after correction over all comparisons of the family (max-T)'),
        n: z.number(),
        nReference: z.number(),
        personas: z.number().optional().describe('personas on the side of `value`'),
        personasReference: z.number().optional(),
        significant: z.boolean().describe('after correction, and at least the smallest effect of interest'),
      }),
    ),
    leaks: z.array(
      z.object({
        brand: z.string(),
        sector: z.string(),
        leaks: z.object({
          messages: z.number(),
          addresses: z.number(),
          firstAfterHours: z.number().nullable(),
          senders: z.array(z.object({ domain: z.string(), messages: z.number() })),
        }),
        solicitations: z.object({
          messages: z.number(),
          addresses: z.number(),
          firstAfterHours: z.number().nullable(),
          senders: z.array(z.object({ domain: z.string(), messages: z.number() })),
        }),
      }),
    ),
    licence: z.object({ id: z.string(), title: z.string(), url: z.string() }),
    sources: z.array(z.object({ title: z.string(), reference: z.string() })),
  })
  .describe('Report of one edition: figures with their uncertainty')

/** The report of one edition. */
export type EditionReport = z.infer<typeof editionReportSchema>

/** One line of the league table. */
export type ReportStanding = EditionReport['standings'][number]

/** One sector's figures. */
export type ReportSector = EditionReport['sectors'][number]

/** JSON Schema (2020-12) of the report. */
export function editionReportJsonSchema(): Record<string, unknown> {
  return { $id: 'edition-report.schema.json', ...z.toJSONSchema(editionReportSchema, { target: 'draft-2020-12' }) }
}
