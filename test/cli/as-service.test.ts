import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const PROGRAM = fileURLToPath(new URL('../../bin/replymark.js', import.meta.url))
/** Says which process runs with which settings, before the program starts. */
const TELLS = `data:text/javascript,${encodeURIComponent(
  "console.log(process.pid, process.execArgv.filter((word) => word.startsWith('--max')).join(), process.env.MALLOC_TRIM_THRESHOLD_ ?? '')",
)}`

/** Lines that the processes of a start said, without the process's number, which is that of the first throughout. */
function settingsOf(command: string, flags: readonly string[] = [], environment: NodeJS.ProcessEnv = {}) {
  const words = [...flags, '--import', TELLS, PROGRAM, command, '--help']
  const { pid, stdout } = spawnSync(process.execPath, words, {
    encoding: 'utf8',
    env: { ...process.env, MALLOC_TRIM_THRESHOLD_: undefined, ...environment },
  })
  return stdout.split('\n').flatMap((line) => (line.startsWith(`${pid} `) ? [line.slice(`${pid} `.length).trim()] : []))
}

describe('starting as a service', () => {
  it('starts a service again with its settings, in the same process', () => {
    expect(settingsOf('run')).toEqual(['', '--max-semi-space-size=8 131072'])
  })

  it('leaves other commands, and what somebody chose, alone', () => {
    expect(settingsOf('check')).toEqual([''])
    expect(settingsOf('run', ['--max-semi-space-size=32'])).toEqual(['--max-semi-space-size=32'])
    const chosen = settingsOf('serve', [], { MALLOC_TRIM_THRESHOLD_: '4096' })
    expect(chosen).toEqual(['4096', '--max-semi-space-size=8 4096'])
  })
})
