/**
 * The dry run shows exactly what would go to whom and when: the mails of `replymark preview` are compared with what a real SMTP
 * server takes when the clock comes to each of them. And nothing goes without both `live: true` and `--live`.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { serviceParts } from '../../src/app/parts.js'
import { createService } from '../../src/app/service.js'
import { run as plan } from '../../src/cli/commands/plan.js'
import { run as preview } from '../../src/cli/commands/preview.js'
import { LEDGER_FILE, openLedger } from '../../src/ledger/ledger.js'
import { loadStudy } from '../../src/study/load-study.js'
import { type SmtpBrand, startSmtpBrand } from '../mail/smtp-brand.js'

/** One mail of the preview. */
interface PreviewedMail {
  readonly probe: string
  readonly brand: string
  readonly goes: boolean
  readonly because: string | null
  readonly dueAt: string
  readonly from: { readonly name: string; readonly address: string }
  readonly replyTo: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

const ENVIRONMENT = { REPLYMARK_SMTP_PASSWORD: 'secret', REPLYMARK_IMAP_PASSWORD: 'secret' }
let folder = ''
let brand: SmtpBrand

function studyFile(change: (text: string) => string): void {
  const file = join(folder, 'study.yaml')
  writeFileSync(file, change(readFileSync(file, 'utf8')))
}

async function previewed(): Promise<readonly PreviewedMail[]> {
  let out = ''
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text)
    return true
  })
  await preview([], { study: folder, edition: '2026', json: true })
  spy.mockRestore()
  return JSON.parse(out).mails
}

/** Sends everything, the clock set to each moment at which something is due. */
async function sendAll(live: boolean): Promise<void> {
  const study = await loadStudy(folder, {})
  const ledger = openLedger(join(study.dataFolder, LEDGER_FILE), { evidenceKey: null })
  let time = 0
  const service = await createService({
    study,
    ledger,
    environment: ENVIRONMENT,
    live,
    parts: serviceParts,
    now: () => time,
  })
  const moments = new Set(ledger.probes.ofEdition('2026').map(({ dueAt }) => dueAt))
  for (const moment of [...moments].toSorted((one, other) => one - other)) {
    time = moment
    await service.sendDue()
  }
  await service.stop()
  ledger.close()
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'replymark-preview-'))
  cpSync('config', folder, { recursive: true })
  brand = await startSmtpBrand('secret')
  studyFile((text) =>
    text.replace(
      /host: smtp\..*\n\s+port: 465\n\s+tls: implicit/,
      `host: 127.0.0.1\n      port: ${brand.port}\n      tls: none`,
    ),
  )
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true)
  await plan([], { study: folder, edition: '2026', json: true }, { now: () => Date.UTC(2026, 1, 1) })
  vi.restoreAllMocks()
})
afterAll(async () => {
  await brand.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the dry run', () => {
  it('is followed by nothing unless the study says `live: true` and the command line `--live`', async () => {
    await sendAll(true)
    expect(brand.taken).toEqual([])
    studyFile((text) => text.replace('live: false', 'live: true'))
    await sendAll(false)
    expect(brand.taken).toEqual([])
  })

  it('shows exactly what then goes, to whom and when, and who is left out since', async () => {
    studyFile((text) => text.replace('optOut: []', 'optOut: [maison-lune]'))
    const shown = await previewed()
    const going = shown.filter(({ goes }) => goes)
    expect(shown.filter(({ goes }) => !goes)).toHaveLength(5)
    for (const mail of shown.filter(({ goes }) => !goes))
      expect(mail).toMatchObject({ brand: 'maison-lune', because: expect.stringContaining('opt-out') })

    await sendAll(true)
    const taken = await Promise.all(
      brand.taken.map(async ({ from, to, raw }) => {
        const mail = await simpleParser(raw)
        const [sender] = mail.from?.value ?? []
        const [reply] = mail.replyTo?.value ?? []
        // One part, plain text, one recipient: nothing is attached and nobody is copied.
        expect(mail.headers.get('content-type')).toMatchObject({ value: 'text/plain' })
        expect(mail.attachments).toEqual([])
        expect(mail.cc).toBeUndefined()
        expect(to).toHaveLength(1)
        expect(from).toBe(reply?.address)
        return {
          dueAt: mail.date?.toISOString(),
          from: { name: sender?.name, address: sender?.address },
          replyTo: reply?.address,
          to: to[0],
          subject: mail.subject,
          text: (mail.text ?? '').trimEnd(),
        }
      }),
    )
    const wanted = going.map(({ dueAt, from, replyTo, to, subject, text }) => {
      const seconds = `${dueAt.slice(0, 19)}.000Z`
      return { dueAt: seconds, from, replyTo, to, subject, text: text.trimEnd() }
    })
    const byReply = (one: { readonly replyTo: string | undefined }, other: typeof one) =>
      String(one.replyTo) < String(other.replyTo) ? -1 : 1
    expect(taken.toSorted(byReply)).toEqual(wanted.toSorted(byReply))
  })

  it('shows afterwards that nothing is left to go', async () => {
    const shown = await previewed()
    expect(shown.filter(({ goes }) => goes)).toEqual([])
    expect(new Set(shown.map(({ because }) => because))).toEqual(new Set(['it is sent', 'it is cancelled']))
  })
})
