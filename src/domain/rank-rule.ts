/** How ranks are to be read, in two sentences for everybody: the same words stand beside every table, page and file. */
import type { Texts } from './language.js'

/** What a rank interval is, and who may be the best; the headline, the line in the table and the files follow it. */
export const RANK_RULE: Texts = {
  fr: 'Un intervalle de rang donne les places qu’une marque peut réellement occuper : avec si peu d’e-mails, le hasard seul la déplace de plusieurs places, et les intervalles de toutes les marques sont justes ensemble dans 95 éditions sur 100. Une marque dont l’intervalle atteint la place 1 peut être la meilleure ; sous le trait, aucune ne le peut.',
  en: 'A rank interval gives the places that a brand may truly hold: with so few e-mails chance alone moves it by several places, and the intervals of all brands are right together in 95 editions of 100. A brand whose interval reaches place 1 may be the best; below the line none may.',
}
