/**
 * Opening of mails: what our bounded scan over postal-mime's decoders gets out of them, beside whole mailparser and whole
 * postal-mime. Lost text is counted on mails of our own whose words are known; failures and speed on every sample at hand.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { simpleParser } from 'mailparser'
import PostalMime from 'postal-mime'
import { openMail } from '../../src/reading/mime/open-mail.js'
import { joinLines } from '../../src/reading/new-text/body-line.js'
import { linesOfHtml } from '../../src/reading/new-text/html/html-lines.js'
import { corpusFolder, readRows } from './frame/corpora.js'
import type { AccuracyReport } from './frame/report.js'

/** Gives the words of a mail, by one program. */
type Opener = (raw: Buffer) => Promise<string>

function words(plain: string | null | undefined, html: string | null | undefined): string {
  return plain?.trim() ? plain : joinLines(linesOfHtml(html ?? '').map(({ text }) => text))
}

const OPENERS: Readonly<Record<'replymark' | 'mailparser' | 'postal-mime', Opener>> = {
  replymark: async (raw) => {
    const { body } = await openMail(raw)
    return words(body.plain, body.html)
  },
  mailparser: async (raw) => {
    // None of these options fetches anything; links and images are left as they are.
    const mail = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true })
    return words(mail.text, mail.html || null)
  },
  'postal-mime': async (raw) => {
    const mail = await PostalMime.parse(raw)
    return words(mail.text, mail.html)
  },
}

interface Case {
  readonly name: string
  readonly raw: Buffer
  /** Words that must come out. */
  readonly expected: string
}

const SENTENCE = 'Votre colis a été livré à la crêperie, où l’œuvre coûte 12 €.'
const PLAIN_SENTENCE = 'Votre colis a été livré à la crêperie.'

/** The sentence under every pair of real encoding and declared charset that mail comes in. */
function charsetCases(): Case[] {
  const pairs: [string, string | null, string][] = [
    ['utf-8', 'utf-8', SENTENCE],
    ['utf-8', null, SENTENCE],
    ['utf-8', 'iso-8859-1', SENTENCE],
    ['utf-8', 'us-ascii', SENTENCE],
    ['utf-8', 'unknown-8bit', SENTENCE],
    ['windows-1252', 'windows-1252', SENTENCE],
    ['windows-1252', 'iso-8859-1', SENTENCE],
    ['windows-1252', 'utf-8', SENTENCE],
    ['windows-1252', 'us-ascii', SENTENCE],
    ['windows-1252', null, SENTENCE],
    ['iso-8859-15', 'iso-8859-15', PLAIN_SENTENCE],
    ['utf-7', 'utf-7', SENTENCE],
    ['cp850', 'cp850', PLAIN_SENTENCE],
    ['macintosh', 'macintosh', PLAIN_SENTENCE],
  ]
  return pairs.flatMap(([encoding, declared, expected]) => {
    const type = `Content-Type: text/plain${declared === null ? '' : `; charset=${declared}`}\n`
    const bytes = iconv.encode(expected, encoding)
    const head = `From: a@b.example\nMIME-Version: 1.0\n${type}`
    const base64 = `${bytes.toString('base64')}\n`
    const name = `${encoding} declared ${declared ?? 'not at all'}`
    return [
      { name, raw: Buffer.concat([Buffer.from(`${head}Content-Transfer-Encoding: 8bit\n\n`), bytes]), expected },
      { name: `${name}, base64`, raw: Buffer.from(`${head}Content-Transfer-Encoding: base64\n\n${base64}`), expected },
    ]
  })
}

function fixtureCases(): Case[] {
  const folder = join(import.meta.dirname, '../fixtures/mails')
  return readRows<{ file: string; contains?: string }>(join(folder, 'expected.jsonl')).flatMap(({ file, contains }) =>
    contains === undefined ? [] : [{ name: file, raw: readFileSync(join(folder, file)), expected: contains }],
  )
}

function allSamples(): Buffer[] {
  const folders = [join(import.meta.dirname, '../fixtures/mails'), corpusFolder('bounces'), corpusFolder('replies')]
  return folders.flatMap((folder) => {
    if (folder === null || !existsSync(folder)) return []
    const files = readdirSync(folder, { recursive: true }).map(String)
    return files.filter((file) => file.endsWith('.eml')).map((file) => readFileSync(join(folder, file)))
  })
}

const SPEED_ROUNDS = 3

/** Opens every sample by each program. */
export async function measure(): Promise<AccuracyReport> {
  const cases = [...charsetCases(), ...fixtureCases()]
  const samples = allSamples()
  const kept: Record<string, number> = {}
  const failed: Record<string, number> = {}
  const speed: Record<string, number> = {}
  const misses: string[] = []
  for (const [name, open] of Object.entries(OPENERS)) {
    kept[name] = 0
    for (const { name: title, raw, expected } of cases) {
      const found = (await open(raw).catch(() => '')).replace(/\s+/g, ' ').includes(expected.replace(/\s+/g, ' '))
      if (found) kept[name] += 1
      else misses.push(`${name} loses text of ${title}`)
    }
    failed[name] = 0
    const started = performance.now()
    for (let round = 0; round < SPEED_ROUNDS; round += 1) {
      for (const raw of samples) {
        await open(raw).catch(() => {
          failed[name] = (failed[name] ?? 0) + 1
        })
      }
    }
    speed[name] = Math.round((samples.length * SPEED_ROUNDS * 1_000) / (performance.now() - started))
  }
  const peers = (figures: Record<string, number>, scale: (figure: number) => number = (figure) => figure) => ({
    mailparser: scale(figures.mailparser ?? 0),
    'postal-mime': scale(figures['postal-mime'] ?? 0),
  })
  const share = (figure: number) => figure / cases.length
  return {
    name: 'mime',
    about:
      'Opening of mails: text kept under right, wrong and missing charsets, broken boundaries and nesting (mails of our own); failures and speed over all samples.',
    rows: [
      {
        measure: 'text kept',
        value: share(kept.replymark ?? 0),
        bound: 1,
        unit: 'share',
        n: cases.length,
        peers: peers(kept, share),
      },
      {
        measure: 'mails that cannot be opened',
        value: failed.replymark ?? 0,
        bound: 0,
        boundIs: 'most',
        unit: 'count',
        n: samples.length,
        peers: peers(failed),
      },
      {
        measure: 'speed',
        value: speed.replymark ?? 0,
        bound: null,
        unit: 'mails/s',
        n: samples.length,
        peers: peers(speed),
      },
    ],
    misses,
  }
}
