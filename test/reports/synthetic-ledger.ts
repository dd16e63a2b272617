/**
 * A made-up study in a ledger: brands of known behaviour over two editions, with agents' names in the answers, a leak and
 * a shopper who is treated worse. For tests of reports, closing, publishing and verifying. Nothing here is real.
 */
import { createHash } from 'node:crypto'
import type { Assessment } from '../../src/domain/assessment.js'
import type { EditionConfiguration } from '../../src/domain/configuration.js'
import type { CriterionFamily, Finding } from '../../src/domain/finding.js'
import type { Reading } from '../../src/domain/message.js'
import { DAY_MS, HOUR_MS } from '../../src/domain/time.js'
import { closeEdition } from '../../src/editions/closing.js'
import { preregistrationHash, preregistrationOf } from '../../src/editions/preregistration.js'
import type { EvidenceKey } from '../../src/ledger/evidence.js'
import { type Ledger, openLedger } from '../../src/ledger/ledger.js'
import { createRandom, type Random } from '../../src/ranking/random.js'
import { markFindings } from '../../src/scoring/assess-exchange.js'
import { configuration, PERSONAS, PRIVATE_NAMES } from './synthetic-study.js'

function reading(changes: Partial<Reading>): Reading {
  return {
    // No version of the reading room made it: it cannot be read again.
    version: 0,
    kind: 'reply',
    kindConfidence: 0.95,
    kindClue: { rule: 'default', seen: '' },
    messageId: null,
    inReplyTo: [],
    references: [],
    from: null,
    replyTo: [],
    recipients: [],
    subject: 'Re: Colis',
    date: null,
    text: '',
    quoted: '',
    signature: '',
    boilerplate: '',
    language: 'fr',
    languageConfidence: 0.99,
    attachments: [],
    bounce: null,
    embeddedMessageIds: [],
    problems: [],
    ...changes,
  }
}

function findings(random: Random, hours: number | null, level: number): Finding[] {
  const scored = (
    id: string,
    family: CriterionFamily,
    score: number,
    value: number | null,
    unit: string | null,
  ): Finding => ({
    criterion: id,
    criterionVersion: 1,
    family,
    outcome: 'scored',
    score,
    value,
    unit,
    message: { fr: `constat ${id}`, en: `finding ${id}` },
    evidence: [],
  })
  const none = (id: string, family: CriterionFamily): Finding => ({
    criterion: id,
    criterionVersion: 1,
    family,
    outcome: 'not-applicable',
    score: null,
    value: null,
    unit: null,
    message: { fr: 'pas de réponse', en: 'no reply' },
    evidence: [],
  })
  if (hours === null)
    return [
      scored('answer', 'responsiveness', 0, null, null),
      none('reply-delay', 'responsiveness'),
      none('coverage', 'answer-quality'),
      none('spelling', 'answer-quality'),
      none('greeting', 'welcome'),
      none('signature', 'welcome'),
    ]
  const around = (base: number) => Math.min(1, Math.max(0, base + 0.3 * (random.uniform() - 0.5)))
  return [
    scored('answer', 'responsiveness', 1, null, null),
    scored('reply-delay', 'responsiveness', 1 / (1 + hours / 24), hours, 'h'),
    scored('coverage', 'answer-quality', around(level), null, null),
    scored('spelling', 'answer-quality', around(0.8), null, null),
    scored('greeting', 'welcome', random.uniform() < level ? 1 : 0, null, null),
    scored('signature', 'welcome', random.uniform() < level ? 1 : 0, null, null),
  ]
}

/** Options of the made-up study. */
export interface SyntheticOptions {
  readonly brands?: number
  readonly years?: readonly number[]
  /** Changes to the last edition's configuration. */
  readonly lastEdition?: Partial<EditionConfiguration['edition']>
  /** Points by which the shopper with the rare attribute is treated worse. */
  readonly discrimination?: number
  /** Days that raw messages are kept after publication; as in the sample study by default. */
  readonly retentionDays?: number | null
  /** Key for evidence at rest; none by default. */
  readonly evidenceKey?: EvidenceKey
}

export { PRIVATE_NAMES }

/** A moment after every answer window of the made-up study. */
export const AFTER = Date.UTC(2026, 5, 1)

let uid = 0

