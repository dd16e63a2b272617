/** One running service a study. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { takeServiceLock } from '../../src/ledger/service-lock.js'

const folder = mkdtempSync(join(tmpdir(), 'replymark-lock-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('is held by one service at a time, and free again when that one ends', () => {
  const free = takeServiceLock(folder)
  expect(() => takeServiceLock(folder)).toThrow('is running already')
  free()
  takeServiceLock(folder)()
})
