/** Marketing: sent to a list, without a word to the probe. Help desks put list headers on answers too, so words must join. */

import { fold } from './acts/act.js'
import { firstOf } from './acts/recognise-acts.js'
import { type KindFeatures, type KindRule, shown } from './rule.js'

const PROMOTION_SUBJECT =
  /(-?(?<!\d)\d+ ?%|\b(soldes|promo|offre|vente|code|cadeau|newsletter|nouveaute|bienvenue|black friday|derniers? (jours?|heures?)|ventes? privees?|sale|off\b|deals?|gift|new (in|arrivals|collection)|last chance|welcome to|exclusive))/

function listHeaders({ headers }: KindFeatures): string | null {
  for (const name of [
    'list-unsubscribe',
    'list-unsubscribe-post',
    'list-id',
    'list-post',
    'x-campaign',
    'x-campaignid',
    'x-mailchimp',
    'x-mc-user',
    'feedback-id',
    'x-csa-complaints',
    'x-mailer-recptid',
    'x-sib-id',
    'x-mj-mid',
  ]) {
    if (headers.has(name)) return `${name}: ${headers.raw(name).slice(0, 80)}`
  }
  return null
}

/** Rules of this kind. */
export const MARKETING_RULES: readonly KindRule[] = [
  {
    id: 'list-mail-without-reference',
    kind: 'marketing',
    doc: 'List headers, promotion in its words, and no reference to an earlier mail.',
    source: 'RFC 2369, RFC 8058 List-Unsubscribe; RFC 2919 List-Id',
    examples: [
      {
        headers: { 'List-Unsubscribe': '<https://brand.example/u>' },
        subject: 'Les soldes commencent !',
        body: "Jusqu'à -50 % sur toute la collection. Profitez-en vite.\n\nSe désinscrire",
        found: true,
      },
      {
        headers: { 'List-Unsubscribe': '<https://desk.example/u>', 'In-Reply-To': '<probe@study.example>' },
        subject: 'Re: Votre question',
        body: 'Je vous confirme que le modèle existe en bleu.',
        found: false,
      },
    ],
    find: (features) => {
      const list = listHeaders(features)
      const { acts, subject, refersBack } = features
      if (list === null || refersBack) return null
      const promotion = acts.count.promotion + (PROMOTION_SUBJECT.test(fold(subject)) ? 1 : 0)
      if (promotion === 0 && (features.ticketSystem !== null || acts.count.receipt + acts.count.promise > 0))
        return null
      // A receipt with an unsubscribe link below is a receipt.
      if (acts.count.promise > 0 && promotion < 3) return null
      if (promotion === 0) return { confidence: 0.6, seen: shown(list) }
      return {
        confidence: Math.min(0.97, 0.85 + promotion * 0.04),
        seen: shown(`${list}; ${firstOf(acts, 'promotion')}`),
      }
    },
  },
  {
    id: 'promotion-words',
    kind: 'marketing',
    doc: 'Several sentences of promotion and no reference to an earlier mail.',
    source: 'usage of commercial mailings',
    examples: [
      {
        subject: '-20 % ce week-end',
        body: 'Bonjour,\n\nProfitez de -20 % avec le code promo ETE.\nLivraison offerte dès 50 €.\nJe découvre la nouvelle collection\nSe désabonner',
        found: true,
      },
      {
        body: 'Bonjour,\n\nLe code promo ETE ne fonctionne que sur les chaussures, je vous en joins un autre : SOLEIL. Il est valable un mois.\n\nPaul',
        found: false,
      },
    ],
    find: ({ acts, subject, refersBack }) => {
      const promotion = acts.count.promotion + (PROMOTION_SUBJECT.test(fold(subject)) ? 1 : 0)
      if (refersBack || promotion < 2 || acts.count.promotion === 0) return null
      if (acts.answering > promotion * 2.2 || (acts.count.promise > 0 && promotion < 3)) return null
      return { confidence: 0.85, seen: firstOf(acts, 'promotion') }
    },
  },
]
