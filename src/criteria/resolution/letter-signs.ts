/**
 * The signs by which a letter as a whole settles a request, puts it off or sends the customer away: how much its sentences do of
 * each act, and how many of the expected points it covers. Few and named, so that a finding can say what weighed.
 */
import type { Scenario } from '../../domain/scenario.js'
import type { DecidingWords } from '../phrases/find-resolution.js'
import { type ActingSentence, RESOLUTION_ACTS, type ResolutionAct } from './sentence-acts.js'

/** A sign and its value, mostly 0–1; a sign of value 0 is left out. */
export type LetterSigns = ReadonlyMap<string, number>

/** Acts that leave the request somewhere. */
const DECIDING: readonly ResolutionAct[] = ['settled', 'refused', 'handed-on', 'asked', 'away']
/** Keeps shares small in letters that do nothing. */
const NOTHING_DONE = 0.3
/** Sums above this say no more. */
const ENOUGH = 1.5
/** Coverage from which most points are answered; the same as where the criterion `coverage` calls a letter full is 1. */
const MOSTLY_COVERED = 0.6
const FULLY_COVERED = 0.99

/**
 * Gathers the signs.
 * @param words deciding words that patterns found; their absence says little, since no list is whole
 * @param coverage share of the expected points, 0–1; null where the scenario has none or the letter is in another language
 */
export function letterSigns(
  sentences: readonly ActingSentence[],
  words: readonly DecidingWords[],
  coverage: number | null,
  type: Scenario['type'],
): LetterSigns {
  const signs = new Map<string, number>()
  const add = (name: string, value: number): void => {
    if (value !== 0) signs.set(name, value)
  }
  const sums = new Map<ResolutionAct, number>()
  for (const [at, act] of RESOLUTION_ACTS.entries()) {
    let sum = 0
    let most = 0
    for (const { probabilities } of sentences) {
      sum += probabilities[at]!
      most = Math.max(most, probabilities[at]!)
    }
    sums.set(act, sum)
    add(`surest:${act}`, most)
    add(`amount:${act}`, Math.min(ENOUGH, sum / 2))
  }
  const once = (act: ResolutionAct) => Math.min(1, sums.get(act)!)
  const done = DECIDING.reduce((sum, act) => sum + once(act), NOTHING_DONE)
  for (const act of DECIDING) add(`share:${act}`, once(act) / done)
  add('away-unsettled', (1 - once('settled')) * once('away'))
  add('handed-on-unsettled', (1 - once('settled')) * once('handed-on'))
  add('settled-and-handed-on', once('settled') * once('handed-on'))
  add('sentences:two-at-most', sentences.length <= 2 ? 1 : 0)
  add('sentences:four-at-most', sentences.length <= 4 ? 1 : 0)
  add('sentences:many', sentences.length > 7 ? 1 : 0)
  if (coverage === null) add('coverage:unknown', 1)
  else {
    add('coverage', 2 * coverage)
    add('coverage:none', coverage === 0 ? 1 : 0)
    add('coverage:most', coverage >= MOSTLY_COVERED ? 1 : 0)
    add('coverage:full', coverage > FULLY_COVERED ? 1 : 0)
    add('coverage-and-away', coverage * once('away'))
    add('coverage-and-handed-on', coverage * once('handed-on'))
    add('settled-uncovered', coverage === 0 ? once('settled') : 0)
  }
  for (const said of new Set(words.map(({ says }) => says))) add(`words:${said}`, 1)
  add(`scenario:${type}`, 0.5)
  return signs
}
