/**
 * Secrets of the environment are said nowhere: the real program runs at log level trace over a small edition, against servers that
 * repeat the password they were given; then everything it said and wrote is searched.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prepareStudy } from '../faults/study.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const SECRETS = {
  REPLYMARK_SMTP_PASSWORD: 'Kestrel-smtp-7Q2',
  REPLYMARK_IMAP_PASSWORD: 'Heron-imap-9X4',
  REPLYMARK_WEB_SECRET: 'Osprey-web-secret-of-32-letters-11',
  REPLYMARK_EVIDENCE_KEY: '9f'.repeat(16) + '3c7a'.repeat(8),
}

/** As they are, and as protocols write them. */
const forms = Object.entries(SECRETS).flatMap(([variable, secret]) => [
  { variable, form: secret },
  { variable, form: Buffer.from(secret).toString('base64').replace(/=+$/, '') },
  { variable, form: Buffer.from(`\0shopper\0${secret}`).toString('base64').replace(/=+$/, '') },
  { variable, form: encodeURIComponent(secret) },
])

/** Secrets that a text holds. */
const heldBy = (text: string) => [
  ...new Set(forms.filter(({ form }) => text.includes(form)).map(({ variable }) => variable)),
]

interface Run {
  readonly said: string
  readonly code: number | null
}

/** Runs a command until it ends, or until it said what is waited for. */
function command(words: readonly string[], until?: (said: string) => boolean): Promise<Run> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'src/cli/main.ts'), ...words], {
    cwd: ROOT,
    env: { ...process.env, ...SECRETS, REPLYMARK_LOG_LEVEL: 'trace', DEBUG: '*', NODE_DEBUG: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const hear = (piece: Buffer) => {
    said += piece.toString()
    if (until?.(said)) child.kill('SIGTERM')
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  return new Promise((resolve) => child.on('close', (code) => resolve({ said, code })))
}

let folder = ''
const asked = { smtp: 0, imap: 0 }

/** Refuses every password, and says which. */
const smtp = new SMTPServer({
  authOptional: false,
  allowInsecureAuth: true,
  disabledCommands: ['STARTTLS'],
  onAuth(auth, _session, done) {
    asked.smtp += 1
    done(new Error(`the password ${auth.password} is wrong`))
  },
})
const imap = createServer((socket) => {
  socket.on('error', () => {})
  socket.write('* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] ready\r\n')
  socket.on('data', (bytes) => {
    for (const line of bytes.toString().split('\r\n').filter(Boolean)) {
      const [tag = '', word = ''] = line.split(' ')
      if (/^(?:LOGIN|AUTHENTICATE)$/i.test(word)) {
        asked.imap += 1
        socket.write(
          `${tag} NO [AUTHENTICATIONFAILED] wrong: ${line.slice(tag.length)} ${SECRETS.REPLYMARK_IMAP_PASSWORD}\r\n`,
        )
      } else socket.write(`${tag} OK done\r\n`)
    }
  })
})

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'replymark-secrets-'))
  await new Promise<void>((resolve) => imap.listen(0, '127.0.0.1', resolve))
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
  await prepareStudy({
    folder,
    id: 'secrets',
    user: 'shopper',
    smtpPort: (smtp.server.address() as AddressInfo).port,
    imapPort: (imap.address() as AddressInfo).port,
    addressing: 'plus',
    start: Date.now(),
    probes: 3,
  })
})
afterAll(async () => {
  await new Promise<void>((resolve) => smtp.close(resolve))
  imap.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('secrets of the environment', () => {
  it('are found by the search, in each form', () => {
    expect(
      heldBy(`AUTH PLAIN ${Buffer.from(`\0shopper\0${SECRETS.REPLYMARK_SMTP_PASSWORD}`).toString('base64')}`),
    ).toEqual(['REPLYMARK_SMTP_PASSWORD'])
    expect(heldBy(`"pass":"${SECRETS.REPLYMARK_IMAP_PASSWORD}"`)).toEqual(['REPLYMARK_IMAP_PASSWORD'])
  })

  it('are said by no command, whatever the servers answer', async () => {
    const service = await command(
      ['run', '--live', '--study', folder, '--port', '0', '--threads', '0'],
      (said) => asked.smtp > 0 && asked.imap > 0 && /refused user/.test(said),
    )
    expect(asked.smtp).toBeGreaterThan(0)
    expect(asked.imap).toBeGreaterThan(0)
    expect(service.said).toMatch(/"level".*refused user/)
    expect(heldBy(service.said)).toEqual([])
    for (const words of [
      ['check', '--study', folder],
      ['check', '--study', folder, '--json'],
      ['report', '--study', folder, '--edition', '2026', '--format', 'html,csv,json', '--out', join(folder, 'reports')],
      ['rank', '--study', folder, '--edition', 'nowhere'],
    ]) {
      const { said } = await command(words)
      expect(said, words.join(' ')).not.toBe('')
      expect(heldBy(said), words.join(' ')).toEqual([])
    }
  }, 180_000)

  it('stand in no file of the study: ledger, reports, configuration', () => {
    const files = readdirSync(folder, { recursive: true })
      .map((name) => join(folder, String(name)))
      .filter((file) => statSync(file).isFile())
    expect(files.some((file) => file.endsWith('.db') || file.endsWith('.sqlite'))).toBe(true)
    for (const file of files) expect(heldBy(readFileSync(file, 'latin1')), file).toEqual([])
  })
})
