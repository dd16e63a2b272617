/** The log never shows a secret. */
import { expect, it } from 'vitest'
import { createLog } from '../../src/app/log.js'

it('writes facts, and cuts secrets out wherever they stand', () => {
  const lines: string[] = []
  const log = createLog('info', { write: (line) => void lines.push(line) })
  log.info({ account: 'main', password: 'hunter2', nested: { token: 'hunter2', pass: 'hunter2' } }, 'signed in')
  log.error({ redisUrl: 'redis://:hunter2@host' }, 'failed')
  expect(lines.join('')).not.toContain('hunter2')
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ account: 'main', msg: 'signed in' })
})
