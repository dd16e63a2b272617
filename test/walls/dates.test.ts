/**
 * The same result on any day, in any zone, on any machine: the machine's clock, zone, language and shared temporary folder are
 * reached by the named files alone, each for a reason. Everything else is given moments, zones and locales.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Arguments of a call from its opening bracket on, split at the commas of its own level. */
function argumentsAt(text: string, open: number): readonly string[] {
  const found: string[] = []
  let depth = 0
  let quote = ''
  let start = open + 1
  for (let at = open; at < text.length; at++) {
    const letter = text[at]!
    if (quote !== '') {
      if (letter === '\\') at++
      else if (letter === quote) quote = ''
    } else if (/['"`]/.test(letter)) quote = letter
    else if (/[([{]/.test(letter)) depth++
    else if (/[)\]}]/.test(letter) && --depth === 0) {
      const last = text.slice(start, at).trim()
      return last === '' ? found : [...found, last]
    } else if (letter === ',' && depth === 1) {
      found.push(text.slice(start, at).trim())
      start = at + 1
    }
  }
  return found
}

interface Rule {
  /** Calls or words; where it ends with `(`, `wrong` looks at the arguments. */
  readonly pattern: RegExp
  /** True where these arguments are not allowed; all are where it is missing. */
  readonly wrong?: (found: readonly string[]) => boolean
  readonly flag: readonly string[]
  readonly pass: readonly string[]
}

const RULES: Readonly<Record<string, Rule>> = {
  'the machine’s clock': {
    pattern: /\bDate\.now\b/g,
    flag: ['const at = Date.now()', 'options.now ?? Date.now'],
    pass: ['now()', 'Date.UTC(2026, 0, 1)'],
  },
  'a date without argument': {
    pattern: /\bnew Date\(/g,
    wrong: (found) => found.length === 0,
    flag: ['new Date()', 'new Date( )'],
    pass: ['new Date(instant)'],
  },
  'a date read by the engine': {
    pattern: /\bDate\.parse\b/g,
    flag: ['Date.parse(header)', '.map(Date.parse)'],
    pass: ['parseMailDate(header)'],
  },
  'a date made of a text, or of local year and month': {
    pattern: /\bnew Date\(/g,
    wrong: (found) => found.length > 1 || /^['"`]/.test(found[0] ?? ''),
    flag: ['new Date(`2026-03-02T00:00`)', "new Date('2026-03-02 09:30')", 'new Date(2026, 2, 2)'],
    pass: ['new Date(Date.UTC(2026, 2, 2))', 'new Date(at)'],
  },
  'a local getter or setter': {
    pattern:
      /\.(?:[gs]et(?:FullYear|Year|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)|getTimezoneOffset|toDateString|toTimeString|toLocaleDateString|toLocaleTimeString)\(/g,
    flag: [
      'date.getHours()',
      'date.setDate(1)',
      'date.getTimezoneOffset()',
      'at.toLocaleDateString()',
      'at.toDateString()',
    ],
    pass: ['date.getUTCHours()', 'date.setUTCDate(1)', 'date.toISOString()', 'date.getTime()'],
  },
  'a comparison in the machine’s language': {
    pattern: /\.localeCompare\(/g,
    wrong: (found) => found.length < 2,
    flag: ["(a.name ?? '').localeCompare(b.name ?? '')", 'a.localeCompare(f(b, c))'],
    pass: ["a.localeCompare(b, 'fr')"],
  },
  'a text in the machine’s language': {
    pattern: /\.toLocale(?:String|UpperCase|LowerCase)\(/g,
    wrong: (found) => found.length === 0,
    flag: ['word.toLocaleLowerCase()', 'value.toLocaleString()'],
    pass: ["word.toLocaleLowerCase('fr')", 'word.toLowerCase()'],
  },
  'a formatter in the machine’s language': {
    pattern: /\bIntl\.(?:NumberFormat|Collator|PluralRules|ListFormat|DisplayNames|Segmenter|RelativeTimeFormat)\(/g,
    wrong: (found) => found.length === 0 || found[0] === 'undefined',
    flag: ['new Intl.NumberFormat()', 'new Intl.Collator(undefined, options)'],
    pass: ["new Intl.NumberFormat('fr-FR', options)"],
  },
  'a formatter of dates in the machine’s zone': {
    pattern: /\bIntl\.DateTimeFormat\(/g,
    wrong: (found) => found.length < 2 || !found[1]!.includes('timeZone'),
    flag: ['new Intl.DateTimeFormat()', "new Intl.DateTimeFormat('fr', { dateStyle: 'long' })"],
    pass: ["new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' })"],
  },
  'a luxon date in the machine’s zone': {
    pattern:
      /\bDateTime\.(?:now|local|fromMillis|fromSeconds|fromISO|fromJSDate|fromObject|fromFormat|fromSQL|fromRFC2822)\(/g,
    wrong: (found) => !/\bzone\b/.test(found.slice(1).join()),
    flag: ['DateTime.now()', 'DateTime.local()', 'DateTime.fromISO(day)', 'DateTime.fromMillis(zone)'],
    pass: ['DateTime.fromISO(day, { zone: brand.timeZone })', 'DateTime.fromMillis(at, { zone })'],
  },
  'the temporary folder that all users share': {
    pattern: /\btmpdir\b/g,
    flag: ['join(tmpdir(), name)'],
    pass: ['cacheFolder(environment, home)'],
  },
}

/** Files that may, and why. */
const NAMED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'the machine’s clock': {
    'src/cli/main.ts': 'the program’s clock, handed to every command',
    'src/ledger/ledger.ts': 'the date beside a migration where the opener brings no clock; nothing is computed from it',
    'src/proofreading/engines/dictionaries.ts':
      'replaces the clock by which Hunspell gives up, so that its bounds are the same everywhere',
  },
  'the temporary folder that all users share': {
    'src/cli/commands/demo.ts': 'a new folder for one demonstration, which mkdtemp makes for this user alone',
  },
}

/** Code without its comments: they may name what the code must not use. */
function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(?<![:'"`\w])\/\/.*$/gm, '')
}

function breaks(rule: Rule, text: string): boolean {
  return [...text.matchAll(rule.pattern)].some((found) => {
    if (!rule.wrong) return true
    return rule.wrong(argumentsAt(text, found.index + found[0].length - 1))
  })
}

const sources = ['src', 'jobs', 'reports'].flatMap((folder) =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((file) => /(?<!\.d)\.(?:tsx?|js)$/.test(file))
    .map((file) => ({ file, text: code(readFileSync(file, 'utf8')) })),
)

describe.each(Object.entries(RULES))('%s', (name, rule) => {
  it('is used by the named files alone', () => {
    expect(sources.length).toBeGreaterThan(400)
    const files = sources.filter(({ text }) => breaks(rule, text)).map(({ file }) => file)
    expect(files.sort()).toEqual(Object.keys(NAMED[name] ?? {}).sort())
  })

  it('is found where it stands, and nowhere else', () => {
    for (const text of rule.flag) expect(breaks(rule, code(text)), text).toBe(true)
    for (const text of [...rule.pass, `// ${rule.flag[0]}`, `/* ${rule.flag[0]} */`])
      expect(breaks(rule, code(text)), text).toBe(false)
  })
})
