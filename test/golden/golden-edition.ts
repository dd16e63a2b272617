/** A small edition assessed from its mails to its ranks: fixture mails and a grid in, one JSON text out. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { criterionById } from '../../src/criteria/index.js'
import { countWords } from '../../src/text/count-words.js'
import type { Assessment } from '../../src/domain/assessment.js'
import type { Exchange, ReceivedMessage } from '../../src/domain/exchange.js'
import type { ExpectedPoint, Scenario } from '../../src/domain/scenario.js'
import { competitionRanks } from '../../src/ranking/competition-rank.js'
import { readMessage } from '../../src/reading/read-message.js'
import { assessExchange } from '../../src/scoring/assess-exchange.js'
import { buildEvidence, firstReply } from '../../src/scoring/build-evidence.js'
import { resolveGrid } from '../../src/scoring/grid.js'

interface GoldenEdition {
  readonly answerWindowDays: number
  readonly calendar: { workingHours: { from: string; until: string }; workingDays: number[]; holidays: string[] }
  readonly brands: Readonly<Record<string, { name: string; sector: string }>>
  readonly personas: Readonly<Record<string, { firstName: string; lastName: string; city: string }>>
  readonly scenarios: Readonly<
    Record<string, Pick<Scenario, 'language' | 'type'> & { subject: string; text: string; points: readonly Omit<ExpectedPoint, 'weight'>[] }>
  >
  readonly probes: readonly {
    readonly brand: string
    readonly scenario: string
    readonly persona: string
    readonly sentAt: string
    readonly mails: readonly { readonly file: string; readonly receivedAt: string }[]
  }[]
}

const FIXTURES = join(import.meta.dirname, '../fixtures/golden')

async function receive(file: string, receivedAt: string): Promise<ReceivedMessage> {
  const raw = readFileSync(join(FIXTURES, file))
  const hash = createHash('sha256').update(raw).digest('hex')
  const message = { hash, account: 'courrier', folder: 'INBOX', receivedAt: Date.parse(receivedAt), receivedFrom: 'internaldate', size: raw.length } as const
  return { message, reading: await readMessage(raw) }
}

async function exchangeOf(edition: GoldenEdition, probe: GoldenEdition['probes'][number]): Promise<Exchange> {
  const { subject, text, language } = edition.scenarios[probe.scenario]!
  const sentAt = Date.parse(probe.sentAt)
  return {
    probe: {
      id: `golden/${probe.brand}/${probe.scenario}`,
      edition: 'golden',
      brand: probe.brand,
      scenario: probe.scenario,
      persona: probe.persona,
      variant: 'only',
      account: 'courrier',
      recipient: `contact@${probe.brand}.example`,
      token: '',
      dueAt: sentAt,
      followsProbe: null,
      state: probe.mails.length > 0 ? 'answered' : 'unanswered',
      mail: { subject, text, language, hash: '' },
      fromName: '',
      fromAddress: '',
      replyAddress: '',
      messageId: null,
      sentAt,
      stateReason: null,
    },
    messages: await Promise.all(probe.mails.map(({ file, receivedAt }) => receive(file, receivedAt))),
  }
}

async function assess(edition: GoldenEdition, gridId: string): Promise<Assessment[]> {
  const grid = resolveGrid(parse(readFileSync(`config/grids/${gridId}.yaml`, 'utf8')), criterionById)
  const exchanges = await Promise.all(edition.probes.map((probe) => exchangeOf(edition, probe)))
  return edition.probes.map((probe, index) => {
    const exchange = exchanges[index]!
    const reply = firstReply(exchange, edition.answerWindowDays)
    const scenario = edition.scenarios[probe.scenario]!
    const brand = {
      ...edition.brands[probe.brand]!,
      id: probe.brand,
      aliases: [],
      contacts: [],
      domains: [`${probe.brand}.example`],
      country: 'FR',
      timeZone: 'Europe/Paris',
      languages: [],
      glossary: [],
    }
    const others = exchanges
      .filter((other) => other !== exchange && other.probe.brand === probe.brand)
      .flatMap((other) => firstReply(other, edition.answerWindowDays)?.reading.text ?? [])
    const evidence = buildEvidence({
      exchange,
      persona: {
        ...edition.personas[probe.persona]!,
        id: probe.persona,
        gender: 'female',
        languages: [],
        age: 40,
        account: 'courrier',
        localPart: '',
        attributes: {},
      },
      brand,
      scenario: {
        id: probe.scenario,
        title: { fr: '', en: '' },
        language: scenario.language,
        type: scenario.type,
        variants: [],
        points: scenario.points.map((point) => ({ ...point, weight: 1 })),
        glossary: [],
        followUp: null,
      },
      answerWindowDays: edition.answerWindowDays,
      // Proofreading has measures of its own; here its mistakes would move with every new rule.
      mistakes: [],
      otherReplies: others,
      earlier: null,
      calendar: { ...edition.calendar, timeZone: brand.timeZone },
    })
    return assessExchange(evidence, grid, {
      probe: exchange.probe.id,
      proofreader: null,
      words: reply ? countWords(reply.reading.text) : 0,
    })
  })
}

/** The golden text of one grid: assessments, then brands by rank. */
export async function goldenEdition(gridId: string): Promise<string> {
  const edition = parse(readFileSync(join(FIXTURES, 'edition.yaml'), 'utf8')) as GoldenEdition
  const assessments = await assess(edition, gridId)
  const brands = Object.keys(edition.brands)
  const indexes = brands.map((brand) => {
    const marks = assessments.filter(({ probe }) => probe.split('/')[1] === brand).map(({ mark }) => mark ?? Number.NaN)
    return Math.round((1e4 * marks.reduce((sum, mark) => sum + mark, 0)) / marks.length) / 1e4
  })
  const ranks = competitionRanks(indexes)
  const table = brands.map((brand, place) => ({ rank: ranks[place], brand, index: indexes[place] }))
  return `${JSON.stringify({ grid: gridId, table, assessments }, null, 2)}\n`
}

/** Grids with a golden file. */
export const GOLDEN_GRIDS = ['qualiweb', 'replymark'] as const

/** Path of a grid's golden file. */
export function goldenPath(gridId: string): string {
  return join(import.meta.dirname, `edition.${gridId}.json`)
}
