/**
 * Counts the words of clean text: what the dictionary knows, by frequency; and words in use that it lacks, where modern text has
 * them three times and no commoner word lies beside them.
 */
import { writeFileSync } from 'node:fs'
import { commonWordsFile } from '../../../src/proofreading/engines/common-words-file.js'
import { dictionary } from '../../../src/proofreading/engines/dictionaries.js'
import { dictionaryForm } from '../../../src/proofreading/spelling/characters.js'
import { CommonWords } from '../../../src/proofreading/spelling/common-words.js'
import { slipOf } from '../../../src/proofreading/spelling/near-miss.js'
import { scanWords } from '../../../src/proofreading/spelling/scan-words.js'
import { eitherSpeller, type Speller } from '../../../src/proofreading/spelling/speller.js'
import {
  ENGLISH_SOURCES,
  FRENCH_SOURCES,
  isHeldOut,
  languageFolder,
  linesOf,
  type TextSource,
} from '../proofreading/texts.js'

/** Occurrences from which a word is listed. */
const LEAST = 3
/** The unit of frequencies: occurrences in so many words. */
const UNIT = 10_000_000
/** Letters of a word in use that no dictionary has. */
const LEAST_UNKNOWN = 4
/** Times that a word one letter away stands more often, from which an unknown one is a misspelling. */
const MISSPELT = 4
/** Frequency of two words that are run together rather than one word in use, and their least letters. */
const RUN_TOGETHER_FREQUENCY = 256
const LEAST_PART = 4

/** Occurrences of lower-case words: of all text, and of modern text where the line goes on behind the word (a cut line cuts words). */
interface Counts {
  readonly all: ReadonlyMap<string, number>
  readonly modern: ReadonlyMap<string, number>
  readonly words: number
}

function count(folder: string, sources: readonly TextSource[]): Counts {
  const all = new Map<string, number>()
  const modern = new Map<string, number>()
  let words = 0
  for (const source of sources) {
    for (const line of linesOf(folder, { ...source, every: 1 })) {
      if (isHeldOut(line)) continue
      scanWords(line, (start, end) => {
        words++
        const word = dictionaryForm(line.slice(start, end))
        const bare = word.slice(word.lastIndexOf("'") + 1)
        if (bare !== bare.toLowerCase() || bare === '') return
        all.set(bare, (all.get(bare) ?? 0) + 1)
        if (!source.old && end < line.length) modern.set(bare, (modern.get(bare) ?? 0) + 1)
      })
    }
  }
  return { all, modern, words }
}

/** Lines by class of frequency, words in the order of their letters. */
function asFile(frequencies: ReadonlyMap<string, number>, credits: readonly string[]): string {
  const classes = Map.groupBy(frequencies, ([, frequency]) => 2 ** Math.floor(Math.log2(frequency)))
  const lines = [...classes]
    .sort(([one], [other]) => other - one)
    .map(
      ([frequency, words]) =>
        `${frequency}: ${words
          .map(([word]) => word)
          .sort()
          .join(' ')}`,
    )
  return `# Words of clean text by frequency (occurrences in ten million words), as npm run train -- common-words counts them.
# ${credits.join('; ')}
${lines.join('\n')}
`
}

function isRunTogether(word: string, common: CommonWords): boolean {
  for (let at = LEAST_PART; at <= word.length - LEAST_PART; at++)
    if (Math.min(common.frequency(word.slice(0, at)), common.frequency(word.slice(at))) >= RUN_TOGETHER_FREQUENCY)
      return true
  return false
}

/** @param others dictionaries whose words are no words of the language, though its texts have them */
function write(
  language: string,
  folder: string,
  sources: readonly TextSource[],
  { speller, others }: { readonly speller: Speller; readonly others: readonly Speller[] },
): void {
  const { all, modern, words } = count(folder, sources)
  const rate = (times: number): number => (times / words) * UNIT
  const known = new Map(
    [...all]
      .filter(([word, times]) => times >= LEAST && speller.isCorrect(word))
      .map(([word, times]) => [word, rate(times)]),
  )
  const credits = sources.map(({ credit }) => credit)
  const common = new CommonWords(asFile(known, credits))
  const inUse = [...modern].filter(([word, times]) => {
    if (times < LEAST || word.length < LEAST_UNKNOWN || !/^\p{L}+$/u.test(word) || speller.isCorrect(word)) return false
    // "noeud" lacks its ligature, which is another matter.
    if (others.some((other) => other.isCorrect(word)) || speller.isCorrect(word.replaceAll('oe', 'œ'))) return false
    if (isRunTogether(word, common)) return false
    const slip = slipOf(word, speller, common)
    return slip === null || ((slip.kind === 'letter' || slip.kind === 'far') && slip.frequency < MISSPELT * rate(times))
  })
  for (const [word, times] of inUse) known.set(word, rate(times))
  process.stdout.write(
    `${language}: ${words} words, ${known.size} listed; in use, though no dictionary has them: ${inUse
      .map(([word]) => word)
      .sort()
      .join(' ')}\n`,
  )
  writeFileSync(commonWordsFile(language), asFile(known, credits))
}

/** Counts both languages; a minute. */
export async function train(): Promise<void> {
  const folder = languageFolder()
  if (folder === null) {
    process.stderr.write(
      'The texts are not there: put the folder language at ../shared/language, or name it in REPLYMARK_LANGUAGE.\n',
    )
    process.exitCode = 1
    return
  }
  const english = eitherSpeller(await dictionary('en'), await dictionary('en-gb'))
  write('fr', folder, FRENCH_SOURCES, { speller: await dictionary('fr'), others: [english] })
  write('en', folder, ENGLISH_SOURCES, { speller: english, others: [] })
}
