/** `replymark inspect` as a program: its output contract, several files, missing files. */
import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

interface Outcome {
  readonly code: number
  readonly out: string
  readonly errors: string
}

function inspect(...words: string[]): Promise<Outcome> {
  const program = ['--import', 'tsx', 'src/cli/main.ts', 'inspect', ...words]
  return new Promise((resolve) => {
    execFile(process.execPath, program, { env: { ...process.env, NO_COLOR: '1' } }, (error, out, errors) =>
      resolve({ code: error ? Number(error.code) : 0, out, errors }),
    )
  })
}

const mails = 'test/fixtures/mails'

describe('replymark inspect', () => {
  it('prints one JSON object a file, fields of the contract first', async () => {
    const files = [`${mails}/reply-fr-plain.eml`, `${mails}/bounce-qmail.eml`]
    const { code, out } = await inspect('--jsonl', ...files)
    expect(code).toBe(0)
    const rows = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(rows.map(({ file }) => file)).toEqual(files)
    expect(Object.keys(rows[0]!).slice(0, 7)).toEqual([
      'file',
      'kind',
      'kindConfidence',
      'language',
      'text',
      'quoted',
      'signature',
    ])
    expect(rows[0]).not.toHaveProperty('bounce')
    expect(rows[1]).toMatchObject({ bounce: { status: '5.1.1', hard: true, recipient: 'shop@quillpen.example' } })
  })

  it('reads .txt as a bare body and .html as a bare page', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'inspect-'))
    writeFileSync(join(folder, 'a.txt'), 'From: this is no header\n\nOui, nous livrons aussi en Belgique.')
    writeFileSync(join(folder, 'b.html'), '<p>Oui, nous livrons aussi en Belgique.</p>')
    const { out } = await inspect('--jsonl', join(folder, 'a.txt'), join(folder, 'b.html'))
    const rows = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { kind: string; text: string })
    expect(rows[0]!.text).toContain('From: this is no header')
    expect(rows[1]).toMatchObject({ kind: 'reply', text: 'Oui, nous livrons aussi en Belgique.' })
  })

  it('names a missing file, exits 1 and still prints the others', async () => {
    const { code, out, errors } = await inspect('--jsonl', 'absent.eml', `${mails}/reply-de.eml`)
    expect(code).toBe(1)
    expect(errors).toContain('absent.eml: no such file')
    expect(out).toContain('reply-de.eml')
  })

  it('refuses --json for several files with exit code 2', async () => {
    const { code, out } = await inspect('--json', `${mails}/reply-de.eml`, `${mails}/reply-en-plain.eml`)
    expect(code).toBe(2)
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'usage' } })
  })

  it('shows people the kind, its clue and the parts', async () => {
    const { out } = await inspect(`${mails}/reply-fr-plain.eml`)
    expect(out).toMatch(/kind\s+reply \(\d+ %\)/)
    expect(out).toContain('because')
    expect(out).toContain('── quoted')
  })
})
