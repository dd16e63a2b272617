/** English. */
import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js'
import { type LanguagePack, PHRASE_TABLES } from '../language-pack.js'
import { messages } from './messages/index.js'
import { ENGLISH_THESAURUS } from './thesaurus.js'

const ORDINAL = new Intl.PluralRules('en', { type: 'ordinal' })
const ORDINALS = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' }

/** English as written in Britain. */
export const english: LanguagePack = {
  id: 'en',
  names: { fr: 'anglais', en: 'English' },
  formats: {
    locale: 'en-GB',
    colon: ': ',
    semicolon: '; ',
    quoted: (words) => `“${words}”`,
    ordinal: (rank) => `${rank}${ORDINALS[ORDINAL.select(rank)]}`,
  },
  rules: new URL('./rules/', import.meta.url),
  functionWords: new Set(
    `the a an and is are was were with for in on by that which who we you your our i he she it this these those my to of at not no have has had be been will would can could please
    hello dear thank thanks regards sincerely but or so if as also their they them its from about any all do does did should there here when what how`.split(
      /\s+/,
    ),
  ),
  // Porter's, of 1980.
  stem: (word) => stemmer.stem(word),
  root: null,
  thesaurus: ENGLISH_THESAURUS,
  phrases: PHRASE_TABLES,
  proofreading: {
    engines: ['replymark', 'hunspell', 'harper', 'languagetool'],
    dictionaries: ['en', 'en-gb'],
    // The server is asked for American English; British spelling is right as well.
    languageTool: { code: 'en-US', sample: 'Hello.' },
    spacedMarks: false,
  },
  words: {
    lacks: (what, language) => `Replymark does not have yet for the language “${language}”: ${what}.`,
    capabilities: {
      'rules:empathy': 'words of apology and understanding',
      'rules:receipt-promise': 'delays that receipts announce',
      'phrases:greeting': 'greetings',
      'phrases:closing': 'closing formulas',
      'phrases:signature': 'signatures',
      'phrases:thanks': 'thanks',
      'phrases:contact': 'ways back',
      'phrases:resolution': 'words that settle or send away',
      'phrases:recognition': 'words that recall an exchange',
      'phrases:denials': 'denials',
      stem: 'stems of words',
      'function-words': 'function words',
      proofreader: 'proofreading',
      told: 'pages and reports',
    },
  },
  messages,
  gridReasons: null,
  told: true,
}
