/** Reading raw mails: parse, kind, new text, language, against a MIME parser alone. */
import { readdirSync, readFileSync } from 'node:fs'
import { simpleParser } from 'mailparser'
import { readMessage } from '../../../src/reading/read-message.js'
import { type BenchResult, compare, secondsOf } from '../frame/row.js'

/** Rows of this file. */
export const names = ['read'] as const

const MAILS = 5000
const FOLDERS = ['test/fixtures/mails', '../shared/corpora/bounces']

/** The mails of the project's fixtures and, where it is there, of the bounce corpus, repeated up to a number. */
export function mixedMails(count: number): readonly Buffer[] {
  const files = FOLDERS.flatMap((folder) => {
    try {
      return readdirSync(folder)
        .filter((name) => name.endsWith('.eml'))
        .sort()
        .map((name) => readFileSync(`${folder}/${name}`))
    } catch {
      return []
    }
  })
  return Array.from({ length: count }, (_, number) => files[number % files.length] as Buffer)
}

/** Measures it. */
export async function bench(): Promise<readonly BenchResult[]> {
  const mails = mixedMails(MAILS)
  const rate = async (read: (raw: Buffer) => Promise<unknown>) => {
    const seconds = await secondsOf(async () => {
      for (const raw of mails) await read(raw)
    })
    return mails.length / seconds
  }
  return [
    await compare({
      name: 'read',
      work: `${MAILS} mixed mails (replies, receipts, bounces, marketing; plain and HTML): parse, kind, new text, language`,
      unit: 'mails/s',
      bound: { of: 'ratio', at: 'least', limit: 0.8 },
      project: () => rate((raw) => readMessage(raw)),
      peer: { name: 'mailparser simpleParser', round: () => rate((raw) => simpleParser(raw)) },
      rounds: 3,
    }),
  ]
}
