/** Out-of-office: a program answers for someone absent, or for a house that is closed. */
import { fold } from './acts/act.js'
import { firstOf } from './acts/recognise-acts.js'
import { type KindRule, shown } from './rule.js'

const ABSENCE_SUBJECT =
  /\b(out of (the )?office|absence du bureau|message d'absence|absente?\b|en conges|abwesen(d|heit)|fuera de (la )?oficina|fuori (sede|ufficio)|afwezig(heid)?|ausencia|ausente|away from|on (annual )?leave|on vacation|ooo\b|conges|vacances)/

const AUTOMATIC_SUBJECT =
  /^\s*(automatic reply|auto(matic)?[- ]?(reply|response)|reponse automatique|automatische antwort|respuesta automatica|risposta automatica|automatisch antwoord|resposta automatica|autoreply|auto:)/

const FIRST_PERSON =
  /\b(je (suis|serai|ne (travaille|fais|consulte|releve|lis))|j'ai quitte|des mon retour|i am|i'm|i will|i'll|mon (absence|retour)|my (absence|return)|ich bin|estoy|sono|ik ben|estou|me joindre|contact me|mes (mails|e-?mails))\b/

/** A question put to the customer: no note of absence waits for an answer. */
const ASKS_CUSTOMER =
  /-(vous|tu|t-il|il|elle)\b[^.?!]{0,60}\?|\b(would|could|can|shall|do|does|is|are) (you|that|this|it|i|we)\b[^.?!]{0,80}\?/

/** Rules of this kind. */
export const OUT_OF_OFFICE_RULES: readonly KindRule[] = [
  {
    id: 'vacation-header',
    kind: 'out-of-office',
    doc: 'A header of a vacation program.',
    source: 'RFC 5230; Exchange mailbox rules agent',
    examples: [
      { headers: { 'X-Vacation': 'yes' }, subject: 'Re: Question', body: 'Back on Monday.', found: true },
      { headers: { 'X-Mailer': 'Thunderbird' }, subject: 'Re: Question', body: 'Yes, we do.', found: false },
      {
        headers: { 'X-MS-Exchange-Generated-Message-Source': 'Mailbox Rules Agent' },
        subject: 'Automatic reply: Parking permit',
        body: 'This mailbox is read from Monday to Friday. We aim to reply to every query within five working days.',
        found: false,
      },
    ],
    find: ({ signals, acts, noticeActs, subject }) => {
      const vacation = signals.find((signal) => signal.vacation)
      // The same program answers for shared mailboxes: nobody is away, and an answer is promised.
      const promises = acts.count.promise + noticeActs.count.promise
      if (promises > 0 && acts.count.absence + noticeActs.count.absence === 0 && !ABSENCE_SUBJECT.test(fold(subject)))
        return null
      return vacation && acts.count.receipt === 0 ? { confidence: 0.95, seen: vacation.seen } : null
    },
  },
  {
    id: 'absence-words',
    kind: 'out-of-office',
    doc: 'The writer says to be absent, and says little else.',
    source: 'usage of vacation answers in French, English, German, Spanish, Italian, Dutch, Portuguese',
    examples: [
      { body: "Bonjour,\n\nJe suis absente jusqu'au 12 mars. Je vous répondrai à mon retour.\n\nJulie", found: true },
      {
        body: 'Hello,\n\nI am out of the office until Monday. For urgent matters please write to team@brand.example.',
        found: true,
      },
      {
        body: "Bonjour,\n\nMa collègue est en congés jusqu'au 12 mars, mais je peux vous répondre : le délai est de cinq jours et le retour est gratuit. Je vous joins l'étiquette.\n\nPaul",
        found: false,
      },
      {
        body: 'Hello,\n\nI have cancelled the room and there is nothing to pay. I will be on leave from Monday, so Anna will greet you.\n\nJim',
        found: false,
      },
      {
        body: 'Bonjour,\n\nNous avons bien reçu votre message. Nos bureaux sont fermés le dimanche. Un conseiller vous répondra lundi.',
        found: false,
      },
    ],
    find: ({ acts, letter, subject, signals }) => {
      if (acts.count.absence === 0) return null
      // Who is away and still calls or writes today is no machine.
      if (
        /\b(je (vous|te) (r?appelle|reponds|envoie)|i('ll| will) (call|ring) you)\b/.test(fold(letter)) &&
        signals.length === 0
      )
        return null
      const personal = FIRST_PERSON.test(fold(letter))
      const automatic =
        AUTOMATIC_SUBJECT.test(fold(subject)) ||
        ABSENCE_SUBJECT.test(fold(subject)) ||
        signals.some(({ weight }) => weight >= 2)
      // A note of absence begins with the absence; who answers first tells of it in passing.
      const first = acts.sentences.find(({ act }) => act === 'absence' || act === 'answer')
      if (!automatic && (first?.act === 'answer' || ASKS_CUSTOMER.test(fold(letter)))) return null
      // A house that thanks for a message and is closed at night sends a receipt, not a note of absence.
      if (!personal && acts.count.receipt > 0 && !ABSENCE_SUBJECT.test(fold(subject))) return null
      const allowed = automatic ? 5.5 : personal && acts.words < 90 ? 3.5 : 2
      if (acts.answering > allowed) return null
      return { confidence: automatic ? 0.97 : 0.9, seen: firstOf(acts, 'absence') }
    },
  },
  {
    id: 'absence-subject',
    kind: 'out-of-office',
    doc: 'The subject speaks of absence, and the text neither confirms receipt nor answers.',
    source: 'subjects that Exchange, Gmail and Lotus give to vacation answers',
    examples: [
      { subject: 'Out of Office: your question', body: 'Back on the 4th. For help call the front desk.', found: true },
      {
        subject: 'Réponse automatique : votre question',
        body: 'Nous avons bien reçu votre message et vous répondrons sous 48 h.',
        found: false,
      },
    ],
    find: ({ acts, subject, refersBack, signals }) => {
      const folded = fold(subject)
      const absence = ABSENCE_SUBJECT.test(folded) && !/^\s*(re|aw|sv)\s*:/.test(folded)
      const automatic = AUTOMATIC_SUBJECT.test(folded)
      if (!absence && !automatic) return null
      if (acts.count.receipt + acts.count.promise > 0 && !absence) return null
      if (acts.answering > 5 && !signals.some(({ weight }) => weight >= 1)) return null
      return { confidence: absence ? 0.9 : 0.7 + (refersBack ? 0.05 : 0), seen: shown(`Subject: ${subject}`) }
    },
  },
]
