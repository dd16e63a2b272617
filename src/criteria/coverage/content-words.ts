/** Words that carry the matter of a text: stems without function words, for comparing question and answer. */
import type { StudyLanguage } from '../../domain/language.js'
import { allFunctionWords } from '../../languages/index.js'
import type { Place } from '../../text/find.js'
import { fold } from '../../text/fold.js'
import { stemmedWords } from './stems.js'

/** Words every letter to a brand or from it holds. */
const LETTER_WORDS = new Set(
  `bonjour merci cordialement madame monsieur demande message question mail email courriel client clients service equipe reponse suite concernant bien recu prendre connaissance attention remercions remercie
  souhaite souhaitez voudrais savoir pouvez pourriez pourrais faire avoir etre avance salutations hello dear thanks thank regards request enquiry inquiry team customer answer reply regarding received kind best know would could
  please like help about aide aider aujourd jour jours day days today`.split(/\s+/),
)

/** True for a word that carries matter: no word of grammar, and none that every letter holds. */
export function carriesMatter(word: string): boolean {
  const plain = fold(word)
  return plain.length > 2 && !allFunctionWords().has(plain) && !LETTER_WORDS.has(plain)
}

/** Stems of the content words in a part of a text; figures of three digits or more count as they are. */
export function contentStems(text: string, place: Place, language: StudyLanguage): ReadonlySet<string> {
  const functionWords = allFunctionWords()
  return new Set(
    stemmedWords(text, place, language)
      .filter(({ start, end }) => {
        const word = fold(text.slice(start, end))
        const long = word.length > 3 || /^\d{3,}$/.test(word)
        return long && !functionWords.has(word) && !LETTER_WORDS.has(word)
      })
      .map(({ stem }) => stem),
  )
}
