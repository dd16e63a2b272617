/** Unrelated: mail that answers nothing asked: orders, invoices, accounts, codes, read receipts, invitations. */
import { fold } from './acts/act.js'
import { type KindRule, shown } from './rule.js'

const TRANSACTION_SUBJECT =
  /\b(confirmation de (votre )?(commande|paiement|reservation|inscription|compte)|votre (commande|colis|facture|reservation|paiement|recu|abonnement)\b.{0,30}(n°|#|\d{3}|confirm|expedi|arriv|livr|disponible)|votre facture|^votre (recu|ticket de caisse|releve)|^your (receipt|statement|ticket)|alerte de securite|security (alert|notice|warning)|connexion (inhabituelle|suspecte)|(unusual|suspicious) (sign-in|login|activity)|facture (n|du|disponible)|code de (verification|confirmation|securite)|(re)?initialis\w+ (de )?(votre )?mot de passe|nouveau mot de passe|creation de (votre )?compte|bienvenue (chez|sur)|activez votre compte|nouvelle connexion|mise a jour de (nos|notre) (conditions|politique)|order confirmation|your (order|receipt|invoice|booking|payment|statement|parcel|account)\b.{0,30}(confirm|#|\d{3}|shipped|dispatched|ready|available|created|activ)|invoice (#|n[o°.]* ?)?\d[\d/-]*|your (order|parcel|package) (is|has been|was) (on (its|the) way|sent|delivered|out for delivery)|votre (commande|colis) (est en (route|chemin)|arrive|a ete (expedie|livre))e?|votre compte (client )?(a (bien )?ete|est) (cree|active|ouvert)|payment received|verification code|reset your password|password reset|new (sign-in|login|device)|activate your account|welcome to|updates? to our (terms|privacy)|verify your e-?mail address|account (created|activation)|calendar|invitation:|accepted:|declined:|cancell?ed event)\b/

const READ_RECEIPT_SUBJECT =
  /^\s*(lu|read|gelesen|leido|letto|gelezen|lida|read receipt|accuse de lecture|not read|non lu)\s*:/

/** Rules of this kind. */
export const UNRELATED_RULES: readonly KindRule[] = [
  {
    id: 'reading-receipt',
    kind: 'reading-receipt',
    doc: 'Says that a mail was displayed or deleted; nobody confirms or promises anything.',
    source: 'RFC 8098 message disposition notifications',
    examples: [
      {
        headers: { 'Content-Type': 'multipart/report; report-type=disposition-notification; boundary=b' },
        subject: 'Lu : question',
        body: '--b\nContent-Type: text/plain\n\nVotre message a été lu.\n--b--',
        found: true,
      },
      { subject: 'Re: Question', body: 'Lu, merci.', found: false },
    ],
    find: ({ contentType, reportType, subject, acts }) => {
      if (reportType === 'disposition-notification')
        return { confidence: 0.97, seen: shown(`${contentType}; ${reportType}`) }
      const receipt = READ_RECEIPT_SUBJECT.test(fold(subject)) && acts.words < 60
      return receipt ? { confidence: 0.85, seen: shown(`Subject: ${subject}`) } : null
    },
  },
  {
    id: 'calendar-mail',
    kind: 'unrelated',
    doc: 'An invitation or an answer to one.',
    source: 'RFC 6047 iMIP',
    examples: [
      {
        headers: { 'Content-Type': 'text/calendar; method=REQUEST' },
        subject: 'Invitation: point',
        body: 'BEGIN:VCALENDAR',
        found: true,
      },
      { subject: 'Re: rendez-vous', body: 'Mercredi à 15 h convient.', found: false },
    ],
    find: ({ contentType }) => (contentType === 'text/calendar' ? { confidence: 0.95, seen: contentType } : null),
  },
  {
    id: 'transaction',
    kind: 'transactional',
    doc: 'An order, invoice, account or security notice, without reference to an earlier mail.',
    source: 'usage of transactional mailings',
    examples: [
      {
        subject: 'Confirmation de votre commande n° 20931',
        body: 'Merci pour votre achat. Total : 45 €.',
        found: true,
      },
      { subject: 'Your verification code', body: 'Your code is 482913. It expires in ten minutes.', found: true },
      {
        headers: { 'In-Reply-To': '<probe@study.example>' },
        subject: 'Re: Votre commande n° 20931',
        body: 'Votre colis part demain.',
        found: false,
      },
    ],
    find: ({ subject, refersBack, hasHeaders, acts }) => {
      if (!hasHeaders || refersBack || !TRANSACTION_SUBJECT.test(fold(subject))) return null
      if (acts.count.promise > 0) return null
      return { confidence: 0.8, seen: shown(`Subject: ${subject}`) }
    },
  },
]
