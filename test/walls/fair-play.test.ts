/**
 * Rules of fair play that rest on how the program is built (docs/methodology.en.md §8): mail leaves by one door, with text alone; nothing is
 * answered automatically; mailboxes are only read. The others have tests of their own: caps, hours and opt-out in
 * test/mail/fair-play.test.ts, promises in test/composing, right of reply in test/editions/publication.test.ts, names in
 * test/reports/files.test.ts, retention in test/jobs/purge-evidence/purge-evidence.test.ts, the dry run in test/jobs/send-probes.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const sources = new Map(
  ['src', 'jobs', 'reports']
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))))
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('src/sandbox/'))
    .map((file) => [file, readFileSync(file, 'utf8')]),
)

function filesWith(pattern: RegExp): readonly string[] {
  return [...sources].filter(([, text]) => pattern.test(text)).map(([file]) => file)
}

describe('outside the simulated market', () => {
  it('mail leaves by the sender alone, and the sender is asked by the sending of due probes alone', () => {
    expect(filesWith(/from 'nodemailer(?:\/[^']*)?'/)).toEqual(['src/mail/sender.ts'])
    expect(filesWith(/\.sendMail\(/)).toEqual(['src/mail/sender.ts'])
    expect(filesWith(/\.send\(mail\)/)).toEqual(['jobs/send-probes/send-due.ts'])
  })

  it('a mail has text alone: no attachment, no markup, no copy to anybody', () => {
    const sender = sources.get('src/mail/sender.ts') ?? ''
    const call = sender.slice(
      sender.indexOf('.sendMail('),
      sender.indexOf('as Parameters<', sender.indexOf('.sendMail(')),
    )
    expect(call).toMatch(/\braw,/)
    expect(sender).toContain('{ raw, eightBit } = writeMail(')
    expect(call).not.toMatch(/\b(?:attachments|alternatives|html|text|amp|icalEvent|cc|bcc)\b\s*[:,]/)
    expect(filesWith(/\bwriteMail\(/).toSorted()).toEqual(['src/mail/clients/write-mail.ts', 'src/mail/sender.ts'])
    const writer = sources.get('src/mail/clients/write-mail.ts') ?? ''
    expect(writer).not.toMatch(/multipart|text\/html|boundary|attachment|['"]b?cc['"]/i)
    expect([...writer.matchAll(/'(text\/[a-z]+|application\/[^']*)/g)].every(([, type]) => type === 'text/plain')).toBe(
      true,
    )
  })

  it('mailboxes are read and nothing else: no command that writes, flags, moves or deletes', () => {
    expect(
      filesWith(
        /\.(?:messageFlags\w+|messageDelete|messageMove|messageCopy|mailboxCreate|mailboxDelete|mailboxRename|setFlags|expunge)\(/,
      ),
    ).toEqual([])
    expect(filesWith(/\.append\(/).filter((file) => file.startsWith('src/mail/'))).toEqual([])
  })

  it('no address is asked for over HTTP but those of a proofreading server and of a time-stamping authority that the operator names', () => {
    expect(filesWith(/(?<![.\w])fetch\(/)).toEqual([
      'src/editions/timestamp.ts',
      'src/proofreading/engines/engine-server.ts',
    ])
    expect(filesWith(/from '(?:node:)?(?:https|undici|axios|got|node-fetch)'/)).toEqual([])
  })
})
