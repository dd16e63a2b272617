/**
 * Matching on simulated threads, seeded: brands that lose headers, strip tokens, change subjects, forward to other
 * departments and answer from private addresses or help desks, among leaks and newsletters. Truth is known for each.
 */
import type { MatchClue } from '../../src/domain/match.js'
import type { Reading } from '../../src/domain/message.js'
import { HOUR_MS } from '../../src/domain/time.js'
import { matchMessage } from '../../src/matching/match-message.js'
import type { OpenProbe } from '../../src/matching/open-probe.js'
import { createProbeIndex } from '../../src/matching/probe-index.js'
import { openProbe, reading, SENT_AT } from '../matching/probes.js'
import type { AccuracyReport, AccuracyRow } from './frame/report.js'

/** Mulberry32: small, seeded, good enough to draw cases. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const SITUATIONS = [
  [
    'Ma commande {n} n’est pas arrivée',
    'j’ai passé la commande {n} le mois dernier et je n’ai toujours rien reçu ni aucun message de suivi',
  ],
  [
    'Appareil en panne',
    'l’appareil acheté sous la référence {n} s’arrête au bout de deux minutes alors qu’il est encore garanti',
  ],
  [
    'Question avant achat',
    'j’aimerais savoir si le modèle {n} convient à un usage en extérieur et s’il existe en gris clair',
  ],
  ['Refund for order {n}', 'I returned order {n} three weeks ago and I am still waiting for my money back on my card'],
  ['Problème de connexion', 'mon compte {n} me refuse l’accès depuis lundi bien que le mot de passe soit le bon'],
]
const PERSONAS = Array.from({ length: 24 }, (_, at) => `persona${at}@mailbox.example`)

function probesOf(brands: number): OpenProbe[] {
  return Array.from({ length: brands }, (_, brand) =>
    SITUATIONS.map(([subject, body], scenario) => {
      const number = String(10_000 + brand * 7 + scenario)
      // In every fifth brand one persona writes twice.
      const persona = PERSONAS[(brand + (brand % 5 === 0 && scenario === 4 ? 0 : scenario * 5)) % PERSONAS.length]!
      const token = `t${brand.toString(36)}q${scenario}x`
      const fill = (text: string) => text.replace('{n}', number)
      return openProbe({
        id: `2024/brand-${brand}/${scenario}`,
        brand: {
          id: `brand-${brand}`,
          names: [`Enseigne ${brand}`],
          domains: [`enseigne-${brand}.example`],
          addresses: [`contact@enseigne-${brand}.example`],
        },
        personaAddress: persona,
        token,
        replyAddress: persona.replace('@', `+${token}@`),
        messageId: `<${brand}.${scenario}@mailbox.example>`,
        subject: fill(subject!),
        text: `Bonjour,\n\n${fill(body!)}. Pouvez-vous m’indiquer ce qu’Enseigne ${brand} propose ?\n\nMerci d’avance`,
      })
    }),
  ).flat()
}

interface Case {
  readonly mail: Reading
  readonly receivedAt: number
  /** Probe that it answers; null: none. */
  readonly truth: string | null
  /** True where a stranger uses a probe's address. */
  readonly leak: boolean
}

/** One mail of the mess: every loss happens by itself with its own chance. */
function drawCase(probes: readonly OpenProbe[], next: () => number): Case {
  const pick = <Thing>(things: readonly Thing[]) => things[Math.floor(next() * things.length)]!
  const chance = (share: number) => next() < share
  const probe = pick(probes)
  const receivedAt = SENT_AT + next() * 300 * HOUR_MS
  const sort = next()
  if (sort < 0.08) {
    const mail = reading({
      recipients: [probe.replyAddress],
      from: { name: 'Offers', address: `news@shop${Math.floor(next() * 99)}.example` },
      kind: 'marketing',
      subject: 'Big sale',
      text: `Sent to ${probe.replyAddress}`,
    })
    return { mail, receivedAt, truth: null, leak: true }
  }
  if (sort < 0.14) {
    const mail = reading({
      recipients: [probe.personaAddress],
      from: { name: 'Spam', address: 'x@spam.example' },
      subject: 'Re: your order',
    })
    return { mail, receivedAt, truth: null, leak: false }
  }
  const brand = probe.brand.id.replace('brand-', '')
  const sender = next()
  if (sort < 0.17) {
    // The answer to an earlier edition's probe, which is closed: same persona, same brand, no identifier of ours today.
    const from = { name: 'Service Client', address: `contact@enseigne-${brand}.example` }
    const subject = `Re: ${pick(['Livraison en retard', 'Garantie de ma montre', 'Échange de taille', 'Facture manquante'])}`
    return {
      mail: reading({ from, recipients: [probe.personaAddress], subject, inReplyTo: ['<old@mailbox.example>'] }),
      receivedAt,
      truth: null,
      leak: false,
    }
  }
  const name = chance(0.6) ? probe.brand.names[0]! : 'Service Client'
  const from =
    sender < 0.7
      ? { name, address: `contact@enseigne-${brand}.example` }
      : sender < 0.82
        ? { name: probe.brand.names[0]!, address: `support@desk${brand}.zendesk.com` }
        : sender < 0.9
          ? { name, address: `agent@groupe-${brand}.example` }
          : { name: 'Julie Martin', address: `julie.martin${brand}@gmail.com` }
  const answered = sender >= 0.82
  const thread = answered ? !chance(0.15) : !chance(0.35)
  const quoted = chance(answered && !thread ? 0.85 : 0.6)
  const cut = chance(0.3) ? Math.floor(probe.text.length * 0.6) : probe.text.length
  const mail = reading({
    from,
    recipients: [chance(0.85) ? probe.replyAddress : probe.personaAddress],
    inReplyTo: thread && chance(0.8) ? [probe.messageId!] : [],
    references: thread ? [probe.messageId!] : [],
    subject: chance(0.6)
      ? `Re: ${probe.subject}`
      : chance(0.5)
        ? `[#${Math.floor(next() * 9_999)}] ${probe.subject}`
        : `Votre demande ${Math.floor(next() * 9_999)}`,
    quoted: quoted
      ? `Le 12 mars, ${probe.personaName} a écrit :\n${probe.text.slice(0, cut).replace(/^/gm, '> ')}`
      : '',
    text: 'Bonjour, nous avons bien traité votre demande. Cordialement, Enseigne',
  })
  return { mail, receivedAt, truth: probe.id, leak: false }
}

