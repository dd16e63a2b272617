/** Learns the French deciders from clean text: wherever a word has alternatives, the text itself says which one stands in such surroundings. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { ChoiceTrainer } from '../../../src/learning/choice-model.js'
import { encodeWeightFile, quantise } from '../../../src/learning/weight-file.js'
import { DECIDERS_FILE, DECIDERS_NAME } from '../../../src/proofreading/engines/french-deciders-file.js'
import { choicesAt } from '../../../src/proofreading/french/deciders/alternatives.js'
import { FEATURES_VERSION } from '../../../src/proofreading/french/deciders/context-features.js'
import { ChoiceFeatures, standsAt } from '../../../src/proofreading/french/deciders/french-deciders.js'
import { disambiguate } from '../../../src/proofreading/french/disambiguate.js'
import { loadFrenchLexicon } from '../../../src/proofreading/french/lexicon/load.js'
import { FrenchText } from '../../../src/proofreading/french/text.js'
import { WORD } from '../../../src/proofreading/french/token.js'
import { tokenize } from '../../../src/proofreading/french/tokenize.js'
import { FRENCH_SOURCES, isHeldOut, languageFolder, linesOf, shuffle } from './texts.js'

/** The table has 2^BITS weights of a byte each. */
const BITS = 22
const RATE = 0.15
const SHRINK = 1e-6
/** Share of the features that an example leaves out by chance. */
const LEFT_OUT = 0.3
/** Weights beyond it are cut: the steps of int8 stay small. */
const LARGEST = 4

/** Runs the training; some three minutes on a quiet core. */
export function train(): void {
  const folder = languageFolder()
  if (folder === null) {
    process.stderr.write(
      'The texts are not there: put the folder language at ../shared/language, or name it in REPLYMARK_LANGUAGE.\n',
    )
    process.exitCode = 1
    return
  }
  const lines = shuffle(FRENCH_SOURCES.flatMap((source) => linesOf(folder, source)).filter((line) => !isHeldOut(line)))
  const lexicon = loadFrenchLexicon()
  const trainer = new ChoiceTrainer(BITS, RATE, SHRINK)
  const features = new ChoiceFeatures()
  let state = 99_991
  const keep = (): boolean => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state >= LEFT_OUT * 4_294_967_296
  }
  let choices = 0
  let loss = 0
  for (const [at, line] of lines.entries()) {
    const tokens = tokenize(line, lexicon)
    disambiguate(tokens)
    const text = new FrenchText(tokens, lexicon)
    for (const [index, token] of tokens.entries()) {
      if (token.type !== WORD) continue
      for (const choice of choicesAt(token.word, lexicon)) {
        if (!standsAt(text, index, choice)) continue
        features.collect(text, index, choice, keep)
        loss += trainer.learn(features.values, features.ends, choice.written)
        choices++
      }
    }
    if (at % 40_000 === 39_999) {
      process.stdout.write(`${at + 1} of ${lines.length} lines, mean loss ${(loss / choices).toFixed(4)}\n`)
      loss = 0
      choices = 0
    }
  }
  const bytes = encodeWeightFile(
    {
      name: DECIDERS_NAME,
      version: FEATURES_VERSION,
      trainedOn: FRENCH_SOURCES.map(({ file, credit, every }) => `${file}, one line in ${every}: ${credit}`),
      licence: 'weights learnt from the texts named: CC BY 4.0',
      settings: {},
    },
    [quantise('choices', trainer.weights, LARGEST)],
  )
  mkdirSync(dirname(DECIDERS_FILE), { recursive: true })
  writeFileSync(DECIDERS_FILE, bytes)
  process.stdout.write(`${DECIDERS_FILE}: ${bytes.length} bytes\n`)
}
