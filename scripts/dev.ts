/**
 * `npm run dev`: the web over a demo study, started anew whenever a source changes. The study is simulated once into `.dev/study`
 * (same seed, same figures); delete that folder for a fresh one. Arguments go to `serve`: `npm run dev -- --port 9000`.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, renameSync, rmSync } from 'node:fs'

const STUDY = '.dev/study'
const UNFINISHED = '.dev/unfinished'
const MAIN = 'src/cli/main.ts'

if (!existsSync(STUDY)) {
  rmSync(UNFINISHED, { recursive: true, force: true })
  const demo = ['demo', '--brands', '12', '--editions', '2', '--seed', '1', '--study', UNFINISHED]
  const { status } = spawnSync('npx', ['tsx', MAIN, ...demo], { stdio: 'inherit' })
  // A demo that was broken off is no study: it would be taken for the seeded one.
  if (status !== 0) process.exit(status ?? 1)
  renameSync(UNFINISHED, STUDY)
}
const server = spawn(
  'npx',
  [
    'tsx',
    'watch',
    '--clear-screen=false',
    '--exclude',
    '.dev/**',
    MAIN,
    'serve',
    '--study',
    STUDY,
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit' },
)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal))
server.on('exit', (code) => process.exit(code ?? 0))