/** Draws 6 000 mails against 2 000 open probes, and looks up among 100 000. */
export async function measure(): Promise<AccuracyReport> {
  const probes = probesOf(400)
  const index = createProbeIndex(probes)
  const next = seeded(20_240_312)
  const cases = Array.from({ length: 6_000 }, () => drawCase(probes, next))
  const count = { matched: 0, right: 0, answers: 0, found: 0, doubtful: 0, leaks: 0, leaksSeen: 0, candidateFirst: 0 }
  const byClue = new Map<MatchClue, { n: number; right: number; confidence: number }>()
  const misses: string[] = []
  for (const { mail, receivedAt, truth, leak } of cases) {
    const decision = matchMessage(mail, receivedAt, index)
    const right = truth !== null && decision.probes.length === 1 && decision.probes[0] === truth
    if (decision.outcome === 'matched') {
      count.matched += 1
      if (right) count.right += 1
      else misses.push(`${truth ?? 'none'} taken for ${decision.probes.join(', ')}: ${decision.reason}`)
      const first = decision.candidates[0]!
      const clue = byClue.get(first.clue) ?? { n: 0, right: 0, confidence: 0 }
      byClue.set(first.clue, {
        n: clue.n + 1,
        right: clue.right + Number(right),
        confidence: clue.confidence + first.confidence,
      })
    }
    if (truth !== null) {
      count.answers += 1
      if (right) count.found += 1
      if (decision.outcome === 'doubtful') count.doubtful += 1
      if (decision.outcome === 'doubtful' && decision.candidates[0]?.probe === truth) count.candidateFirst += 1
    }
    if (leak) {
      count.leaks += 1
      if (decision.outcome === 'stranger') count.leaksSeen += 1
    }
  }
  const row = (measure: string, right: number, n: number, bound: number | null): AccuracyRow => ({
    measure,
    value: right / Math.max(1, n),
    bound,
    unit: 'share',
    n,
    peers: {},
  })
  const clues = [...byClue].map(([clue, { n, right, confidence }]) =>
    row(`right where ${clue} decided (mean confidence ${(confidence / n).toFixed(3)})`, right, n, null),
  )
  return {
    name: 'matching',
    about: 'simulated threads with lost headers, stripped tokens, changed subjects, forwards and leaks',
    rows: [
      row('matches that are right (precision)', count.right, count.matched, 0.995),
      row('answers matched (recall)', count.found, count.answers, 0.95),
      row('answers sent to review', count.doubtful, count.answers, null),
      row('… of which the first candidate is right', count.candidateFirst, count.doubtful, null),
      row('leaks seen as such', count.leaksSeen, count.leaks, 0.99),
      ...clues,
      ...lookUpTimes(),
    ],
    misses: misses.slice(0, 20),
  }
}

/** Milliseconds a message among few and many open probes: the index must not make many slower. */
function lookUpTimes(): AccuracyRow[] {
  return [200, 20_000].map((brands) => {
    const probes = probesOf(brands)
    const index = createProbeIndex(probes)
    const next = seeded(7)
    const cases = Array.from({ length: 2_000 }, () => drawCase(probes, next))
    const start = performance.now()
    for (const { mail, receivedAt } of cases) matchMessage(mail, receivedAt, index)
    const value = (performance.now() - start) / cases.length
    return {
      measure: `look-up among ${probes.length} open probes`,
      value,
      bound: null,
      unit: 'ms',
      n: cases.length,
      peers: {},
    }
  })
}
