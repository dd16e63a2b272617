/** Spelling of letters: what is flagged, and the much longer list of what is let go. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { StudyLanguage } from '../../../src/domain/language.js'
import { createProofreader } from '../../../src/proofreading/engines/create-proofreader.js'
import type { Proofreader, ProofreadingContext } from '../../../src/proofreading/proofreader.js'

const engines: Partial<Record<StudyLanguage, Proofreader>> = {}

beforeAll(async () => {
  for (const language of ['fr', 'en'] as const) {
    engines[language] = await createProofreader(language, {
      engine: 'hunspell',
      server: null,
      tradeWords: ['zorbicom'],
    })
  }
})

async function flagged(language: StudyLanguage, text: string, context?: ProofreadingContext): Promise<string[]> {
  const mistakes = (await engines[language]?.proofread(text, context)) ?? []
  return mistakes.map((mistake) => `${mistake.category}:${mistake.text}`)
}

describe('French words', () => {
  it.each([
    "L'école d’aujourd'hui, qu'elle aille jusqu’à Lyon ; lorsqu'il le faut, quelqu'un vient.",
    'A-t-il reçu celui-ci ? Dites-le-moi, vas-y, donne-t’en, là-bas, vous-même, c’est-à-dire ceux-là.',
    'A bientôt. Emilie et Elodie vous écrivent. Ôtez-les.',
    'RECLAMATION NUMERO UN : L’ETAT DU COLIS EST CONNU DU SAV.',
    'Rendez-vous à 12h30, sous 48h, le 1er ou le 3ème jour, pour 30€, 15 m², n°12, 2ᵉ étage, 5kg.',
    'Écrivez à aide@exemple.fr ou sur www.exemple.fr/aide, https://exemple.fr/x?y=1, exemple.com.',
    'Réf. CMD-2024-001, #12345, #soldes, @exemple, AB12CD34, facture_mars.pdf, photo.jpg, C:\\Documents\\lettre.',
    'M. Kervella, Mme Oulhaj, Mlle Zyto et le Dr Vroubel ont appelé Jean-Hubertin.',
    'svp, rdv, cdt, tél., réf., SAV, CB, RIB, TVA, ok, pdf, sms, wifi, usb.',
    'Votre iPhone, PayPal, l’eSIM et le câble USB-C, chez Zorbix & Krum.',
    'La newsletter, le chatbot, le tracking et le cashback sont en ligne.',
    'Le produit « blurtzy flonk » et l’option "troulaboum" sont gratuits.',
    'co\u00adli\u00adssimo et com\u00admande, de\u0301ja\u0300 vu, ﬁn.',
    'connaitre, couteux, aout, il considèrera, nous allègerons, ils délèguerons, la boite, maitriser',
    'Ce zorbicom est bon. ZORBICOM aussi.',
    'L’aspirateur dyson et le robot roomba sont là.',
    'Привет, 你好, Ελλάδα.',
    'Merci 👍🏽👩‍👩‍👧 !',
  ])('lets go: %s', async (text) => {
    expect(await flagged('fr', text)).toEqual([])
  })

  it.each([
    ['Voici une reclamation.', 'reclamation'],
    ['Le remboursemment arrive.', 'remboursemment'],
    ["L'addresse est là.", 'addresse'],
    ['Cela va, mais ca dure.', 'ca'],
    ['Il y a une erreu ici.', 'erreu'],
    ['Le « reglement » est joint.', 'reglement'],
    ['BOnjour,', 'BOnjour'],
    ['Vosu pouvez venir.', 'Vosu'],
    ['Voici les Priviléges acquis.', 'Priviléges'],
    ['Les résultats sont innacessibles.', 'innacessibles'],
    ['Cordialemment,', 'Cordialemment'],
    ['C’est biensûr gratuit.', 'biensûr'],
    ['Un évenement.', 'évenement'],
    ['un rendez-vouss', 'rendez-vouss'],
    ['La connection est là.', 'connection'],
    ['merci.Nous avons recu', 'recu'],
  ])('flags one word of: %s', async (text, word) => {
    expect(await flagged('fr', text)).toEqual([`spelling:${word}`])
  })

  it('reports a missing ligature, or a missing accent on a capital, as typography', async () => {
    expect(await flagged('fr', 'Le coeur et la soeur.')).toEqual(['typography:coeur', 'typography:soeur'])
    expect(await flagged('fr', 'L’Etat. Ecrivez-nous. Ca va.')).toEqual([
      'typography:L’Etat',
      'typography:Ecrivez-nous',
      'typography:Ca',
    ])
  })

  it.each([
    'La bivalirudine et le raloxifène sont des médicaments.',
    'Une clause de type aorto-coronaire et sportivo-financier.',
    'Le principe « non bis in idem propriam turpitudinem » vaut ici.',
    'Nemo auditur propriam turpitudinem allegans.',
    'Les Business angels et le Corriere della Sera.',
    'Madame Dubroux et Monsieur Recoing vous saluent.',
    'L’autoliquidation de la cotitulaire est prise en compte.',
  ])('lets go rare, learned and foreign words: %s', async (text) => {
    expect(await flagged('fr', text)).toEqual([])
  })

  it('takes a capitalised unknown word at a sentence start for a name when it returns or stands before another capital', async () => {
    expect(await flagged('fr', 'Malheureusment, non.')).toEqual(['spelling:Malheureusment'])
    expect(await flagged('fr', 'Malheureusment Dupont écrit.')).toEqual([])
    expect(await flagged('fr', 'Malheureusment dit oui. Malheureusment dit non.')).toEqual([])
    expect(await flagged('fr', 'Xyloba vous remercie.')).toEqual([])
  })

  it('suggests only when asked', async () => {
    const [silent] = (await engines.fr?.proofread('une addresse')) ?? []
    const [asked] = (await engines.fr?.proofread('une addresse', { suggest: true })) ?? []
    expect([silent?.suggestions, asked?.suggestions[0]]).toEqual([[], 'adresse'])
  })
})

describe('English words', () => {
  it.each([
    'The colour and the color, realise and realize, cancelled and canceled.',
    "The customers' orders, the customer’s order, don't, we're, o'clock, James's.",
    'We will reship it; resending takes a day. A pre-order, an add-on, a re-delivery.',
    'ASAP, FYI, ETA, VAT no., T&Cs, FAQs, 9am, 5pm, 3rd, 24/7, w/c 3 May.',
    'Klarna, PayPal, iOS, eSIM, McDonough, O’Shaughnessy, Van der Berg and Xiu-Ying.',
    'Mail help@example.com or see example.co.uk/help and invoice_03.pdf.',
    'The "flurbish" mode and the “snorple” button.',
  ])('lets go: %s', async (text) => {
    expect(await flagged('en', text)).toEqual([])
  })

  it.each([
    ['We recieve it.', 'recieve'],
    ['It definately came.', 'definately'],
    ['Unfortunatly, no.', 'Unfortunatly'],
    ['an accomodation', 'accomodation'],
  ])('flags one word of: %s', async (text, word) => {
    expect(await flagged('en', text)).toEqual([`spelling:${word}`])
  })
})

it('takes linear time over hostile text', async () => {
  const hostile = [
    'a'.repeat(200_000),
    "l'".repeat(50_000),
    'a-'.repeat(50_000),
    '"a '.repeat(30_000),
    'A.b'.repeat(30_000),
  ]
  for (const text of hostile) expect(Array.isArray(await flagged('fr', text))).toBe(true)
})
