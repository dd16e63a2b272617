/** `replymark demo`: a simulated market over real SMTP and IMAP on loopback, in virtual time, measured against its known truth. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { ReplymarkError } from '../../domain/error.js'
import { type DemoResult, runDemo } from '../../sandbox/run-demo.js'
import { demoText } from '../demo-text.js'
import { packageFolder } from '../package-folder.js'

/** Most brands: more make the demo long. */
const MOST_BRANDS = 2_000

/** A whole number given on the command line. */
function numberOf(value: unknown, name: string, least: number, most: number): number {
  const number = Number(value)
  if (Number.isInteger(number) && number >= least && number <= most) return number
  throw new ReplymarkError('usage', `--${name} ${String(value)} is not possible`, {
    hint: `Write a whole number from ${least} to ${most}.`,
  })
}

/** What `--json` prints: no path and no time of day, so that the same seed gives the same bytes. */
function jsonOf({ study, standings, truth, reports, sent, received }: DemoResult, options: object): object {
  const names = new Map(study.brands.map((brand) => [brand.id, brand.name]))
  const tables = [...standings].map(([edition, table]) => ({
    edition,
    standings: table.map((standing) => ({ name: names.get(standing.brand) ?? standing.brand, ...standing })),
  }))
  const editions = study.editions.map((edition, place) => ({
    id: edition.id,
    title: edition.title,
    sendFrom: edition.sendFrom,
    sendUntil: edition.sendUntil,
    counts: reports[place]?.counts,
    overall: reports[place]?.overall,
    changes: reports[place]?.changes ?? null,
    standings: tables[place]?.standings ?? [],
  }))
  return { demo: { ...options, sent, received }, editions, standings: tables.at(-1)?.standings ?? [], truth }
}

/** Runs the command. */
export async function run(
  _positional: readonly unknown[],
  options: Readonly<Record<string, unknown>>,
): Promise<number> {
  const brands = numberOf(options.brands, 'brands', 2, MOST_BRANDS)
  const editions = numberOf(options.editions, 'editions', 1, 10)
  const seed = numberOf(options.seed, 'seed', 0, 2 ** 31 - 1)
  const points = numberOf(options.discriminate ?? 0, 'discriminate', 0, 100)
  const threads = numberOf(options.threads ?? 0, 'threads', 0, 64)
  const folder =
    options.study === undefined ? join(mkdtempSync(join(tmpdir(), 'replymark-demo-')), 'study') : String(options.study)
  const quiet = options.json === true
  const started = performance.now()
  const result = await runDemo({
    example: join(packageFolder(), 'config'),
    folder,
    brands,
    editions,
    seed,
    bias: points === 0 ? null : { attribute: 'origin', value: 'maghrebi', points },
    threads,
    progress: (line) => {
      if (!quiet) process.stderr.write(`${line}\n`)
    },
  })
  if (quiet) {
    process.stdout.write(`${JSON.stringify(jsonOf(result, { brands, editions, seed, discriminate: points }))}\n`)
    return 0
  }
  const seconds = (performance.now() - started) / 1_000
  const shown = relative(process.cwd(), folder)
  process.stdout.write(demoText(result, { seconds, folder: shown.startsWith('..') ? folder : shown }))
  return 0
}
