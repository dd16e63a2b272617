/** `replymark review`: lists doubts, takes decisions on them, and measures how far two reviewers agree. */

import { ReplymarkError } from '../../domain/error.js'
import { printable } from '../../domain/printable.js'
import type { ReviewSubject } from '../../domain/review.js'
import { CORRECTABLE, correct, decide, undoDecision } from '../../editions/amend/decide.js'
import { unmatchedMail } from '../../editions/unmatched-mail.js'
import { agreementOf } from '../../ledger/decide-review.js'
import type { Ledger } from '../../ledger/ledger.js'
import type { CommandContext } from '../command.js'
import { deciderOption } from '../edition-options.js'
import { openStudy } from '../open-study.js'
import { describeReview } from './review/describe.js'
import { reviewWithKeys } from './review/with-keys.js'

const SUBJECTS: Readonly<Record<string, ReviewSubject>> = {
  matches: 'match',
  kinds: 'kind',
  findings: 'finding',
  mistakes: 'mistake',
  uncertain: 'uncertain-probe',
  contestations: 'contestation',
}

const USAGE =
  'replymark review [matches|kinds|findings|mistakes|uncertain|contestations] list | accept ID | overrule ID VALUE | choose ID PROBE | none ID | dismiss ID | accept ID void|resend|CRITERION SCORE (a contestation) | correct finding PROBE#CRITERION SCORE | correct kind|match MESSAGE VALUE | undo ID | history | inbox | agreement ONE OTHER'

function print(json: unknown, result: unknown, text: string): void {
  process.stdout.write(`${json ? JSON.stringify(result) : text}\n`)
}

function list(ledger: Ledger, subject: ReviewSubject | undefined, edition: string | undefined, json: unknown): void {
  const open = ledger.reviews.open({ ...(subject ? { subject } : {}), ...(edition ? { edition } : {}) })
  const lines = open.map((item) => `${item.id}  ${describeReview(ledger, item).join('\n              ')}`)
  const total =
    open.length === 0
      ? 'Nothing to review.'
      : `${open.length} to review. Decide with \`replymark review accept ID\` or \`overrule ID VALUE\`.`
  print(json, { reviews: open }, [...lines, total].join('\n'))
}

/** Unmatched mails that are listed. */
const INBOX_SHOWN = 200

/** Mail that matches no exchange, newest first. */
function inbox(ledger: Ledger, json: unknown): void {
  const mails = unmatchedMail(ledger, INBOX_SHOWN)
  const lines = mails.map(({ message, reading, match }) => {
    const minute = new Date(message.receivedAt).toISOString().slice(0, 16).replace('T', ' ')
    const said = printable(`${reading.from?.address ?? 'nobody'}: ${reading.subject}`, ' ').slice(0, 120)
    return `${message.hash.slice(0, 12)}  ${minute}  ${match.outcome.padEnd(8)}  ${said}`
  })
  const rows = mails.map(({ message, reading, match }) => ({
    message: message.hash,
    receivedAt: message.receivedAt,
    from: reading.from?.address ?? null,
    subject: reading.subject,
    kind: reading.kind,
    outcome: match.outcome,
    reason: match.reason,
  }))
  print(
    json,
    { inbox: rows },
    [
      ...lines,
      mails.length === 0
        ? 'Every message received has its exchange.'
        : 'Give one to its exchange: `replymark review correct match MESSAGE EDITION/BRAND/SCENARIO --comment "…"`.',
    ].join('\n'),
  )
}

/** The message that a hash begins; the word itself where none or several do. */
function messageNamed(ledger: Ledger, word: string): string {
  const found = ledger.messages.list().filter(({ hash }) => hash.startsWith(word))
  return found.length === 1 && word.length >= 8 ? (found[0]?.hash ?? word) : word
}

