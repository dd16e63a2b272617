/** Reads what a bounce reports: which address failed, with which code, for which reason, and which mail of ours it was. */
import type { BounceReport } from '../../domain/message.js'
import { messageIdsIn } from '../mime/identifiers.js'
import type { OpenedMail } from '../mime/open-mail.js'
import { decideReason } from './decide-reason.js'
import { parseDeliveryStatus, type RecipientStatus } from './delivery-status.js'
import { failedAddress, splitNotice } from './notice.js'
import { parseSesNotification } from './ses-notification.js'
import { chooseStatus, replyCodeIn } from './status-code.js'

/** Codes and words by which a server refused. */
export type ServerAnswer = Pick<BounceReport, 'status' | 'replyCode' | 'diagnostic'>

/** A mail read as a bounce. What most mails are never asked for is read when it is asked for first. */
export interface BounceReading {
  /** Action of each recipient of a machine-readable report; empty where there is none. */
  readonly actions: readonly string[]
  /** The notice without the returned mail. */
  readonly notice: string
  readonly answer: () => ServerAnswer
  readonly report: () => BounceReport
}

const LONGEST_DIAGNOSTIC = 500

function commandNamed(word: string): string {
  const name = word.toLowerCase()
  if (name.startsWith('rcpt')) return 'rcpt'
  if (name === 'data' || name === 'text') return 'data'
  return name.startsWith('mail') ? 'mail' : 'conn'
}

/** The command that was refused, as transcripts (`>>> RCPT`, then `<<< 550`) and notices name it; null where none is named. */
function refusedCommand(notice: string): string | null {
  let sent: string | null = null
  const transcript = notice.includes('>>>') ? notice.split('\n').slice(0, 400) : []
  for (const line of transcript) {
    const command = /^\s{0,8}>>> (rcpt|data|mail|helo|ehlo|text)\b/i.exec(line.slice(0, 60))?.[1]
    if (command) sent = commandNamed(command)
    else if (sent && /^\s{0,8}<<< [45]\d\d/.test(line.slice(0, 60))) return sent
  }
  const named =
    /(?:in reply to (?:the )?(?:end of )?|after (?:end of )?|our (?:final )?)(rcpt|data|mail from|helo|ehlo|text|initial connection|connection)\b|\[(rcpt_to|mail_from|data)\]/i.exec(
      notice.slice(0, 20_000),
    )
  return named ? commandNamed(named[1] ?? named[2] ?? '') : null
}

/** Lines of a notice in which a server speaks: codes, `said:`, `<<<`. */
function serverWords(notice: string, recipient: string | null): string {
  const lines = notice.split('\n').map((line) => line.trim())
  const telling = lines.filter((line) =>
    /(^|[\s:(#'"-])[45]\d\d[\s:-]|\b[45]\.\d\.\d{1,3}\b|^<<<|said:|responded|reason:|because|error/i.test(
      line.slice(0, 1_000),
    ),
  )
  const local = recipient ? lines.filter((line) => line.includes(recipient)) : []
  return [...telling, ...local].slice(0, 40).join(' ')
}

function originalIds(mail: OpenedMail, returned: string): string | null {
  for (const headers of mail.embedded) {
    const id = messageIdsIn(headers.raw('message-id'))[0]
    if (id) return id
  }
  const written = /^[ \t>|]{0,8}message-id\s{0,3}:\s{0,5}(<[^<>\s]{1,500}>)/im.exec(returned)
  return written?.[1] ?? null
}

function chooseRecipient(statuses: readonly RecipientStatus[]): RecipientStatus | undefined {
  return statuses.find(({ action }) => action === 'failed' || action === 'expired') ?? statuses[0]
}

function addressesNotFailed(mail: OpenedMail): Set<string> {
  const own = ['from', 'to', 'return-path', 'delivered-to', 'x-original-to', 'reply-to']
    .flatMap((name) => mail.headers.all(name).slice(0, 4))
    .flatMap((value) => value.slice(0, 2_000).match(/[^\s<>,;"']{1,250}@[^\s<>,;"']{1,250}/g) ?? [])
  return new Set(own.map((address) => address.toLowerCase()))
}

/** The value of a function that is called once at most. */
function once<Value>(read: () => Value): () => Value {
  let kept: { readonly value: Value } | null = null
  return () => {
    kept ??= { value: read() }
    return kept.value
  }
}

/** Reads a bounce; what it does not name is null. */
export function readBounce(mail: OpenedMail, bodyText: string): BounceReading {
  const { notice, returned } = splitNotice(bodyText)
  const inReports = mail.reports
    .filter(({ type }) => type.endsWith('delivery-status'))
    .flatMap(({ text }) => parseDeliveryStatus(text))
  const statuses = inReports.length > 0 ? inReports : parseDeliveryStatus(notice)
  const main = chooseRecipient(statuses)
  const refused = once(() => {
    const ses = parseSesNotification(bodyText)
    const failedHeader = /[^\s,<>]{1,250}@[^\s,<>]{1,250}/.exec(mail.headers.raw('x-failed-recipients'))?.[0]
    const recipient =
      ses?.recipient ?? main?.recipient ?? failedHeader ?? failedAddress(notice, addressesNotFailed(mail)) ?? null
    const fromNotice = serverWords(notice, recipient)
    const diagnostic = ses?.diagnostic || main?.diagnostic || main?.statusComment || ''
    const status = chooseStatus(ses?.status ?? main?.status ?? null, diagnostic === '' ? fromNotice : diagnostic)
    const replyCode = replyCodeIn(diagnostic) ?? replyCodeIn(fromNotice)
    return { ses, recipient, fromNotice, diagnostic, status, replyCode }
  })
  const answer = once((): ServerAnswer => {
    const { status, replyCode, diagnostic, fromNotice } = refused()
    return { status, replyCode, diagnostic: (diagnostic || fromNotice).slice(0, LONGEST_DIAGNOSTIC).trim() }
  })
  const report = once((): BounceReport => {
    const { ses, recipient, fromNotice, diagnostic, status, replyCode } = refused()
    const command = main?.category === 'bad-mailbox' ? 'rcpt' : refusedCommand(notice)
    let refusal = decideReason({ diagnostic, status: diagnostic === '' ? null : status, replyCode, command })
    if (refusal.reason === 'undetermined')
      refusal = decideReason({ diagnostic: fromNotice, status: null, replyCode, command })
    if (refusal.reason === 'undetermined') refusal = decideReason({ diagnostic: notice, status, replyCode, command })
    const { hard, reason } = refusal
    const originalMessageId = ses?.originalMessageId ?? originalIds(mail, returned)
    return { status, hard, reason, recipient, originalMessageId, replyCode, diagnostic: answer().diagnostic }
  })
  return { actions: statuses.map(({ action }) => action).filter((action) => action !== ''), notice, answer, report }
}
