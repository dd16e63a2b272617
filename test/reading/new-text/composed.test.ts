/** Letters composed from parts as customer services write them, in any combination: the letter comes back exactly. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { separateNewText } from '../../../src/reading/new-text/separate.js'
import { squash } from './cases.js'

const greeting = fc.constantFrom(
  'Bonjour Madame Aubry,',
  'Bonjour,',
  'Madame,',
  'Dear Ms Aubry,',
  'Hi Claire!',
  'Chère cliente,',
)
const paragraph = fc.constantFrom(
  'Nous avons bien reçu votre demande et nous vous en remercions.',
  'Votre colis n° 6A0123 sera livré jeudi 14 mars entre 8 h et 12 h.',
  'Le remboursement de 39,90 € sera visible sous cinq jours ouvrés.',
  'Vous pouvez nous joindre au 01 23 45 67 89 du lundi au vendredi de 9h à 18h.',
  'Pour toute question, consultez notre FAQ : https://maison-lune.example/faq',
  'Your refund was issued on 11 March and will take five days to appear.',
  'Pourriez-vous nous transmettre :\n- votre numéro de commande\n- une photo du produit',
  'Le transporteur a tenté une livraison le 12/03/2024 à 10:24, sans succès.',
  'Nous restons à votre disposition pour tout renseignement complémentaire.',
  'On the other hand, the warranty covers it.',
  'Merci de votre compréhension.',
  'Suivi de votre envoi :\nhttps://colis.example/t/6A0123',
)
const closing = fc.constantFrom(
  'Cordialement,',
  'Bien à vous,',
  'Kind regards,',
  'Sincères salutations,',
  'Je vous souhaite une excellente journée.\n\nCordialement,',
  'Très belle journée à vous,',
  'Yours sincerely,',
  'Dans l’attente de votre retour, je vous souhaite une bonne journée.',
  'Avec nos salutations les meilleures,',
  'Thanks,',
)
const name = fc.constantFrom(
  'Julie Martin',
  'Julie',
  'MARTIN Julie',
  'Le Service Client',
  'Mme MARTIN',
  'Julie - Maison Lune',
)
const signature = fc.constantFrom(
  '',
  'Conseillère clientèle',
  'Service Client\nMaison Lune',
  'Service Relation Clientèle\n12 rue des Tilleuls\n69003 LYON\nTél. 04 72 00 00 00',
  'Customer Care Advisor\nMaison Lune Ltd\nwww.maison-lune.example',
  'Chargée de clientèle | Maison Lune\n+33 4 72 00 00 00 | julie.martin@maison-lune.example',
  'Maison Lune\nL’art de la lumière depuis 1987',
)
const notice = fc.constantFrom(
  '',
  'Ce message et ses pièces jointes sont confidentiels.\nSi vous l’avez reçu par erreur, merci de le détruire.',
  'This email is confidential and may be privileged. If you are not the intended recipient please delete it.',
  'Maison Lune SAS au capital de 50 000 € - RCS Lyon 123 456 789',
  'L’émetteur décline toute responsabilité quant au contenu de ce message, confidentiel.',
)
const survey = fc.constantFrom(
  '',
  'Comment évaluez-vous notre réponse ?\nBon : https://x.example/1\nMauvais : https://x.example/0',
  'Êtes-vous satisfait(e) de cette réponse ? Oui / Non',
  'Avons-nous répondu à votre question ?\n👍 Oui 👎 Non',
  'How would you rate my reply? Great  Okay  Not Good',
)
const QUESTION = 'Bonjour,\nma commande est abîmée.\nCordialement,\nClaire Aubry'
const MARKED = QUESTION.replace(/^/gm, '> ')
const quote = fc.constantFrom(
  '',
  `Le mar. 12 mars 2024 à 10:24, Claire Aubry <claire@persona.example> a écrit :\n\n${MARKED}`,
  `On Tue, Mar 12, 2024 at 10:24 AM Claire Aubry <claire@persona.example> wrote:\n${MARKED}`,
  `De : Claire Aubry\nEnvoyé : mardi 12 mars 2024 10:24\nÀ : contact\nObjet : Commande\n\n${QUESTION}`,
  `-----Message d'origine-----\nDe : Claire Aubry\nEnvoyé : mardi 12 mars 2024 10:24\n\n${QUESTION}`,
  `________________________________\nFrom: Claire Aubry <claire@persona.example>\nSent: 12 March 2024\nTo: care\nSubject: Order\n\n${QUESTION}`,
)
const top = fc.constantFrom(
  '',
  '[EXTERNAL]',
  '##- Veuillez répondre au-dessus de cette ligne -##',
  '-- Please reply above this line --',
)
const sender = fc.constantFrom('Julie Martin', 'Service Client Maison Lune', 'Maison Lune', '')

const mail = fc
  .record({
    greeting,
    paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 4 }),
    closing,
    name,
    apart: fc.boolean(),
  })
  .chain(({ greeting, paragraphs, closing, name, apart }) => {
    const letter = [greeting, ...paragraphs, `${closing}${apart ? '\n\n' : '\n'}${name}`].join('\n\n')
    return fc.record({
      top,
      letter: fc.constant(letter),
      signature,
      notice,
      survey,
      swapped: fc.boolean(),
      quote,
      sender,
    })
  })
  .map(({ top, letter, signature, notice, survey, swapped, quote, sender }) => {
    const signed = signature === '' ? letter : `${letter}\n${signature}`
    const footers = swapped ? [survey, notice] : [notice, survey]
    const plain = [top, signed, ...footers, quote].filter((part) => part !== '').join('\n\n')
    return { letter, plain, signature, quote, sender }
  })

function asHtml(plain: string): string {
  const lines = plain.split('\n').map((line) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))
  return `<html><body>${lines.map((line) => `<div>${line === '' ? '<br>' : line}</div>`).join('')}</body></html>`
}

describe('composed letters', () => {
  it.each(['plain', 'html'] as const)('come back exactly from %s', (format) => {
    fc.assert(
      fc.property(mail, ({ letter, plain, signature, quote, sender }) => {
        const body = format === 'plain' ? { plain, html: null } : { plain: null, html: asHtml(plain) }
        const got = separateNewText(body, { senderName: sender, senderAddress: '', subject: '' })
        expect(squash(got.text)).toBe(squash(letter))
        expect(squash(got.quoted)).toBe(squash(quote))
        if (signature !== '') expect(squash(got.signature)).toContain(squash(signature))
      }),
      { numRuns: 1_000 },
    )
  })
})