/** Everything that was decided, each decision with who, when and why. */
function history(ledger: Ledger, subject: ReviewSubject | undefined, edition: string | undefined, json: unknown): void {
  const decided = ledger.reviews
    .list({ ...(subject ? { subject } : {}), ...(edition ? { edition } : {}) })
    .filter(({ decision }) => decision !== null)
    .map(({ decision: _, ...item }) => ({ ...item, decisions: ledger.reviews.decisionsOf(item.id) }))
  const lines = decided.flatMap((item) => [
    `${item.id}  ${describeReview(ledger, item)[0]}`,
    ...item.decisions.map(({ decision, replacement, comment, decidedAt, decidedBy }) => {
      const minute = new Date(decidedAt).toISOString().slice(0, 16).replace('T', ' ')
      const instead = replacement === null ? '' : ` ${JSON.stringify(replacement)}`
      return printable(
        `              ${minute} ${decidedBy}: ${decision}${instead}${comment ? ` (${comment})` : ''}`,
        ' ',
      )
    }),
  ])
  print(json, { reviews: decided }, lines.join('\n') || 'Nothing was decided yet.')
}

/** Runs the command. */
export async function run(
  positional: readonly unknown[],
  options: Readonly<Record<string, unknown>>,
  { now }: CommandContext,
): Promise<number> {
  const words = ((positional[0] ?? []) as readonly string[]).slice()
  const subject = SUBJECTS[words[0] ?? '']
  if (subject) words.shift()
  const [action, first, second] = words
  const { study, ledger } = await openStudy(options)
  const by = deciderOption(options)
  const edition = options.edition ? String(options.edition) : undefined
  try {
    if (action === undefined && process.stdin.isTTY && process.stdout.isTTY && !options.json) {
      const decided = await reviewWithKeys(
        ledger,
        { ...(subject ? { subject } : {}), ...(edition ? { edition } : {}) },
        by,
        now,
      )
      process.stdout.write(`${decided} decided. \`replymark assess --edition …\` applies them.\n`)
      return 0
    }
    if (action === undefined || action === 'list') {
      list(ledger, subject, edition, options.json)
      return 0
    }
    if (action === 'inbox') {
      inbox(ledger, options.json)
      return 0
    }
    if (action === 'history') {
      history(ledger, subject, edition, options.json)
      return 0
    }
    if (action === 'agreement') {
      if (!first || !second)
        throw new ReplymarkError('usage', '`review agreement` needs two reviewers', { hint: USAGE })
      const agreement = agreementOf(ledger, `user:${first}`, `user:${second}`, subject)
      const kappa = agreement.kappa === null ? 'not defined' : agreement.kappa.toFixed(2)
      print(
        options.json,
        agreement,
        `Cohen's kappa ${kappa} over ${agreement.n} case(s) both decided; ${Math.round(agreement.observed * 100)} % alike.`,
      )
      return 0
    }
    const comment = options.comment ? String(options.comment) : ''
    if (action === 'correct') {
      const about = CORRECTABLE.find((known) => known === first)
      if (!about || !second) throw new ReplymarkError('usage', 'What is to be corrected?', { hint: USAGE })
      const review = correct(ledger, {
        subject: about,
        target: about === 'finding' ? second : messageNamed(ledger, second),
        value: words.slice(3).join(' '),
        comment,
        by,
        at: now(),
      })
      print(
        options.json,
        { review },
        `${review.id}: corrected. \`replymark assess --edition ${review.edition ?? 'E'}\` applies it.`,
      )
      return 0
    }
    if (action === 'undo' && first) {
      const seen = ledger.reviews.decisionsOf(first).length
      const review = undoDecision(ledger, { item: first, seen, by, at: now() })
      print(
        options.json,
        { review },
        `${review.id}: ${review.decision?.decision} holds again. \`replymark assess --edition ${review.edition ?? 'E'}\` applies it.`,
      )
      return 0
    }
    const decisions = {
      accept: 'accept',
      overrule: 'overrule',
      choose: 'overrule',
      none: 'overrule',
      dismiss: 'dismiss',
    } as const
    const decision = Object.hasOwn(decisions, action) ? decisions[action as keyof typeof decisions] : undefined
    if (!decision || !first)
      throw new ReplymarkError('usage', `There is no \`review ${words.join(' ')}\``, { hint: USAGE })
    const review = decide(
      ledger,
      {
        item: first,
        decision,
        value: action === 'none' ? '' : words.slice(2).join(' '),
        comment,
        // What somebody decided already is decided anew only where that is said.
        ...(options.again ? {} : { seen: 0 }),
        by,
        at: now(),
      },
      study.accounts,
    )
    print(
      options.json,
      { review },
      `${review.id}: ${decision}. \`replymark assess --edition ${review.edition ?? 'E'}\` applies it.`,
    )
    return 0
  } finally {
    ledger.close()
  }
}