/** Fills a ledger with assessed editions, all probes settled; the last one is running, those before are closed. */
export function syntheticLedger(options: SyntheticOptions = {}, file = ':memory:'): Ledger {
  const ledger = openLedger(file, { evidenceKey: options.evidenceKey ?? null })
  const years = options.years ?? [2025, 2026]
  for (const year of years) {
    const made = configuration(year, options.brands ?? 24, year === years.at(-1) ? (options.lastEdition ?? {}) : {})
    const own = options.retentionDays === undefined ? made : { ...made, retentionDays: options.retentionDays }
    const start = Date.parse(`${year}-03-02T09:00:00Z`)
    ledger.editions.plan(own, start - DAY_MS)
    const assessments: Assessment[] = []
    ledger.transaction(() => {
      for (const [brandIndex, brand] of own.brands.entries()) {
        const random = createRandom(1, 'synthetic', brand.id)
        const level = brandIndex === 5 ? 0 : 0.35 + 0.65 * random.uniform()
        const drift = createRandom(2, 'drift', brand.id, year).normal() * 0.06
        for (const [scenarioIndex, scenario] of own.scenarios.entries()) {
          const draw = createRandom(3, brand.id, scenario.id, year)
          const shopper = PERSONAS[(brandIndex + scenarioIndex) % PERSONAS.length]!
          const token = createHash('sha256').update(`${year}${brand.id}${scenario.id}`).digest('hex').slice(0, 12)
          const id = `${year}/${brand.id}/${scenario.id}`
          const sentAt = start + scenarioIndex * 4 * DAY_MS + brandIndex * 60_000
          const address = `${shopper.localPart}+${token}@shopper.example`
          ledger.probes.add(
            [
              {
                id,
                edition: String(year),
                brand: brand.id,
                scenario: scenario.id,
                persona: shopper.id,
                variant: 'a',
                account: 'main',
                recipient: brand.contacts[0]!.address,
                token,
                dueAt: sentAt,
                followsProbe: null,
                state: 'planned',
                mail: { subject: 'Colis', text: 'Bonjour, où est mon colis ?', language: 'fr', hash: 'a'.repeat(64) },
                fromName: `${shopper.firstName} ${shopper.lastName}`,
                fromAddress: `${shopper.localPart}@shopper.example`,
                replyAddress: address,
                messageId: null,
                sentAt: null,
                stateReason: null,
              },
            ],
            start,
          )
          ledger.probes.move(id, 'planned', 'sending', {
            at: sentAt,
            by: 'test',
            messageId: `<${token}@shopper.example>`,
          })
          ledger.probes.move(id, 'sending', 'sent', { at: sentAt, by: 'test', sentAt })
          const worse = shopper.attributes.origin === 'maghreb' ? (options.discrimination ?? 0) / 70 : 0
          const answers = draw.uniform() < level + drift - worse
          const hours = answers ? Math.min(350, Math.exp(2.2 + 1.1 * draw.normal() + (1 - level) * 2)) : null
          const agent = PRIVATE_NAMES[brandIndex % 2]!
          const words = hours === null ? 0 : 90
          if (hours !== null) {
            const text = `Bonjour,\nVotre colis ${token} arrive demain.\nCordialement,\n${agent}\n`
            deliver(
              ledger,
              `From: ${agent} <sav@${brand.domains[0]}>\r\nTo: ${address}\r\n\r\n${text}`,
              sentAt + hours * HOUR_MS,
              id,
              'answer',
              {
                from: { name: agent, address: `sav@${brand.domains[0]}` },
                text,
                signature: agent,
              },
            )
          }
          if (brandIndex === 3 && scenarioIndex === 1)
            deliver(
              ledger,
              `From: promo@stranger.example\r\nTo: ${address}\r\n\r\nPromo ${token}`,
              sentAt + 100 * HOUR_MS,
              id,
              'stranger',
              {
                kind: 'marketing',
                from: { name: 'Promo', address: 'promo@stranger.example' },
              },
            )
          ledger.probes.move(id, 'sent', hours === null ? 'unanswered' : 'answered', {
            at: sentAt + 16 * DAY_MS,
            by: 'test',
          })
          const found = findings(draw, hours, level)
          const { families, mark } = markFindings(found, own.grid, hours !== null)
          const mistakes = hours === null ? 0 : draw.below(3)
          assessments.push({
            probe: id,
            grid: own.grid.id,
            gridHash: own.grid.hash,
            proofreader: hours === null ? null : 'replymark 1',
            findings: found,
            families,
            mark,
            mistakes: Array.from({ length: mistakes }, (_, index) => ({
              start: index * 4,
              end: index * 4 + 3,
              text: 'abc',
              category: 'spelling',
              rule: 'spelling',
              message: 'inconnu',
              suggestions: [],
            })),
            words,
          })
        }
      }
      ledger.assessments.store(String(year), 'edition', assessments, start + 30 * DAY_MS)
      const fixed = preregistrationOf(own, ledger.probes.ofEdition(String(year)))
      ledger.preregistrations.store(fixed, preregistrationHash(fixed), start - DAY_MS)
      ledger.editions.move(String(year), 'running', start)
    })
  }
  ledger.settings.set('mailbox-read:main', AFTER, AFTER)
  for (const year of years.slice(0, -1)) closeEdition(ledger, String(year), AFTER, 'test')
  return ledger
}

function deliver(
  ledger: Ledger,
  raw: string,
  time: number,
  probe: string,
  role: 'answer' | 'stranger',
  read: Partial<Reading>,
): void {
  const at = Math.round(time)
  uid += 1
  const { stored } = ledger.messages.ingest(
    {
      account: 'main',
      folder: 'INBOX',
      uidValidity: '1',
      lastUid: uid,
      messages: [{ uid, internalDate: at, raw: Buffer.from(raw) }],
    },
    at,
  )
  const hash = stored[0]!
  ledger.readings.store(hash, reading(read), at)
  ledger.matches.store(
    hash,
    { outcome: role === 'answer' ? 'matched' : 'stranger', probes: [probe], candidates: [], reason: 'token' },
    [{ probe, role, by: 'match' }],
    at,
  )
}
