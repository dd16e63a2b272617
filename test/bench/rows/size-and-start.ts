/** How soon the command line answers, and how large an installation is. */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BenchResult, compare, figureRow, secondsOf } from '../frame/row.js'

/** Rows of this file. */
export const names = ['start', 'size'] as const

function bytesOf(path: string): number {
  const entry = statSync(path, { throwIfNoEntry: false })
  if (!entry) return 0
  // What the disk gives away, as `du` counts, not what the files hold.
  if (!entry.isDirectory()) return entry.blocks * 512
  return readdirSync(path).reduce((sum, name) => sum + bytesOf(join(path, name)), entry.blocks * 512)
}

function packagesOf(folder: string): readonly { name: string; bytes: number }[] {
  return readdirSync(folder).flatMap((name) => {
    if (name.startsWith('.')) return []
    const path = join(folder, name)
    if (!name.startsWith('@')) return [{ name, bytes: bytesOf(path) }]
    return readdirSync(path).map((inner) => ({ name: `${name}/${inner}`, bytes: bytesOf(join(path, inner)) }))
  })
}

function productionInstall(): { megabytes: number; note: string } {
  const folder = mkdtempSync(join(tmpdir(), 'replymark-size-'))
  try {
    for (const part of [
      'package.json',
      'package-lock.json',
      '.npmrc',
      'scripts',
      'src',
      'jobs',
      'reports',
      'bin',
      'config',
    ]) {
      if (existsSync(part)) cpSync(part, join(folder, part), { recursive: true })
    }
    execFileSync('npm', ['ci', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const largest = packagesOf(join(folder, 'node_modules')).toSorted((a, b) => b.bytes - a.bytes)
    const inMegabytes = (bytes: number) => bytes / 2 ** 20
    const five = largest.slice(0, 5).map(({ name, bytes }) => `${name} ${inMegabytes(bytes).toFixed(0)} MB`)
    return { megabytes: inMegabytes(bytesOf(folder)), note: `largest: ${five.join(', ')}` }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Measures them. */
export async function bench(asked: (name: string) => boolean): Promise<readonly BenchResult[]> {
  const results: BenchResult[] = []
  if (asked('start')) {
    const start = (words: readonly string[]) => () =>
      secondsOf(() => spawnSync(process.execPath, words, { stdio: 'ignore' })).then((seconds) => seconds * 1000)
    const row = await compare({
      name: 'start',
      work: '`replymark --help` from start to exit',
      unit: 'ms',
      bound: { of: 'ratio', at: 'least', limit: 1 / 3 },
      project: start(['bin/replymark.js', '--help']),
      peer: { name: 'node -e 0', round: start(['-e', '0']) },
      rounds: 15,
      smallerIsBetter: true,
    })
    results.push({
      ...row,
      note: `takes ${((row.value ?? 0) / (row.peerValue ?? 1)).toFixed(2)} times a bare Node.js; 3 is the most it may`,
    })
  }
  if (asked('size')) {
    const { megabytes, note } = productionInstall()
    results.push(
      figureRow({
        name: 'size',
        work: 'production install (`npm ci --omit=dev`) on disk, sources and build included',
        unit: 'MB',
        bound: { of: 'value', at: 'most', limit: 250 },
        value: megabytes,
        note,
      }),
    )
  }
  return results
}
