/** The log never shows a secret, and shows what an error was. */
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

it('writes an error with its code and causes, and ends where an error is its own cause', () => {
  const lines: string[] = []
  const log = createLog('info', { write: (line) => void lines.push(line) })
  const inner = Object.assign(new Error('disk is full'), { code: 'ENOSPC' })
  log.error({ error: new Error('the ledger cannot be written', { cause: inner }) }, 'failed')
  const circle = new Error('round')
  circle.cause = circle
  log.error({ error: circle }, 'failed')
  expect(JSON.parse(lines[0] ?? '').error).toMatchObject({
    message: 'the ledger cannot be written',
    cause: { code: 'ENOSPC', message: 'disk is full' },
  })
  expect(JSON.parse(lines[1] ?? '').error.message).toBe('round')
})
