/** What reaches outside the process stands in few named files: no address found in mail is ever fetched, no text becomes SQL. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const files = ['src', 'jobs', 'reports'].flatMap((folder) =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((file) => /(?<!\.d)\.tsx?$/.test(file)),
)
const sources = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))

/** Files in which a pattern is found, in order. */
function where(pattern: RegExp): string[] {
  return [...sources].flatMap(([file, text]) => (pattern.test(text) ? [file] : [])).sort()
}

describe('connections to others', () => {
  it('over HTTP go to the proofreading server and the time-stamping authority of the settings alone', () => {
    expect(where(/(?<![.\w])fetch\(|\bXMLHttpRequest\b|\bnew (?:WebSocket|EventSource)\(/)).toEqual([
      'src/editions/timestamp.ts',
      'src/proofreading/engines/engine-server.ts',
    ])
    expect(where(/from '(?:node:)?https?'|from '(?:undici|axios|got|node-fetch|superagent)'/)).toEqual([])
  })

  it('over mail and Redis are opened by their rooms alone', () => {
    expect(where(/import (?!type)[^'\n]*from 'imapflow'/)).toEqual(['src/mail/mailbox.ts'])
    expect(where(/import (?!type)[^'\n]*from 'nodemailer'/)).toEqual(['src/mail/sender.ts'])
    for (const file of where(/import (?!type)[^'\n]*from '(?:ioredis|bullmq)'/)) expect(file).toMatch(/^src\/queue\//)
  })

  it('over bare sockets are opened for the greetings of the accounts’ own servers alone; the sandbox listens on loopback', () => {
    // BlockList and isIP compare addresses and open nothing.
    expect(
      where(/import (?!type|\{ BlockList, isIP \} )[^'\n]*from '(?:node:)?(?:net|tls|dgram|dns|dns\/promises|http2)'/),
    ).toEqual(['src/mail/server-clock.ts'])
  })

  it('are made for no part of a mail: reading, matching and criteria know none of it', () => {
    const rooms = /^src\/(?:reading|matching|criteria|scoring|composing|planning|ranking)\//
    const reaching =
      /\bfetch\b\(|from '(?:node:)?(?:net|tls|http|https|dns|child_process|vm|worker_threads)'|\beval\(|new Function\(/
    expect(
      [...sources].filter(([file, text]) => rooms.test(file) && reaching.test(text)).map(([file]) => file),
    ).toEqual([])
  })
})

describe('code', () => {
  it('is made of no text: no eval, no Function, no vm', () => {
    expect(where(/(?<![.\w])eval\(|new Function\(|from '(?:node:)?vm'/)).toEqual([])
  })

  it('becomes markup unescaped in the named files alone, which are given no text of others', () => {
    expect(where(/dangerouslySetInnerHTML|from 'hono\/html'/)).toEqual(MARKUP)
  })
})

/** Files that hand markup on as it is: charts, whose texts ECharts escapes, and the style sheet. */
const MARKUP: readonly string[] = ['reports/html/layout.tsx', 'src/web/pages/sharing.tsx']

describe('SQL', () => {
  /** What may stand in the text of SQL: constants of the file that prepares it. */
  const CONSTANTS = new Set([
    // Words and columns that the file itself writes; who is erased is bound.
    ...[
      "emptiedReading('reading', 'domain')",
      "emptiedReading('reading', 'nothing')",
      "emptiedCandidates('candidates')",
    ],
    ...["part('reason', words)", "part('opened_by', author)", "part('comment', words)", "part('decided_by', author)"],
    ...["part('target', words)", "part('details', 'NULL')", "part('actor', author)", "part('moved_by', author)"],
    ...['ERASED', 'words', 'EDITION_VARIANT', 'APPLICATION_ID', 'columns'],
    // Of the table of sealed tables, which stands in the same file.
    ...['key', 'table', 'rows', 'order'],
  ])
  const CALL = /(?:\.(?:prepare|exec|pragma)|sql\.raw)\(\s*`((?:[^`\\]|\\.)*)`/g

  it('is prepared with bound parameters: what is put into its text is a constant of the sources', () => {
    const put = [...sources].flatMap(([file, text]) =>
      [...text.matchAll(CALL)].flatMap(([, template = '']) =>
        [...template.matchAll(/\$\{([^}]*)\}/g)].map(([, expression = '']) => `${file}: ${expression}`),
      ),
    )
    expect(put.filter((line) => !CONSTANTS.has(line.slice(line.indexOf(': ') + 2)))).toEqual([])
  })

  it('is never joined from pieces', () => {
    expect(where(/\.(?:prepare|exec)\(\s*(?:'[^'\n]*'|"[^"\n]*"|\w+)\s*\+/)).toEqual([])
  })
})
