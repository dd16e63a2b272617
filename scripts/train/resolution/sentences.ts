/**
 * Sentences with what they do for a request: from the wordings of this folder and of the kinds, and from own letters, where the
 * deciding words that were mended on those letters tell it.
 */
import { join } from 'node:path'
import { coverPoints } from '../../../src/criteria/coverage/cover-points.js'
import { type DecidingWords, findDecidingWords } from '../../../src/criteria/phrases/find-resolution.js'
import { longSentences, type ResolutionAct } from '../../../src/criteria/resolution/sentence-acts.js'
import { createRandom } from '../../../src/ranking/random.js'
import { fold } from '../../../src/text/fold.js'
import { unwrap } from '../../../src/text/sentences.js'
import { drawFacts, slotsOf } from '../kinds/slots.js'
import { readWordings, say, type Wording } from '../kinds/wordings.js'
import type { LabelledLetter } from './letters.js'

/** A sentence of known act. */
export interface ActExample {
  readonly sentence: string
  readonly act: ResolutionAct
  readonly weight: number
  /** Whose words: left out together. */
  readonly source: string
}

const SEED = 20_261_201
const VARIANTS = 6
/** The other languages: too few wordings to learn from. */
const FEW = 'others'
const OWN_WEIGHT = 2
const LETTER_WEIGHT = 1.5

/** What the acts of the kinds' wordings do for a request, and how much they count. */
const OF_KINDS: Readonly<Record<string, readonly [ResolutionAct, number]>> = {
  answer: ['settled', 1],
  question: ['asked', 1],
  refusal: ['refused', 1],
  promise: ['handed-on', 1],
  forwarding: ['handed-on', 0.5],
  chatter: ['other', 1],
  receipt: ['other', 0.3],
  survey: ['other', 0.3],
  promotion: ['other', 0.3],
  stranger: ['other', 0.3],
}

const OF_WORDS: Readonly<Record<Exclude<DecidingWords['says'], 'pending'>, ResolutionAct>> = {
  done: 'settled',
  acted: 'settled',
  informed: 'settled',
  refused: 'refused',
  deflected: 'away',
  offered: 'offer',
}

function ofWording(
  wording: Wording,
  source: string,
  actOf: (section: string) => readonly [ResolutionAct, number] | null,
) {
  const random = createRandom(SEED).fork('resolution', source, wording.name)
  const examples: ActExample[] = []
  for (const [section, lines] of wording.sections) {
    const known = actOf(section)
    if (!known) continue
    for (const line of lines) {
      const said = new Set<string>()
      for (let variant = 0; variant < VARIANTS; variant++)
        said.add(say(line, slotsOf(drawFacts(wording.language, random), random), random))
      for (const sentence of said)
        examples.push({ sentence, act: known[0], weight: known[1] / said.size, source: `${source}-${wording.manner}` })
    }
  }
  return examples
}

/** Sentences of the wordings. */
export function wordingSentences(): readonly ActExample[] {
  const own = readWordings(join(import.meta.dirname, 'wordings')).flatMap((wording) =>
    ofWording(wording, 'resolution', (section) => [section as ResolutionAct, OWN_WEIGHT]),
  )
  const kinds = readWordings()
    .filter(({ manner }) => manner !== FEW)
    .flatMap((wording) => ofWording(wording, 'kinds', (section) => OF_KINDS[section] ?? null))
  return [...own, ...kinds]
}

/** Sentences of a letter as far as its deciding words and covered points tell one act. */
export function letterSentences({ text, scenario, points, resolution, set }: LabelledLetter): readonly ActExample[] {
  const folded = fold(unwrap(text))
  const words = findDecidingWords(text, folded)
  const covered = coverPoints(
    scenario.points.filter(({ id }) => points.includes(id)),
    text,
    scenario.language,
  )
  return longSentences(text, folded).flatMap(({ start, end }) => {
    const acts = new Set(
      words
        .filter((word) => word.start >= start && word.end <= end)
        .map(({ says, way }) => (says === 'pending' ? (way === 'asks' ? 'asked' : 'handed-on') : OF_WORDS[says])),
    )
    const answers = covered.some(({ place }) => place !== null && place.start >= start && place.start < end)
    let act: ResolutionAct | null = acts.size > 1 ? null : ([...acts][0] ?? (answers ? 'settled' : 'other'))
    // The letter as a whole tells whether such a sentence sends away or only offers.
    if (act === 'away' && resolution === 'resolved') act = null
    if (act === 'offer' && resolution === 'deflected') act = 'away'
    return act === null ? [] : [{ sentence: text.slice(start, end), act, weight: LETTER_WEIGHT, source: set }]
  })
}
