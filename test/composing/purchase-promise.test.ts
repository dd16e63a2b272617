/** Promises to buy are found; interest, questions, conditions and past orders are none. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { purchasePromise } from '../../src/composing/purchase-promise.js'

describe('a promise to buy', () => {
  it.each([
    ['J’achèterai ce modèle dès qu’il sera en stock.', 'J’achèterai'],
    ["Si vous l'avez en bleu, je commanderai aujourd'hui.", 'je commanderai'],
    ['Dès votre réponse je passerai commande.', 'je passerai'],
    ['Nous réserverons deux chambres.', 'Nous réserverons'],
    ['Je vais commander trois paires.', 'Je vais command'],
    ['je m’engage à acheter le lot', 'je m’engage à achet'],
    ['Je vous promets de passer une commande.', 'Je vous promets de passer une commande'],
    ['Je suis prête à réserver.', 'Je suis prête à réserv'],
    ['Nous allons souscrire chez vous.', 'Nous allons souscri'],
    ['If it fits, I will buy two of them.', 'I will buy'],
    ["I'll definitely order it\ntoday.", "I'll definitely order"],
    ['We promise to place an order.', 'We promise to place an order'],
    ['I’m ready to book.', 'I’m ready to book'],
  ])('is found in “%s”', (text, words) => {
    expect(purchasePromise(text)).toBe(words)
  })

  it.each([
    'J’ai commandé un manteau le 3 mars et je n’ai rien reçu.',
    'Avant de commander, j’aimerais savoir si la taille 40 existe.',
    'Je commanderais peut-être si le délai était plus court.',
    'Je souhaite acheter un cadeau : livrez-vous en Belgique ?',
    'J’hésite à réserver. Puis-je annuler ?',
    'Je vais bien. Je vais attendre votre réponse.',
    'Nous allons en Bretagne, et je suis prêt à patienter.',
    'Je vais signaler ce retard et prendre contact avec le transporteur.',
    'Nous allons régler ce point par téléphone.',
    'J’ai payé deux fois ; je vous prie de me rembourser.',
    'Je prendrai connaissance de votre réponse demain.',
    'I ordered a coat in March. Will you refund me?',
    'Before I order, could you tell me whether it fits?',
    'I would buy it if the colour were right.',
    'Could I pay by card? Will I receive an invoice?',
    'We will see. I will wait for your answer.',
  ])('is not seen in “%s”', (text) => {
    expect(purchasePromise(text)).toBeNull()
  })

  it('takes no long time over hostile text', () => {
    for (const text of [
      'je vais '.repeat(20_000),
      `j’${'a'.repeat(200_000)}`,
      'i will '.repeat(20_000),
      ' '.repeat(200_000),
    ])
      expect(purchasePromise(text)).toBeNull()
  })

  it('stands in no scenario of the example study', () => {
    const folder = 'config/scenarios'
    for (const name of readdirSync(folder)) expect(purchasePromise(readFileSync(join(folder, name), 'utf8'))).toBeNull()
  })
})
