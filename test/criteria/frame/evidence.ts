/** Plain evidence for tests of criteria: one invented shopper, one invented brand, and whatever a test changes. */
import type { AnswerEvidence, Evidence } from '../../../src/domain/exchange.js'
import type { ExpectedPoint, Scenario } from '../../../src/domain/scenario.js'
import { HOUR_MS } from '../../../src/domain/time.js'

/** Monday 2 March 2026, 09:00 in Paris. */
export const SENT_AT = Date.UTC(2026, 2, 2, 8)

/** A reply 3 hours later, unless a test says otherwise. */
export function answerWith(text: string, changes: Partial<AnswerEvidence> = {}): AnswerEvidence {
  return {
    receivedAt: SENT_AT + 3 * HOUR_MS,
    fromName: 'Service Client',
    fromAddress: 'contact@nordvent.example',
    subject: 'Re: Colis non reçu',
    text,
    signature: '',
    language: 'fr',
    languageConfidence: 0.99,
    unread: null,
    ...changes,
  }
}

/** A point of weight 1 with one pattern. */
export function point(id: string, pattern: string, title = id): ExpectedPoint {
  return { id, title: { fr: title, en: title }, weight: 1, patterns: [pattern], stems: [] }
}

/** A French complaint about a parcel. */
export function scenarioWith(changes: Partial<Scenario> = {}): Scenario {
  return {
    id: 'late-parcel',
    title: { fr: 'Colis en retard', en: 'Late parcel' },
    language: 'fr',
    type: 'complaint',
    variants: [],
    points: [],
    glossary: [],
    followUp: null,
    ...changes,
  }
}

/** Evidence with a reply of this text; null for no reply. */
export function evidenceWith(text: string | null, changes: Partial<Evidence> = {}): Evidence {
  return {
    sentAt: SENT_AT,
    answerWindowDays: 15,
    question: {
      subject: 'Colis non reçu',
      text: 'Bonjour, ma commande 48213 n’est pas arrivée à Nantes. Quand sera-t-elle livrée ?',
      language: 'fr',
    },
    persona: {
      id: 'camille-lefevre',
      firstName: 'Camille',
      lastName: 'Lefèvre',
      gender: 'female',
      languages: ['fr', 'en'],
      age: 41,
      city: 'Nantes',
      account: 'courrier',
      localPart: 'camille.lefevre',
      attributes: {},
    },
    brand: {
      id: 'nordvent',
      name: 'Nordvent',
      aliases: [],
      sector: 'shops',
      contacts: [],
      domains: ['nordvent.example'],
      country: 'FR',
      timeZone: 'Europe/Paris',
      languages: ['fr'],
      glossary: [],
    },
    scenario: scenarioWith(),
    reply: text === null ? null : answerWith(text),
    acknowledgement: null,
    mistakes: text === null ? null : [],
    otherReplies: [],
    earlier: null,
    businessHours: text === null ? null : 3,
    ...changes,
  }
}
