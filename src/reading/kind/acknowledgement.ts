/** Acknowledgement: says that the message arrived and that an answer will come, and answers nothing. */
import { fold } from './acts/act.js'
import { firstOf } from './acts/recognise-acts.js'
import type { HeaderSignal } from './automatic-headers.js'
import { type KindFeatures, type KindRule, shown } from './rule.js'

const RECEIPT_SUBJECT =
  /\b(accuse de reception|bien (recu|enregistre)|reception de votre|confirmation de (reception|votre (demande|message|prise de contact))|votre (demande|message|ticket|requete)( n.{0,3}\d+)? (a (bien )?ete|est (bien )?)|nous avons (bien )?recu|prise en compte de votre|(request|message|case|ticket|enquiry|inquiry|e-?mail|query) (has been )?(received|created|logged|registered|opened)|received your|we('ve| have) (received|got)|thank(s| you) for (contacting|your (message|e-?mail|enquiry|inquiry|request)|getting in touch|reaching out)|acknowledge?ment|merci (pour|de) votre (message|demande|mail|contact)|eingangsbestatigung|ihre anfrage (ist|wurde|bei)|hemos recibido|acuse de recibo|abbiamo ricevuto|ontvangstbevestiging|recebemos)\b/

const NO_REPLY = /no[-_.]?reply|do[-_.]?not[-_.]?reply|ne[-_.]?pas[-_.]?repondre|nepasrepondre|noreponse|donotreply/i

/** How strongly headers speak for a program; a ticket system's headers hardly count, it writes them on everything. */
export function headerWeight({ signals, ticketSystem, from }: KindFeatures): number {
  const strongest = (list: readonly HeaderSignal[]) => list.slice(0, 2).reduce((sum, { weight }) => sum + weight, 0)
  const weight = Math.min(3, strongest(signals)) + (NO_REPLY.test(from?.address ?? '') ? 0.4 : 0)
  return ticketSystem === null ? weight : weight * 0.35
}

function isReceiptSubject(subject: string): boolean {
  return RECEIPT_SUBJECT.test(fold(subject)) && !/^\s*re\s*:/i.test(subject)
}

/** How strongly the words say "received, answer will come". */
export function receiptStrength({ acts, subject, noticeActs }: KindFeatures): number {
  const { receipt, promise, automation, thanks } = acts.count
  const several = (count: number, first: number, next: number) =>
    count === 0 ? 0 : first + Math.min(3, count - 1) * next
  const bySubject = RECEIPT_SUBJECT.test(fold(subject)) ? (/^\s*re\s*:/i.test(subject) ? 0.6 : 1.6) : 0
  return (
    several(receipt, 1.2, 0.3) +
    several(thanks, 0.4, 0) +
    several(promise, 2, 0.7) +
    several(automation, 1, 0.2) +
    bySubject +
    (noticeActs.count.automation > 0 ? 0.5 : 0)
  )
}

/** Rules of this kind. */
export const ACKNOWLEDGEMENT_RULES: readonly KindRule[] = [
  {
    id: 'only-promises',
    kind: 'acknowledgement',
    doc: 'Confirms receipt or promises an answer, and says nothing that answers, whoever signs it.',
    source: 'docs/methodology.en.md §4 `acknowledgement`: an automatic receipt came, says when the answer will come',
    examples: [
      {
        body: 'Bonjour,\n\nNous avons bien reçu votre demande. Un conseiller vous répondra sous 48 h.\n\nLe service client',
        found: true,
      },
      {
        body: 'Bonjour Claire,\n\nMerci pour votre message, je le transmets à ma collègue qui reviendra vers vous très vite.\n\nBelle journée,\nJulie',
        found: true,
      },
      {
        subject: 'Request received',
        body: 'Your request (4471) has been received and is being reviewed by our support staff.',
        found: true,
      },
      {
        body: 'Dear Ms Bennett,\n\nThank you for your message. Returns are free within 30 days and I have attached the label.\n\nKind regards,\nTom',
        found: false,
      },
      { body: 'Oui, nous livrons en Belgique.', found: false },
    ],
    find: (features) => {
      const { acts } = features
      const strength = receiptStrength(features)
      if (acts.count.receipt + acts.count.promise === 0 || strength < 1) return null
      const answering = acts.answering
      // A confirmation without a word of what will happen may open a short answer.
      if (acts.count.promise === 0 && strength < 2.2 && answering > 0.8) return null
      // Unmarked, and with more to say than thanks and promises: content that no pattern knows.
      const unmarked = headerWeight(features) < 1 && acts.count.automation === 0 && !isReceiptSubject(features.subject)
      if (unmarked && acts.content > (acts.count.promise === 0 ? 0 : strength >= 3 ? 2 : 1)) return null
      const balance = strength + headerWeight(features) - answering * 1.25
      if (answering > 2.4 && balance < 1) return null
      if (balance <= 0) return null
      return {
        confidence: Math.min(0.97, 0.7 + balance * 0.06),
        seen: firstOf(acts, 'promise', 'receipt', 'automation'),
      }
    },
  },
  {
    id: 'classifier',
    kind: 'acknowledgement',
    doc: 'No formula is known, but the sentences sound like a receipt and none like an answer.',
    source: 'naive Bayes over sentences of our own, see classifier.ts',
    examples: [
      {
        headers: { 'Auto-Submitted': 'auto-generated' },
        body: 'Vous nous avez adressé un message et nous vous en remercions. Nos équipes en prennent connaissance avec grande attention.',
        found: true,
      },
      {
        body: 'Vous nous avez adressé un message et nous vous en remercions. Nous vous réglerons par virement.',
        found: false,
      },
    ],
    find: (features) => {
      const { acts } = features
      // Alone it errs too often: only where a header, a notice or the subject points the same way.
      const marked =
        headerWeight(features) >= 0.5 || features.noticeActs.count.automation > 0 || isReceiptSubject(features.subject)
      const opened = acts.count.thanks + acts.count.receipt + acts.count.promise > 0
      if (!marked || acts.answering > 0 || acts.content > 0 || acts.unknownLeaning > (opened ? -1.5 : -3)) return null
      return { confidence: 0.65, seen: shown(acts.sentences.find(({ act }) => act === null)?.sentence ?? '') }
    },
  },
  {
    id: 'automatic-header-no-answer',
    kind: 'acknowledgement',
    doc: 'Marked as automatic by a header, and the words answer nothing.',
    source: 'RFC 3834 §5',
    examples: [
      {
        headers: { 'Auto-Submitted': 'auto-replied' },
        subject: 'Re: Question',
        body: 'Merci, à bientôt.',
        found: true,
      },
      { headers: { 'Auto-Submitted': 'no' }, subject: 'Re: Question', body: 'Merci, à bientôt.', found: false },
      {
        headers: { 'X-Auto-Response-Suppress': 'All' },
        subject: 'Re: Question',
        body: 'Bonjour,\n\nJe vous confirme que le retour est gratuit. Vous pouvez déposer le colis en point relais.\n\nPaul',
        found: false,
      },
    ],
    find: (features) => {
      const weight = headerWeight(features)
      const { acts, signals, ticketSystem } = features
      if (weight < 1.5 || ticketSystem !== null) return null
      // One plain sentence of an answer outweighs a header; only a program that marks itself twice is believed beyond that.
      if (acts.answering >= (weight >= 3 ? 2.6 : 1.5)) return null
      return { confidence: 0.6 + Math.min(0.25, weight * 0.07), seen: shown(signals[0]?.seen ?? '') }
    },
  },
  {
    id: 'receipt-subject',
    kind: 'acknowledgement',
    doc: 'The subject confirms receipt, and the words answer next to nothing.',
    source: 'subjects that help desks give to receipts',
    examples: [
      { subject: 'Accusé de réception de votre demande', body: 'Référence 5521.', found: true },
      {
        subject: 'Re: Accusé de réception manquant',
        body: "Je vous confirme que le dossier est complet. Le remboursement de 45 euros a été lancé hier. Vous pouvez garder l'article.",
        found: false,
      },
    ],
    find: ({ subject, acts }) => {
      if (!RECEIPT_SUBJECT.test(fold(subject)) || acts.answering > 2.4) return null
      return { confidence: 0.8, seen: shown(`Subject: ${subject}`) }
    },
  },
]
