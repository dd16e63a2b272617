/** Open probes and readings for tests of matching. */
import type { Reading } from '../../src/domain/message.js'
import { DAY_MS } from '../../src/domain/time.js'
import type { OpenProbe } from '../../src/matching/open-probe.js'

/** 12 March 2024, 10:24 in Paris. */
export const SENT_AT = Date.UTC(2024, 2, 12, 9, 24)

/** A probe of Claire Aubry to Maison Lune; `change` gives what differs. */
export function openProbe(change: Partial<OpenProbe> = {}): OpenProbe {
  return {
    id: '2024/maison-lune/complaint',
    brand: {
      id: 'maison-lune',
      names: ['Maison Lune'],
      domains: ['maison-lune.example'],
      addresses: ['contact@maison-lune.example'],
    },
    personaName: 'Claire Aubry',
    personaAddress: 'claire.aubry@persona.example',
    token: 'k3v9q2',
    replyAddress: 'claire.aubry+k3v9q2@persona.example',
    messageId: '<probe-1@persona.example>',
    subject: 'Ma commande de rideaux est arrivée abîmée',
    text: [
      'Bonjour,',
      'J’ai reçu hier les rideaux en lin commandés chez Maison Lune et l’un des deux est déchiré sur toute la longueur.',
      'Pouvez-vous me dire comment obtenir un échange sans frais, et sous quel délai ?',
      'Merci d’avance, Claire Aubry',
    ].join('\n'),
    sentAt: SENT_AT,
    windowEnd: SENT_AT + 15 * DAY_MS,
    followsProbe: null,
    ...change,
  }
}

/** A reading that points to nothing; `change` gives what does. */
export function reading(change: Partial<Reading> = {}): Reading {
  return {
    version: 1,
    kind: 'reply',
    kindConfidence: 0.9,
    kindClue: { rule: 'reply', seen: '' },
    messageId: '<answer@elsewhere.example>',
    inReplyTo: [],
    references: [],
    from: { name: 'Anyone', address: 'anyone@elsewhere.example' },
    replyTo: [],
    recipients: [],
    subject: 'Hello',
    date: null,
    text: 'Bonjour, nous vous répondons au plus vite.',
    quoted: '',
    signature: '',
    boilerplate: '',
    language: 'fr',
    languageConfidence: 0.9,
    attachments: [],
    bounce: null,
    embeddedMessageIds: [],
    problems: [],
    ...change,
  }
}

/** From header of the brand's customer service. */
export const FROM_BRAND = { name: 'Maison Lune', address: 'contact@maison-lune.example' }
