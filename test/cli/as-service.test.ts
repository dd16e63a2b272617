import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const PROGRAM = fileURLToPath(new URL('../../bin/replymark.js', import.meta.url))
/** Says on stdout which process runs under which flags, before the program starts. */
const TELLS =
  'data:text/javascript,console.log(process.pid,process.execArgv.filter((word)=>/^--max/.test(word)).join())'

function starts(command: string, ...flags: readonly string[]): readonly string[] {
  const words = [...flags, '--import', TELLS, PROGRAM, command, '--help']
  return spawnSync(process.execPath, words, { encoding: 'utf8' })
    .stdout.split('\n')
    .filter((line) => /^\d+ /.test(line))
}

describe('starting as a service', () => {
  it('starts a service again under its flags, in the same process', () => {
    const [first = '', second = '', ...more] = starts('run')
    expect(first).toMatch(/^\d+ $/)
    expect(second).toBe(`${first}--max-semi-space-size=8`)
    expect(more).toEqual([])
  })

  it('leaves other commands, and who chose the space themselves, alone', () => {
    expect(starts('check')).toHaveLength(1)
    expect(starts('run', '--max-semi-space-size=32')).toEqual([expect.stringMatching(/^\d+ --max-semi-space-size=32$/)])
  })
})
