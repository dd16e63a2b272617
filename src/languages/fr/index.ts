/** French. */
import stemmer from 'natural/lib/natural/stemmers/porter_stemmer_fr.js'
import { type LanguagePack, PHRASE_TABLES } from '../language-pack.js'
import { GRID_REASONS } from './grid-reasons.js'
import { messages } from './messages/index.js'
import { frenchRoot } from './root.js'
import { FRENCH_THESAURUS } from './thesaurus.js'

/** French as written in France. */
export const french: LanguagePack = {
  id: 'fr',
  names: { fr: 'français', en: 'French' },
  formats: {
    locale: 'fr-FR',
    colon: ' : ',
    semicolon: ' ; ',
    quoted: (words) => `« ${words} »`,
    ordinal: (rank) => (rank === 1 ? '1re' : `${rank}e`),
  },
  rules: new URL('./rules/', import.meta.url),
  functionWords: new Set(
    `le la les un une des du de et est sont avec pour dans sur par que qui nous vous votre vos notre nos je il elle ce cette ces mon ma mes au aux en ne pas plus avons avez ai sommes etes
    bonjour cordialement merci madame monsieur suite afin bien tres mais ou donc si comme aussi leur leurs se sa son ses y etre avoir sera pouvez veuillez toute tout tous demande`.split(
      /\s+/,
    ),
  ),
  // Snowball, as natural ports it.
  stem: (word) => stemmer.stem(word),
  root: frenchRoot,
  thesaurus: FRENCH_THESAURUS,
  phrases: PHRASE_TABLES,
  proofreading: {
    engines: ['replymark', 'hunspell', 'languagetool', 'grammalecte'],
    dictionaries: ['fr', 'en', 'en-gb'],
    languageTool: { code: 'fr', sample: 'Bonjour.' },
    spacedMarks: true,
  },
  words: {
    lacks: (what, language) => `Replymark n’a pas encore pour la langue « ${language} » : ${what}.`,
    capabilities: {
      'rules:empathy': 'mots d’excuse et de compréhension',
      'rules:receipt-promise': 'délais annoncés par les accusés',
      'phrases:greeting': 'salutations',
      'phrases:closing': 'formules de politesse',
      'phrases:signature': 'signatures',
      'phrases:thanks': 'remerciements',
      'phrases:contact': 'moyens de contact',
      'phrases:resolution': 'mots qui règlent ou renvoient',
      'phrases:recognition': 'mots qui rappellent un échange',
      'phrases:denials': 'négations',
      stem: 'radicaux des mots',
      'function-words': 'mots-outils',
      proofreader: 'relecture',
      told: 'pages et rapports',
    },
  },
  messages,
  gridReasons: GRID_REASONS,
  told: true,
}
