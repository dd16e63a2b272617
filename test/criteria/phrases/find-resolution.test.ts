import { describe, expect, it } from 'vitest'
import { findDecidingWords } from '../../../src/criteria/phrases/find-resolution.js'
import { fold } from '../../../src/text/fold.js'
import { unwrap } from '../../../src/text/sentences.js'

const says = (text: string) => [...new Set(findDecidingWords(text, fold(unwrap(text))).map((words) => words.says))]

const SETTLED = [
  'La somme de 42 € vous a été recréditée hier.',
  'Nos techniciens ont remplacé le boîtier défectueux.',
  'Je résilie votre contrat au 31 mars comme demandé.',
  'Nous vous remboursons la différence de 12 €.',
  'Votre ligne est rétablie depuis midi.',
  'Facture corrigée ce jour.',
  'Virement fait hier sur votre compte.',
  'Les pénalités seront retirées de votre dossier, vous pouvez l’oublier.',
  'Le plombier passera chez vous mardi matin.',
  'Le trop-perçu figurera sur votre prochaine facture.',
  'Nous procédons ce jour au remplacement de votre appareil.',
  'Votre abonnement est résilié à la date du 3 mars.',
  'L’eau est de nouveau disponible dans votre rue.',
  'On vous a mis de côté un modèle neuf, il est expédié ce soir.',
  'I have closed your account as you asked.',
  'We refunded the whole amount on Monday.',
  'Your booking has been changed to 4 May.',
  'A new card was posted to you this morning.',
  'I’ll cancel the renewal for you today.',
  'Our engineer will be visiting on Thursday at 9 am.',
  'Charge removed.',
  'Sorted, the duplicate order is gone.',
  'Your parcel is on its way.',
  'The courier will collect the faulty one tomorrow.',
  'We’ve taken £15 off your next bill and it’s now up and running.',
  'The credit has been applied to your account.',
]

const AWAY = [
  'Le suivi de ce dossier ne relève pas de notre service.',
  'Les abonnements sont gérés par un prestataire extérieur.',
  'C’est le syndic qui s’occupe de ces travaux.',
  'Vous pouvez vous reporter au guide tarifaire.',
  'Il vous appartient de solliciter votre assureur.',
  'Merci de vous connecter à l’application.',
  'Tout est expliqué dans votre livret d’accueil.',
  'Nous vous conseillons de vous rapprocher du vendeur.',
  'Nous ne sommes pas compétents pour ce type de demande.',
  'Voyez directement avec le constructeur.',
  'Vous trouverez toutes les réponses ici : https://aide.nordvent.example/faq',
  'Faites votre demande en ligne dans votre espace personnel.',
  'Téléphonez au 09 70 00 00 10 aux heures de bureau.',
  'You will need to take this up with the retailer.',
  'Parking permits are handled by the county council.',
  'Please log in to your account to make the change.',
  'The terms are set out in your policy schedule.',
  'Our guide explains how it works: https://help.nordvent.example/guide',
  'This is not something our team can help with, so please contact them.',
  'This mailbox is for press enquiries only.',
  'Please use the online form to report it.',
  'For a reply, ring 0300 000 0100 between 9 and 5.',
  'You should speak to your landlord about this.',
]

const OPEN = [
  'J’ai demandé des précisions à l’entrepôt.',
  'Votre dossier est en cours d’examen.',
  'Je reviens vers vous dès que possible.',
  'Pourriez-vous nous envoyer une photo ?',
  'We have asked the courier for an explanation.',
  'Your claim is in the queue.',
  'I am looking into it and will get back to you.',
  'Could you send us your account number?',
]

const REFUSED = [
  'Nous ne pouvons pas accéder à votre demande.',
  'Ce billet n’est pas remboursable.',
  'Votre réclamation a été rejetée.',
  'Nous ne livrons pas dans les îles.',
  'We are unable to refund opened items.',
  'Your claim has been declined.',
  'This fare is not refundable.',
  'We only deliver to the mainland.',
]

describe('words that decide a resolution', () => {
  it.each(SETTLED)('settled: %s', (text) => {
    expect(says(text)).toContain('done')
    expect(says(text)).not.toContain('pending')
    expect(says(text)).not.toContain('deflected')
  })

  it.each(AWAY)('sent away: %s', (text) => {
    expect(says(text).some((word) => word === 'deflected' || word === 'offered')).toBe(true)
    expect(says(text)).not.toContain('done')
    expect(says(text)).not.toContain('pending')
  })

  it.each(OPEN)('left open: %s', (text) => {
    expect(says(text)).toContain('pending')
    expect(says(text)).not.toContain('done')
    expect(says(text)).not.toContain('deflected')
  })

  it.each(REFUSED)('refused: %s', (text) => {
    expect(says(text)).toContain('refused')
    expect(says(text)).not.toContain('done')
  })

  it.each([
    'Si la panne persiste, votre box sera remplacée.',
    'Une fois le colis reçu, le montant sera viré.',
    'Les retours sont remboursés après contrôle.',
    'Once we receive the boots, we will refund you.',
    'Refunds are processed within 14 days.',
    'Votre compte n’a pas été crédité.',
    'The refund has not been issued.',
    'La facture a-t-elle été corrigée ?',
    'Comme votre colis a été livré au voisin, rien ne manque.',
  ])('no fact of ours: %s', (text) => {
    expect(findDecidingWords(text, fold(text)).filter((words) => words.says === 'done')).toEqual([])
  })

  it.each([
    'Notre équipe reste joignable au 01 70 00 00 20 si besoin.',
    'If you have any other questions, call us on 0300 000 0100.',
    'Nous avons contacté le transporteur, le colis est livré.',
    'We spoke to the bank for you.',
  ])('no reference elsewhere: %s', (text) => {
    expect(says(text)).not.toContain('deflected')
  })

  it('takes a refusal for now, or of telling, for no refusal', () => {
    expect(says('Nous ne pouvons pas vous rembourser pour le moment.')).not.toContain('refused')
    expect(says('We cannot yet confirm whether we will refund you.')).not.toContain('refused')
  })
})
