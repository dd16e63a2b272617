/** Matching replies to many open probes, against a bare look-up of Message-IDs. */
import type { Reading } from '../../../src/domain/message.js'
import { DAY_MS, HOUR_MS } from '../../../src/domain/time.js'
import { matchMessage } from '../../../src/matching/match-message.js'
import type { OpenProbe } from '../../../src/matching/open-probe.js'
import { createProbeIndex } from '../../../src/matching/probe-index.js'
import { sampleReading } from '../../ledger/samples.js'
import { letters } from '../frame/letters.js'
import { type BenchResult, compare, figureRow, growthExponent, secondsOf } from '../frame/row.js'

/** Rows of this file. */
export const names = ['match', 'match-growth'] as const

const PROBES = 100_000
const REPLIES = 50_000
/** Probes a brand: a larger study has more brands, not more e-mails to each. */
const PER_BRAND = 20
const NOTE =
  'profile: with everything in the processor’s caches, a reply whose identifiers settle it takes five times the peer’s bare look-up (sender, address, two identifiers, the brand’s own addresses, the decision and its reason), one that must be found by its text a hundred times (shingles of the message, a share of the texts of twenty probes); over all replies each of these look-ups waits for memory as the peer’s single one does'
const SENT_AT = Date.UTC(2026, 2, 2, 9)

function openProbes(count: number): readonly OpenProbe[] {
  const texts = letters('fr', 400)
  const brands = count / PER_BRAND
  return Array.from({ length: count }, (_, number) => {
    const brand = `brand-${number % brands}`
    // As a plan has it: a brand gets each scenario once, each from another persona.
    const scenario = Math.floor(number / brands)
    const token = `t${number.toString(36).padStart(9, '0')}`
    return {
      id: `2026/${brand}/scenario-${number}`,
      brand: {
        id: brand,
        names: [`Marque ${number % brands}`],
        domains: [`${brand}.example`],
        addresses: [`contact@${brand}.example`],
      },
      personaName: `Claire Vasseur ${scenario}`,
      personaAddress: `claire.vasseur-${scenario}@shopper.example`,
      token,
      replyAddress: `claire.vasseur-${scenario}+${token}@shopper.example`,
      messageId: `<${token}@shopper.example>`,
      subject: `Question ${number}`,
      text: texts[(number + scenario) % texts.length] ?? '',
      sentAt: SENT_AT,
      windowEnd: SENT_AT + 15 * DAY_MS,
      followsProbe: null,
    }
  })
}

/** Replies by all clues: most keep the address, some only the references, a few neither. */
function replies(probes: readonly OpenProbe[], count: number): readonly Reading[] {
  return Array.from({ length: count }, (_, number) => {
    const probe = probes[(number * 7919) % probes.length] as OpenProbe
    const clue = number % 10
    return sampleReading({
      messageId: `<reply-${number}@${probe.brand.domains[0]}>`,
      from: { name: 'Julie', address: probe.brand.addresses[0] ?? '' },
      recipients: clue < 7 ? [probe.replyAddress] : [probe.personaAddress],
      inReplyTo: clue < 9 && probe.messageId ? [probe.messageId] : [],
      references: clue < 9 && probe.messageId ? [probe.messageId] : [],
      subject: `Re: ${probe.subject}`,
      quoted: clue === 9 ? probe.text : '',
    })
  })
}

function project(probes: readonly OpenProbe[], mails: readonly Reading[]): Promise<number> {
  const index = createProbeIndex(probes)
  return secondsOf(() => {
    for (const mail of mails) matchMessage(mail, SENT_AT + HOUR_MS, index)
  })
}

/** Measures them. */
export async function bench(asked: (name: string) => boolean): Promise<readonly BenchResult[]> {
  const results: BenchResult[] = []
  if (asked('match')) {
    const probes = openProbes(PROBES)
    const mails = replies(probes, REPLIES)
    const index = createProbeIndex(probes)
    const byMessageId = new Map(probes.map((probe) => [probe.messageId, probe.id]))
    results.push(
      await compare({
        name: 'match',
        work: `${REPLIES} parsed replies against ${PROBES} open probes, by all clues with margins and doubts; one in ten carries no identifier of ours (peer: a Map of Message-IDs, asked with the parsed In-Reply-To and References alone)`,
        unit: 'replies/s',
        bound: { of: 'ratio', at: 'least', limit: 0.5 },
        note: NOTE,
        project: async () => {
          let found = 0
          const seconds = await secondsOf(() => {
            for (const mail of mails) if (matchMessage(mail, SENT_AT + HOUR_MS, index).outcome === 'matched') found += 1
          })
          if (found !== REPLIES) throw new Error(`${found} of ${REPLIES} replies were matched`)
          return REPLIES / seconds
        },
        peer: {
          name: 'Map look-up',
          round: async () => {
            let found = 0
            const seconds = await secondsOf(() => {
              for (const { inReplyTo, references } of mails)
                for (const id of [...inReplyTo, ...references]) {
                  if (byMessageId.get(id) === undefined) continue
                  found += 1
                  break
                }
            })
            if (found !== REPLIES * 0.9) throw new Error(`the look-up found ${found}`)
            return REPLIES / seconds
          },
        },
      }),
    )
  }
  if (asked('match-growth')) {
    const points = []
    for (const size of [1000, 10_000, 100_000]) {
      const probes = openProbes(size)
      const mails = replies(probes, size / 2)
      await project(probes, mails)
      points.push({ size, seconds: Math.min(await project(probes, mails), await project(probes, mails)) })
    }
    const note = points.map(({ size, seconds }) => `${size} probes ${(seconds * 1000).toFixed(0)} ms`).join(', ')
    results.push(
      figureRow({
        name: 'match-growth',
        work: 'n/2 replies against n open probes for 1 000, 10 000 and 100 000',
        unit: 'exponent',
        bound: { of: 'value', at: 'most', limit: 1.1 },
        value: growthExponent(points),
        note,
      }),
    )
  }
  return results
}
