/**
 * New text against the trimming cases of three reply parsers in the reference corpora and against the project's own
 * help-desk mails, next to email-reply-parser and planer (which read plain text only here).
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import EmailReplyParser from 'email-reply-parser'
import { openMail } from '../../src/reading/mime/open-mail.js'
import { separateNewText } from '../../src/reading/new-text/separate.js'
import { readMessage } from '../../src/reading/read-message.js'
import { newTextCases, squash } from '../reading/new-text/cases.js'
import { corpusFolder, readRows } from './frame/corpora.js'
import type { AccuracyReport, AccuracyRow } from './frame/report.js'
import { wrappedMails } from './frame/wrapped-mails.js'

// planer has no type declarations.
const { extractFrom } = (await import('planer' as string)) as { extractFrom: (body: string, type: string) => string }

interface Expected {
  readonly file: string
  readonly source: string
  readonly format: 'text' | 'eml' | 'html'
  readonly expected_text?: string
  readonly contains?: readonly string[]
  readonly not_contains?: readonly string[]
  readonly whitespace?: string
  readonly signature?: string
  readonly debatable?: boolean
}

interface Answer {
  readonly text: string
  readonly signature: string
}

type Peer = 'email-reply-parser' | 'planer'
const PEERS: readonly Peer[] = ['email-reply-parser', 'planer']
/** Share of exact new texts asked of each source, and of mails with their own answers. */
const BOUND = 0.95
/** Share asked inside frames of help desks that no rule was written for. */
const FRAME_BOUND = 0.85

/** The definition of the corpora's own measuring program. */
function isRight(row: Omit<Expected, 'file' | 'source' | 'format'>, { text, signature }: Answer): boolean {
  const got = squash(text)
  if (row.expected_text === undefined) {
    const holds = (row.contains ?? []).every((piece) => got.includes(squash(piece)))
    return holds && !(row.not_contains ?? []).some((piece) => got.includes(squash(piece)))
  }
  const wanted = squash(row.expected_text)
  if (row.whitespace === 'ignore' && got.replaceAll(' ', '') === wanted.replaceAll(' ', '')) return true
  return got === wanted || (row.signature === 'kept' && squash(`${text} ${signature}`) === wanted)
}

function askPeer(peer: Peer, plain: string): Answer {
  const text =
    peer === 'planer' ? extractFrom(plain, 'text/plain') : new EmailReplyParser().read(plain).getVisibleText()
  return { text: text ?? '', signature: '' }
}

/** One figure with its peers; peers are asked where there is a plain text body. */
class Tally {
  right = 0
  n = 0
  readonly peerRight: Record<Peer, number> = { 'email-reply-parser': 0, planer: 0 }

  count(row: Omit<Expected, 'file' | 'source' | 'format'>, ours: Answer, plain: string | null): boolean {
    this.n += 1
    const right = isRight(row, ours)
    if (right) this.right += 1
    for (const peer of PEERS) if (plain !== null && isRight(row, askPeer(peer, plain))) this.peerRight[peer] += 1
    return right
  }

  row(measure: string, withPeers: boolean): AccuracyRow {
    const peers = Object.fromEntries(PEERS.map((peer) => [peer, this.peerRight[peer] / this.n]))
    return {
      measure,
      value: this.right / this.n,
      bound: measure.includes('frames') ? FRAME_BOUND : BOUND,
      unit: 'share',
      n: this.n,
      peers: withPeers ? peers : {},
    }
  }
}

async function readCase(folder: string, row: Expected): Promise<{ ours: Answer; plain: string | null }> {
  const bytes = readFileSync(join(folder, row.file))
  const context = { senderName: '', senderAddress: '', subject: '' }
  if (row.format === 'eml') return { ours: await readMessage(bytes), plain: (await openMail(bytes)).body.plain }
  const body = bytes.toString('utf8')
  if (row.format === 'html') return { ours: separateNewText({ plain: null, html: body }, context), plain: null }
  return { ours: separateNewText({ plain: body, html: null }, context), plain: body }
}

/** Measures the corpora (where they are there) and the own cases. */
export async function measure(): Promise<AccuracyReport> {
  const tallies = new Map<string, Tally>()
  const misses: string[] = []
  const tally = (name: string) => tallies.get(name) ?? tallies.set(name, new Tally()).get(name)!
  const folder = corpusFolder('replies')
  const expected = folder ? readRows<Expected>(join(folder, 'expected.jsonl')) : []
  for (const row of expected.filter((one) => one.debatable !== true)) {
    const { ours, plain } = await readCase(folder!, row)
    const right = tally(`new text exact, ${row.source}${plain === null ? ', HTML' : ''}`).count(row, ours, plain)
    if (!right) misses.push(`${row.file}: ${JSON.stringify(ours.text.slice(-200))}`)
  }
  for (const one of newTextCases()) {
    const ours = separateNewText(
      { plain: one.plain ?? null, html: one.html ?? null },
      { senderName: one.senderName ?? '', senderAddress: one.senderAddress ?? '', subject: one.subject ?? '' },
    )
    const plain = one.plain ?? null
    const right = tally(`new text exact, own help-desk mails${plain === null ? ', HTML' : ''}`).count(
      { expected_text: one.text },
      ours,
      plain,
    )
    if (!right) misses.push(`${one.file}: ${one.name}: ${JSON.stringify(ours.text.slice(-200))}`)
  }
  for (const one of wrappedMails()) {
    const ours = separateNewText({ plain: one.plain, html: null }, { senderName: '', senderAddress: '', subject: '' })
    const split = one.kept ? 'mistakes not read' : 'mistakes read'
    const right = tally(`new text exact, frames of help desks, ${split}`).count(
      { expected_text: one.text, signature: 'kept' },
      ours,
      one.plain,
    )
    // What is kept aside is counted and not shown.
    if (!right && !one.kept) misses.push(`${one.family}: ${JSON.stringify(ours.text.slice(0, 200))}`)
  }
  const rows = [...tallies].map(([name, one]) => one.row(name, !name.endsWith('HTML')))
  return {
    name: 'replies',
    about:
      'new text exactly as expected, white space apart; the own mails were written together with the rules and guard against loss only',
    rows,
    misses,
  }
}
