/**
 * `npm run faults -- --patterns [--json]`: the time that V8 takes for every regular expression of the sources, on texts made to cost
 * it most, at one length and at four times that length. What the automata of `test/patterns` prove, measured.
 */
import { automatonOf } from '../patterns/automaton.js'
import { collectPatterns, PATTERN_ROOMS, type Pattern, SHORT_TEXTS } from '../patterns/collect-patterns.js'
import { growthOf } from '../patterns/growth.js'

/** Characters of the shorter text; the longer one has four times as many. */
const LENGTH = 8_000
const TIMES_AS_LONG = 4

/** Most that the longer text may cost, as a multiple of the shorter: 4 is linear, 16 quadratic. */
const MOST_GROWTH = 6

/** Milliseconds on the longer text under which no growth is told: a square over 32 000 characters is 500 million steps and takes far longer. */
const FLOOR_MS = 150

/** Milliseconds on the longer text under which the shorter one is not run. */
const MEASURABLE_MS = 1

/** Runs of which the fastest counts; more where a first look finds too much. */
const RUNS = 2
const RUNS_IN_DOUBT = 8

/** Letters tried of one pattern. */
const MOST_LETTERS = 10

/** What one pattern took on the text that cost it most. */
export interface PatternTime {
  readonly place: string
  readonly pattern: string
  /** The repeated part of the text. */
  readonly text: string
  /** Milliseconds; null where the longer text takes too little for a growth to be measured. */
  readonly shorter: number | null
  /** Milliseconds. */
  readonly longer: number
  /** `longer` as a multiple of `shorter`. */
  readonly growth: number | null
}

/** What the run found. */
export interface PatternTimes {
  readonly patterns: number
  readonly texts: number
  readonly seconds: number
  readonly lengths: readonly number[]
  /** The ten that took longest. */
  readonly worst: readonly PatternTime[]
  /** Patterns over the bound. */
  readonly problems: readonly PatternTime[]
}

/** A text by its length, and what is said of it. */
interface Attack {
  readonly shown: string
  readonly of: (length: number) => string
}

/** Texts of a pattern's own letters: each again and again, alone and after a beginning that the pattern knows, and its whole way. */
function attacksOf(source: string, flags: string): readonly Attack[] {
  const { attack } = growthOf(source, flags)
  const { alphabet, takes } = automatonOf(source, flags)
  const letterOf = (state: Uint8Array) => alphabet[state.indexOf(1)] ?? ''
  const way = takes.map(letterOf).join('')
  const telling = alphabet.filter((_, letter) => takes.some((state) => state[letter] === 1))
  const step = Math.max(1, Math.floor(telling.length / MOST_LETTERS))
  const letters = telling.filter((_, index) => index % step === 0).slice(0, MOST_LETTERS)
  const pairs = letters.map((letter, index) => letter + (letters[(index + 1) % letters.length] ?? ''))
  const words = [...new Set([...letters, ...pairs, way])].filter((word) => word !== '')
  const again = (prefix: string, word: string): Attack => ({
    shown: prefix + word,
    // What no pattern expects comes last, so that the match fails.
    of: (length) => `${prefix}${word.repeat(Math.ceil(length / word.length))}\u0002\n\u0002`,
  })
  return [
    ...(attack ? [{ shown: attack(8), of: attack }] : []),
    ...words.map((word) => again('', word)),
    ...(way === '' ? [] : letters.map((letter) => again(way.slice(0, 40), letter))),
  ]
}

/** Milliseconds of the fastest of some runs. */
function fastest(pattern: RegExp, text: string, runs: number): number {
  let least = Number.POSITIVE_INFINITY
  for (let run = 0; run < runs; run += 1) {
    pattern.lastIndex = 0
    const start = performance.now()
    text.match(pattern)
    least = Math.min(least, performance.now() - start)
  }
  return least
}

function timeOf({ source, flags, place }: Pattern, { shown, of }: Attack, runs: number): PatternTime {
  const pattern = new RegExp(source, flags)
  const unit = SHORT_TEXTS[place] ? SHORT_TEXTS[place].longest / TIMES_AS_LONG : LENGTH
  const longer = fastest(pattern, of(unit * TIMES_AS_LONG), runs)
  const shorter = longer < MEASURABLE_MS ? null : fastest(pattern, of(unit), runs)
  return {
    place,
    pattern: `/${source}/${flags}`,
    text: shown,
    shorter,
    longer,
    growth: shorter === null ? null : longer / shorter,
  }
}

const tooSlow = ({ longer, growth }: PatternTime) => longer >= FLOOR_MS && growth !== null && growth > MOST_GROWTH

/** A time as it is printed: a pattern of thousands of words is cut. */
function shownTime(time: PatternTime): PatternTime {
  const round = (value: number | null, to: number) => (value === null ? null : Math.round(value * to) / to)
  return {
    ...time,
    pattern: time.pattern.length > 120 ? `${time.pattern.slice(0, 120)}…` : time.pattern,
    text: time.text.slice(0, 60),
    shorter: round(time.shorter, 1_000),
    longer: Math.round(time.longer * 1_000) / 1_000,
    growth: round(time.growth, 10),
  }
}

/**
 * Times some patterns.
 * @param patterns those of the sources where none are given
 */
export async function runPatterns(patterns?: readonly Pattern[]): Promise<PatternTimes> {
  const start = performance.now()
  const all = patterns ?? (await collectPatterns(PATTERN_ROOMS)).patterns
  let texts = 0
  const times = all.map((pattern) => {
    let worst: PatternTime | null = null
    for (const attack of attacksOf(pattern.source, pattern.flags)) {
      texts += 1
      const first = timeOf(pattern, attack, RUNS)
      // Another process may have had the processor: only what stays slow is slow.
      const time = tooSlow(first) ? timeOf(pattern, attack, RUNS_IN_DOUBT) : first
      if (tooSlow(time)) return { worst: time, slow: true }
      if (!worst || time.longer > worst.longer) worst = time
    }
    if (!worst) throw new Error(`${pattern.place} /${pattern.source}/ takes no letter`)
    return { worst, slow: false }
  })
  return {
    patterns: all.length,
    texts,
    seconds: Math.round((performance.now() - start) / 100) / 10,
    lengths: [LENGTH, LENGTH * TIMES_AS_LONG],
    worst: times
      .map(({ worst }) => worst)
      .toSorted((one, other) => other.longer - one.longer)
      .slice(0, 10)
      .map(shownTime),
    problems: times.flatMap(({ worst, slow }) => (slow ? [shownTime(worst)] : [])),
  }
}
