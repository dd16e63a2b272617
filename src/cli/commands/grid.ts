/** `replymark grid show|diff|check`: what a grid counts, how two differ, whether one is right. */
import { styleText } from 'node:util'
import { ReplymarkError } from '../../domain/error.js'
import type { Grid } from '../../domain/grid.js'
import { readGrid } from './mark/read-inputs.js'

/** One criterion's place in a grid: its share of the whole mark, its options, what a missing score does. */
interface Row {
  readonly share: number
  readonly version: number
  readonly because: string
  readonly options: string
  readonly missing: string
}

function rows(grid: Grid): Map<string, Row> {
  return new Map(
    grid.families.flatMap((family) => {
      const sum = family.criteria.reduce((total, criterion) => total + criterion.weight, 0)
      return family.criteria.map((criterion) => [
        criterion.id,
        {
          share: (family.weight * criterion.weight) / sum,
          version: criterion.version,
          because: criterion.because,
          options: JSON.stringify(criterion.options),
          missing: `${criterion.notApplicable}/${criterion.notAvailable}`,
        },
      ])
    }),
  )
}

function show(grid: Grid): string {
  const all = rows(grid)
  return [
    `${styleText('bold', `${grid.id} version ${grid.version}`)}  ${grid.title.en}`,
    `hash ${grid.hash}`,
    ...grid.families.flatMap((family) => [
      '',
      `${styleText('bold', family.id)}  ${family.weight} points: ${family.because}`,
      ...family.criteria.map((criterion) => {
        const row = all.get(criterion.id)
        const points = criterion.weight === 0 ? 'shown' : (row?.share ?? 0).toFixed(1)
        return `  ${points.padStart(6)}  ${criterion.id.padEnd(16)} ${criterion.because}${row?.options === '{}' ? '' : ` ${row?.options}`}`
      }),
    ]),
    '',
  ].join('\n')
}

/** One difference between two grids. */
interface Difference {
  readonly criterion: string
  readonly what: 'added' | 'removed' | 'share' | 'options' | 'missing' | 'version'
  readonly before: string | number | null
  readonly after: string | number | null
}

function differences(one: Grid, other: Grid): Difference[] {
  const before = rows(one)
  const after = rows(other)
  const found: Difference[] = []
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const old = before.get(id)
    const now = after.get(id)
    if (!old || !now) {
      found.push({
        criterion: id,
        what: now ? 'added' : 'removed',
        before: old?.share ?? null,
        after: now?.share ?? null,
      })
      continue
    }
    for (const what of ['share', 'options', 'missing', 'version'] as const) {
      if (old[what] !== now[what]) found.push({ criterion: id, what, before: old[what], after: now[what] })
    }
  }
  return found
}

function inWords({ criterion, what, before, after }: Difference): string {
  const figure = (value: string | number | null): string =>
    typeof value === 'number'
      ? what === 'version'
        ? String(value)
        : `${value.toFixed(1)} points`
      : (value ?? 'nothing')
  if (what === 'added') return `${criterion}: added, ${figure(after)}`
  if (what === 'removed') return `${criterion}: removed, ${figure(before)}`
  return `${criterion}: ${what} ${figure(before)} → ${figure(after)}`
}

/** @throws ReplymarkError `configuration` with every problem of a grid, `usage` for a wrong call */
export async function run(positional: readonly unknown[], options: Readonly<Record<string, unknown>>): Promise<number> {
  const [action, names] = [String(positional[0]), (positional[1] ?? []) as readonly string[]]
  const wanted = action === 'diff' ? 2 : 1
  if (!['show', 'diff', 'check'].includes(action)) {
    throw new ReplymarkError('usage', `grid ${action} is not known`, {
      hint: 'Use grid show, grid diff or grid check.',
    })
  }
  const given = names.length === 0 && action !== 'diff' ? ['replymark'] : names
  if (given.length !== wanted) {
    throw new ReplymarkError('usage', `grid ${action} takes ${wanted === 2 ? 'two grids' : 'one grid'}`, {
      hint: `Write replymark grid ${action} ${wanted === 2 ? 'qualiweb replymark' : 'replymark'}.`,
    })
  }
  const [grid, other] = await Promise.all(given.map((name) => readGrid(name)))
  if (!grid) return 1
  const print = (value: unknown, text: string): void => {
    process.stdout.write(options.json ? `${JSON.stringify(value)}\n` : `${text}\n`)
  }
  if (action === 'show') print(grid, show(grid))
  if (action === 'check') {
    const count = grid.families.reduce((sum, family) => sum + family.criteria.length, 0)
    print(
      { id: grid.id, version: grid.version, hash: grid.hash, problems: [] },
      `${grid.id} is right: ${count} criteria, hash ${grid.hash}`,
    )
  }
  if (action === 'diff' && other) {
    const found = differences(grid, other)
    print(
      { from: grid.id, to: other.id, differences: found },
      found.length === 0 ? 'No difference.' : found.map(inWords).join('\n'),
    )
  }
  return 0
}
