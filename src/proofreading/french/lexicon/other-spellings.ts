/**
 * Other spellings of one word: œ and æ typed apart ("oeuvre"), and those that the rectifications of 1990 allow (Journal officiel of
 * 6 December 1990: no circumflex on i and u, è for é before a mute syllable, one l or t in -eler and -eter, welded compounds).
 */

/** Words of their own that keep their circumflex apart from these (§ II.4): du, jeune, mur, sur are no other spellings. */
const OWN_WORDS = /^(?:du|jeunes?|jeunent|mur|sur|cru|crus|crue|crues|fut|eut)$/

/** Simple pasts and past subjunctives keep the circumflex (§ II.4); these endings are of no other tense. */
const KEEPS_CIRCUMFLEX = /[iu][mt]es$/

const GRAVE = /è(?=[bcdfgjlmnpqrstv]{1,2}e)/

/**
 * Classical spellings that a word may stand for, likeliest first; none for most words.
 * @param word lower case
 */
export function classicalSpellings(word: string): readonly string[] {
  const found: string[] = []
  if (word.includes('oe')) found.push(word.replaceAll('oe', 'œ'))
  if (word.includes('ae')) found.push(word.replaceAll('ae', 'æ'))
  if (!KEEPS_CIRCUMFLEX.test(word) && !OWN_WORDS.test(word)) {
    for (let at = 0; at < word.length; at++) {
      const letter = word.charAt(at)
      if (letter !== 'i' && letter !== 'u') continue
      found.push(`${word.slice(0, at)}${letter === 'i' ? 'î' : 'û'}${word.slice(at + 1)}`)
    }
  }
  const grave = GRAVE.exec(word)
  if (grave) found.push(`${word.slice(0, grave.index)}é${word.slice(grave.index + 1)}`)
  const doubled = /è([lt])(e|es|ent|er(?:ai|as|a|ons|ez|ont|ais|ait|ions|iez|aient)|ement|ements)$/.exec(word)
  if (doubled) found.push(`${word.slice(0, doubled.index)}e${doubled[1]}${doubled[1]}${doubled[2]}`)
  return found
}
