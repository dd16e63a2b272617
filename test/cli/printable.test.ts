/** No text of others commands the terminal, whichever command shows it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { run as inspect } from '../../src/cli/commands/inspect.js'
import { run as mark } from '../../src/cli/commands/mark.js'
import { explainMistakes } from '../../src/cli/explain-mistakes.js'
import { reportFailure } from '../../src/cli/failure.js'
import { ReplymarkError } from '../../src/domain/error.js'
import { printable } from '../../src/domain/printable.js'

/** Sets the window's title, clears the screen, turns the line round, hides a word, begins a sequence by one byte (C1). */
const COMMANDS = '\u001b]0;x\u0007\u001b[2J\u202egnp.exe\u2066\u200b\u009b31m\r'
// biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be seen
const STEERING = /(?!\u001b\[\d{1,2}m)[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

describe('text for a terminal', () => {
  it('keeps letters, line ends and tabs, and shows a dot for each character taken out', () => {
    expect(printable('Écrivez-nous\n\tà demain\u202f!')).toBe('Écrivez-nous\n\tà demain\u202f!')
    expect(printable(`a${COMMANDS}b`)).toBe('a·]0;x··[2J·gnp.exe···31m·b')
  })

  it('never holds a control character or a direction mark, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(text)).not.toMatch(STEERING)
        expect(printable(text)).toHaveLength(text.length)
      }),
    )
  })
})

describe('commands', () => {
  let folder = ''
  let said = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'replymark-terminal-'))
    said = ''
    const hear = (text: unknown) => {
      said += String(text)
      return true
    }
    vi.spyOn(process.stdout, 'write').mockImplementation(hear)
    vi.spyOn(process.stderr, 'write').mockImplementation(hear)
  })
  afterEach(() => {
    vi.restoreAllMocks()
    rmSync(folder, { recursive: true, force: true })
  })

  it('show a hostile mail without obeying it', async () => {
    const file = join(folder, 'mail.eml')
    const subject = `=?utf-8?B?${Buffer.from(`Re: Colis ${COMMANDS}`).toString('base64')}?=`
    writeFileSync(
      file,
      `From: "=?utf-8?B?${Buffer.from(`Paul ${COMMANDS}`).toString('base64')}?=" <contact@maison-lune.example>\nSubject: ${subject}\nContent-Type: text/plain; charset=utf-8\n\nBonjour ${COMMANDS},\n\nVotre colis ${COMMANDS} arrive demain.\n\nCordialement,\nPaul ${COMMANDS}\n`,
    )
    expect(await inspect([[file]], {})).toBe(0)
    expect(said).toContain('arrive demain')
    expect(said).not.toMatch(STEERING)
    said = ''
    const scenario = join(folder, 'scenario.yaml')
    writeFileSync(scenario, 'id: colis\nlanguage: fr\npoints:\n  - id: delay\n    patterns: ["arrive"]\n')
    expect(await mark([file], { scenario })).toBe(0)
    expect(said).toContain('/ 100')
    expect(said).not.toMatch(STEERING)
  })

  it('show what a server answered without obeying it', () => {
    reportFailure(new ReplymarkError('mailbox', `The server said ${COMMANDS}`, { hint: COMMANDS }), false)
    reportFailure(new Error(`550 ${COMMANDS}`), false)
    expect(said).toContain('The server said')
    expect(said).not.toMatch(STEERING)
  })

  it('show mistakes in a hostile text without obeying it', () => {
    const text = `Bonjour ${COMMANDS} colix`
    const mistake = {
      start: 8,
      end: text.length,
      text: text.slice(8),
      category: 'spelling',
      rule: 'r',
      message: COMMANDS,
      suggestions: [],
    } as const
    expect(explainMistakes(text, [mistake], true)).not.toMatch(STEERING)
  })
})
