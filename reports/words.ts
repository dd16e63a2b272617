/** Words of reports in both languages: column heads, labels, notes. Sentences with figures are in sentences.ts. */

import type { StudyLanguage, Texts } from '../src/domain/language.js'
import { inLanguage } from '../src/languages/index.js'

/** Fixed words of reports. */
export const WORDS = {
  rank: { fr: 'Rang', en: 'Rank' },
  movement: { fr: 'Évol.', en: 'Move' },
  isNew: { fr: 'nouveau', en: 'new' },
  brand: { fr: 'Marque', en: 'Brand' },
  sector: { fr: 'Secteur', en: 'Sector' },
  index: { fr: 'Indice', en: 'Index' },
  outOf100: { fr: 'sur 100', en: 'out of 100' },
  interval: { fr: 'Intervalle à 95 %', en: '95% interval' },
  rankInterval: { fr: 'Rang, intervalle', en: 'Rank interval' },
  responseRate: { fr: 'Taux de réponse', en: 'Response rate' },
  within24: { fr: 'Sous 24 h', en: 'Within 24 h' },
  medianDelay: { fr: 'Délai médian', en: 'Median delay' },
  mistakes: { fr: 'Fautes / 100 mots', en: 'Mistakes / 100 words' },
  flawless: { fr: 'Sans faute', en: 'Flawless' },
  probes: { fr: 'E-mails', en: 'E-mails' },
  brands: { fr: 'marques', en: 'brands' },
  scenario: { fr: 'Situation', en: 'Scenario' },
  edition: { fr: 'Édition', en: 'Edition' },
  overall: { fr: 'Ensemble', en: 'Overall' },
  source: { fr: 'Source', en: 'Source' },
  seal: { fr: 'Sceau', en: 'Seal' },
  notSealed: { fr: 'non publiée, non scellée', en: 'not published, not sealed' },
  provisional: { fr: 'Résultats provisoires', en: 'Provisional results' },
  published: { fr: 'publié', en: 'published' },
  leagueTable: { fr: 'Classement', en: 'League table' },
  bySector: { fr: 'Par secteur', en: 'By sector' },
  trends: { fr: 'Tendances', en: 'Trends' },
  methodology: { fr: 'Méthode', en: 'Methodology' },
  verify: { fr: 'Vérifier', en: 'Verify' },
  signature: { fr: 'Signature', en: 'Signature' },
  notSigned: { fr: 'non signée', en: 'not signed' },
  pressKit: { fr: 'Dossier de presse', en: 'Press kit' },
  brandSheet: { fr: 'Fiche de marque', en: 'Brand sheet' },
  whatChanged: { fr: 'Ce qui a changé', en: 'What changed' },
  keyFigures: { fr: 'Chiffres clés', en: 'Key figures' },
  equalTreatment: { fr: 'Égalité de traitement', en: 'Equal treatment' },
  leaks: { fr: 'Fuites d’adresses et sollicitations', en: 'Address leaks and solicitations' },
  segment: { fr: 'Profil', en: 'Segment' },
  licence: { fr: 'Licence', en: 'Licence' },
  nearWinner: {
    fr: 'Point plein : peut être la meilleure (l’intervalle de rang atteint la place 1).',
    en: 'Filled dot: may be the best (its rank interval reaches place 1).',
  },
  shrunken: { fr: 'Indice resserré', en: 'Shrunken index' },
  methodBreak: { fr: 'changement de méthode', en: 'method change' },
  noAnswer: { fr: 'sans réponse', en: 'no answer' },
  hours: { fr: 'heures', en: 'hours' },
  share: { fr: 'part', en: 'share' },
  silent: { fr: 'Muettes', en: 'Silent' },
  full: { fr: 'Réponse complète', en: 'Answered everything' },
  weight: { fr: 'Poids', en: 'Weight' },
  criterion: { fr: 'Critère', en: 'Criterion' },
  reason: { fr: 'Raison', en: 'Reason' },
  family: { fr: 'Famille', en: 'Family' },
  comparedWith: { fr: 'comparé à', en: 'compared with' },
  others: { fr: 'tous les autres', en: 'all others' },
  effect: { fr: 'Écart', en: 'Difference' },
  consistency: { fr: 'Régularité', en: 'Consistency' },
} as const satisfies Record<string, Texts>

/** Names of segments. */
export const SEGMENTS = {
  'constant-leader': { fr: 'leader constant', en: 'constant leader' },
  rising: { fr: 'en progression', en: 'rising' },
  falling: { fr: 'en recul', en: 'falling' },
  irregular: { fr: 'irrégulière', en: 'irregular' },
  silent: { fr: 'muette', en: 'silent' },
  steady: { fr: 'stable', en: 'steady' },
} as const satisfies Record<string, Texts>

/** Names of criterion families. */
export const FAMILIES: Readonly<Record<string, Texts>> = {
  responsiveness: { fr: 'Réactivité', en: 'Responsiveness' },
  'answer-quality': { fr: 'Qualité de la réponse', en: 'Answer quality' },
  welcome: { fr: 'Accueil', en: 'Welcome' },
}

/** Fixed words in one language. */
export type Words = Readonly<Record<keyof typeof WORDS, string>>

/** The fixed words of a language. */
export function wordsIn(language: StudyLanguage): Words {
  return Object.fromEntries(Object.entries(WORDS).map(([key, text]) => [key, inLanguage(text, language)])) as Words
}
