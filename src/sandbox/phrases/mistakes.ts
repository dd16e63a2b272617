/**
 * Mistakes that careless brands make: right form → wrong form, with its category. Written for the sandbox alone; the truth of
 * a letter is how many of these were put in.
 */

import type { StudyLanguage } from '../../domain/language.js'
import type { MistakeCategory } from '../../domain/mistake.js'

/** One way of going wrong. The right form is looked for at word boundaries. */
export interface PlantedMistake {
  readonly right: string
  readonly wrong: string
  readonly category: MistakeCategory
}

const as = (category: MistakeCategory, pairs: readonly (readonly [string, string])[]): readonly PlantedMistake[] =>
  pairs.map(([right, wrong]) => ({ right, wrong, category }))

/** Mistakes by language. */
export const PLANTED_MISTAKES: Readonly<Record<StudyLanguage, readonly PlantedMistake[]>> = {
  fr: [
    ...as('spelling', [
      ['remboursement', 'rembourssement'],
      ['désagrément', 'désagrémment'],
      ['adresse', 'addresse'],
      ['disposition', 'disposion'],
      ['excellente', 'excelente'],
      ['navigateur', 'navigatteur'],
      ['technique', 'tecnique'],
      ['téléphone', 'télephone'],
      ['demande', 'demmande'],
      ['livraison', 'livraision'],
      ['emballage', 'embalage'],
      ['comptabilité', 'comptabillité'],
      ['satisfaction', 'satisfation'],
      ['qualité', 'qualitée'],
      ['déception', 'déseption'],
      ['confiance', 'confience'],
      ['commande', 'comande'],
      ['justificatif', 'justificatife'],
      ['équipe', 'équippe'],
      ['colis', 'collis'],
      ['message', 'méssage'],
      ['question', 'quéstion'],
    ]),
    ...as('agreement', [
      ['toutes nos excuses', 'tous nos excuses'],
      ['salutations distinguées', 'salutations distingués'],
      ['cette situation', 'cet situation'],
      ['une photo', 'un photo'],
      ['votre premier message', 'votre première message'],
      ['un nouvel article', 'une nouvel article'],
      ['nos sentiments les meilleurs', 'nos sentiments les meilleur'],
      ['quelques photos', 'quelques photo'],
      ['les retours', 'les retour'],
      ['une remise', 'un remise'],
    ]),
    ...as('conjugation', [
      ['Nous vous remercions', 'Nous vous remercie'],
      ['nous vous invitons', 'nous vous invitont'],
      ['Nous vous proposons', 'Nous vous proposont'],
      ['vous pouvez', 'vous pouver'],
      ['Nous regrettons', 'Nous regrettont'],
      ['Je reste', 'Je restes'],
      ['je comprends', 'je comprend'],
      ['Nous allons', 'Nous allont'],
      ['Nous comprenons', 'Nous comprennons'],
      ['Nous avons', 'Nous avont'],
    ]),
    ...as('homophone', [
      ['a été', 'à été'],
      ['il nous manque', 'ils nous manque'],
      ['est en cours', 'et en cours'],
      ['sont disponibles', 'son disponibles'],
    ]),
  ],
  en: [
    ...as('spelling', [
      ['delivery', 'delivry'],
      ['arrive', 'arive'],
      ['parcel', 'parcell'],
      ['customer', 'custommer'],
      ['sincerely', 'sincerly'],
      ['message', 'mesage'],
      ['priority', 'prioritty'],
      ['website', 'webbsite'],
      ['working', 'workking'],
      ['expectations', 'expectasions'],
      ['department', 'departement'],
      ['possible', 'posible'],
      ['interest', 'intrest'],
      ['question', 'qestion'],
    ]),
  ],
}
