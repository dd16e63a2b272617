/** The journal of what was handed over, on a disk that fills up and under a process that dies in the middle of a line. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { openHandedJournal } from '../../src/mail/handed-journal.js'

const folder = mkdtempSync(join(tmpdir(), 'replymark-journal-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = join(folder, 'handed.log')
beforeEach(() => rmSync(file, { force: true }))

/** A disk that takes so many characters and no more, until it is given room. */
function smallDisk(room: number) {
  const disk = { room }
  return Object.assign(disk, {
    append(to: string, text: string) {
      appendFileSync(to, text.slice(0, disk.room))
      const refused = text.length > disk.room
      disk.room = Math.max(0, disk.room - text.length)
      if (refused) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
    },
  })
}

describe('the journal of what was handed over', () => {
  it('knows after it is opened again what was handed over and not released', () => {
    const journal = openHandedJournal(file)
    for (const probe of ['a', 'b', 'c']) journal.handed(probe)
    journal.released('b')
    const again = openHandedJournal(file)
    expect(['a', 'b', 'c', 'd'].map((probe) => again.has(probe))).toEqual([true, false, true, false])
  })

  it('refuses a hand-over that the disk does not take whole, however much of it was taken', () => {
    for (let room = 0; room < '+ probe-12\n'.length; room++) {
      rmSync(file, { force: true })
      const disk = smallDisk(room)
      const journal = openHandedJournal(file, disk.append)
      expect(() => journal.handed('probe-12')).toThrow('ENOSPC')
      expect(journal.has('probe-12')).toBe(false)
      disk.room = 1_000
      journal.handed('probe-3')
      const again = openHandedJournal(file)
      // `probe-1` is the beginning of the torn line and another probe.
      expect(['probe-12', 'probe-1', 'probe-3'].map((probe) => again.has(probe))).toEqual([false, false, true])
    }
  })

  it('writes a release down later when the disk is full', () => {
    const disk = smallDisk(1_000)
    const journal = openHandedJournal(file, disk.append)
    journal.handed('a')
    disk.room = 2
    journal.released('a')
    expect(journal.has('a')).toBe(false)
    disk.room = 1_000
    journal.handed('b')
    const again = openHandedJournal(file)
    expect([again.has('a'), again.has('b')]).toEqual([false, true])
  })

  it('takes no notice of a line that a death cut off, and goes on after it', () => {
    writeFileSync(file, '+ a\n+ probe-1')
    const journal = openHandedJournal(file)
    expect([journal.has('a'), journal.has('probe-1')]).toEqual([true, false])
    journal.handed('b')
    expect(openHandedJournal(file).has('b')).toBe(true)
    expect(readFileSync(file, 'utf8')).toBe('+ a\n+ probe-1!\n+ b\n')
  })
})
