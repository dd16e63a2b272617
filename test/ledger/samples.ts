/** Small made-up rows for tests of the ledger and of what stands on it. */
import type { EditionConfiguration } from '../../src/domain/configuration.js'
import type { Reading } from '../../src/domain/message.js'
import type { Probe } from '../../src/domain/probe.js'
import { type Ledger, openLedger } from '../../src/ledger/ledger.js'

/** Monday 2 March 2026, 09:00 UTC. */
export const MONDAY = Date.UTC(2026, 2, 2, 9)

/** The configuration of an edition with one brand, one persona, one scenario. */
export function sampleConfiguration(id = '2026'): EditionConfiguration {
  return {
    study: { id: 'sample', title: 'Sample study', operator: 'Sample Consulting', languages: ['fr', 'en'] },
    edition: {
      id,
      title: `Edition ${id}`,
      brands: ['maison-lune'],
      scenarios: ['complaint'],
      personas: ['claire'],
      grid: 'sample',
      sendFrom: '2026-03-02',
      sendUntil: '2026-03-27',
      answerWindowDays: 15,
      seed: 1,
      embargoUntil: null,
      brandEmbargoUntil: null,
    },
    sectors: [{ id: 'beauty', title: { fr: 'Beauté', en: 'Beauty' } }],
    brands: [
      {
        id: 'maison-lune',
        name: 'Maison Lune',
        aliases: [],
        sector: 'beauty',
        contacts: [{ address: 'contact@maison-lune.example', department: 'customer-service' }],
        domains: ['maison-lune.example'],
        country: 'FR',
        timeZone: 'Europe/Paris',
        languages: ['fr', 'en'],
        glossary: [],
      },
    ],
    personas: [
      {
        id: 'claire',
        firstName: 'Claire',
        lastName: 'Vasseur',
        gender: 'female',
        languages: ['fr'],
        age: 41,
        city: 'Lille',
        account: 'main',
        localPart: 'claire.vasseur',
        attributes: { gender: 'female' },
      },
    ],
    scenarios: [
      {
        id: 'complaint',
        title: { fr: 'Réclamation', en: 'Complaint' },
        language: 'fr',
        type: 'complaint',
        variants: [{ id: 'a', subject: 'Colis', body: 'Bonjour' }],
        points: [],
        glossary: [],
        followUp: null,
      },
    ],
    grid: { id: 'sample', version: 1, title: { fr: 'Grille', en: 'Grid' }, families: [], hash: '0'.repeat(64) },
    limits: {
      minGapDays: 3,
      perBrand: 8,
      perBrandPeriodDays: 60,
      perDomainPerHour: 4,
      workingHours: { from: '09:00', until: '18:00' },
      workingDays: [1, 2, 3, 4, 5],
      holidays: [],
      optOut: [],
    },
    proofreading: { engine: { fr: 'hunspell', en: 'hunspell' }, server: null, tradeWords: [] },
    helpDeskDomains: [],
    retentionDays: null,
  }
}

/** A planned probe; `number` makes it another one. */
export function sampleProbe(number = 1, changes: Partial<Probe> = {}): Probe {
  const edition = changes.edition ?? '2026'
  const brand = changes.brand ?? 'maison-lune'
  const token = `tok${String(number).padStart(5, '0')}`
  return {
    id: `${edition}/${brand}/complaint-${number}`,
    edition,
    brand,
    scenario: 'complaint',
    persona: 'claire',
    variant: 'a',
    account: 'main',
    recipient: 'contact@maison-lune.example',
    token,
    dueAt: MONDAY + number * 60_000,
    followsProbe: null,
    state: 'planned',
    mail: { subject: `Colis ${number}`, text: 'Bonjour,\nOù est mon colis ?\n', language: 'fr', hash: 'a'.repeat(64) },
    fromName: 'Claire Vasseur',
    fromAddress: 'claire.vasseur@shopper.example',
    replyAddress: `claire.vasseur+${token}@shopper.example`,
    messageId: null,
    sentAt: null,
    stateReason: null,
    ...changes,
  }
}

/** A reading of a short reply. */
export function sampleReading(changes: Partial<Reading> = {}): Reading {
  return {
    version: 1,
    kind: 'reply',
    kindConfidence: 0.95,
    kindClue: { rule: 'default', seen: '' },
    messageId: '<answer@maison-lune.example>',
    inReplyTo: [],
    references: [],
    from: { name: 'Paul', address: 'contact@maison-lune.example' },
    replyTo: [],
    recipients: [],
    subject: 'Re: Colis',
    date: null,
    text: 'Bonjour Claire,\nVotre colis arrive demain.\n',
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

/** A ledger in memory with one edition and some planned probes. */
export function sampleLedger(numberOfProbes = 1): Ledger {
  const ledger = openLedger(':memory:', { evidenceKey: null })
  ledger.editions.plan(sampleConfiguration(), MONDAY)
  ledger.probes.add(
    Array.from({ length: numberOfProbes }, (_, index) => sampleProbe(index + 1)),
    MONDAY,
  )
  return ledger
}

/** Moves a probe to `sent`. */
export function markSent(ledger: Ledger, probe: Probe, at = MONDAY): void {
  ledger.probes.move(probe.id, 'planned', 'sending', { at, by: 'test', messageId: `<${probe.token}@shopper.example>` })
  ledger.probes.move(probe.id, 'sending', 'sent', { at, by: 'test', sentAt: at })
}
