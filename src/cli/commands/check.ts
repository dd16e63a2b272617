/** `replymark check`: validates the study and opens its servers; prints each problem with file, line and what to do. */

import { existsSync } from 'node:fs'
import { COUNTRIES_WITH_HOLIDAYS } from '../../calendar/holidays.js'
import { type Problem, ReplymarkError } from '../../domain/error.js'
import { printable } from '../../domain/printable.js'
import type { Account, Study } from '../../domain/study.js'
import type { Instant } from '../../domain/time.js'
import { openLedger } from '../../ledger/ledger.js'
import { readSecret } from '../../mail/credentials.js'
import { openMailbox } from '../../mail/mailbox.js'
import { createSender } from '../../mail/sender.js'
import { clockDifference, clockWarning } from '../../mail/server-clock.js'
import { reviewPlanFor } from '../../reading/kind/signs/review-plan.js'
import { loadStudy } from '../../study/load-study.js'
import type { CommandContext } from '../command.js'
import { allNotInForce } from '../not-in-force.js'
import { ledgerFile } from '../open-study.js'

/** A server that was tried. */
interface Trial {
  readonly account: string
  readonly server: 'smtp' | 'imap'
  readonly ok: boolean
  readonly problem: Problem | null
}

async function attempt(account: Account, server: Trial['server'], work: () => Promise<void>): Promise<Trial> {
  try {
    await work()
    return { account: account.id, server, ok: true, problem: null }
  } catch (error) {
    if (!(error instanceof ReplymarkError)) throw error
    const place = error.details.place ?? { thing: `account ${account.id}` }
    const problem = { place, message: error.message, hint: error.details.hint ?? 'Correct the account in study.yaml.' }
    return { account: account.id, server, ok: false, problem }
  }
}

/** Special uses by which a server names the folders that a study reads or looks into. */
const USES: Readonly<Record<string, string>> = { '\\Junk': 'junk', '\\Sent': 'sent mail' }

/** @throws ReplymarkError `configuration` where the mailbox lacks a folder that the study reads: it lists those that are there */
function refuseMissingFolders(
  account: Account,
  there: readonly { readonly path: string; readonly use: string | null }[],
): void {
  // INBOX is known by any case (RFC 9051 §5.1).
  const paths = new Set(there.map(({ path }) => (path.toUpperCase() === 'INBOX' ? 'INBOX' : path)))
  const wanted = [...account.folders, ...(account.sentFolder ? [account.sentFolder] : [])]
  const missing = wanted.filter((folder) => !paths.has(folder.toUpperCase() === 'INBOX' ? 'INBOX' : folder))
  if (missing.length === 0) return
  const named = there.map(({ path, use }) => (use && USES[use] ? `${path} (${USES[use]})` : path))
  throw new ReplymarkError('configuration', `The mailbox has no folder ${missing.join(', ')}`, {
    place: { thing: `account ${account.id}` },
    hint: `Correct \`folders\` or \`sentFolder\` in study.yaml. It has: ${named.join(', ')}.`,
  })
}

/** @throws ReplymarkError `mailbox` where the server tells another time than this machine */
async function refuseWrongClock(server: Account['smtp'], { id }: Account, now: () => Instant): Promise<void> {
  const difference = await clockDifference(server, now)
  const warning = difference === null ? null : clockWarning(server.host, difference)
  if (warning === null) return
  const [message = '', hint = ''] = warning.split(': ')
  throw new ReplymarkError('mailbox', message, { place: { thing: `account ${id}` }, hint })
}

async function tryAccount(account: Account, now: () => Instant): Promise<readonly Trial[]> {
  const sending = await attempt(account, 'smtp', async () => {
    const password = account.smtp.user
      ? readSecret(process.env, account.smtp.passwordVariable, `the sending server of account ${account.id}`)
      : ''
    const sender = createSender(account, { password, now })
    try {
      await sender.verify()
    } finally {
      await sender.close()
    }
  })
  const receiving = await attempt(account, 'imap', async () => {
    const password = readSecret(process.env, account.imap.passwordVariable, `the mailbox of account ${account.id}`)
    // Nothing is fetched: opening signs in, and that is what is checked.
    const store = { cursor: () => null, since: () => null, aside: () => [], setAside: () => {}, store: () => {} }
    const mailbox = await openMailbox(account, { password, store })
    try {
      refuseMissingFolders(account, await mailbox.folders())
    } finally {
      await mailbox.close()
    }
  })
  const clocks = [
    await attempt(account, 'smtp', () => refuseWrongClock(account.smtp, account, now)),
    await attempt(account, 'imap', () => refuseWrongClock(account.imap, account, now)),
  ]
  // One fault a server: a clock is told only of one that works.
  return [sending, receiving].map((trial, index) => {
    const clock = clocks[index]
    return trial.ok && clock && !clock.ok ? clock : trial
  })
}

/** What the study's reviews of kinds cost, and what error they leave. */
function reviewsNote({ reviews }: Study): string {
  const plan = reviewPlanFor(reviews.per100Messages)
  return `About ${plan.reviews.toFixed(0)} messages of 100 will wait for a person who says whether they answer (\`reviews.per100Messages: ${reviews.per100Messages}\`). On mails unlike any it had learnt from, ${plan.machinesTakenForReply.toFixed(1)} of 100 machines’ mails then still counted as a reply, and ${plan.repliesLost.toFixed(1)} of 100 replies were lost.`
}

/** What is not wrong and still worth knowing. */
function notesOf(study: Study): readonly string[] {
  const unknown = new Set(
    study.brands.map((brand) => brand.country).filter((country) => !COUNTRIES_WITH_HOLIDAYS.includes(country)),
  )
  return [
    ...[...unknown].map((country) => `Public holidays of ${country} are not known: list them in \`limits.holidays\`.`),
    reviewsNote(study),
    ...(study.live ? [] : ['`live: false`: nothing can be sent yet.']),
  ]
}

/** What the files say that does not hold of an edition that was planned; nothing where nothing was planned yet. */
function ledgerNotes(study: Study): readonly string[] {
  if (!existsSync(ledgerFile(study))) return []
  const ledger = openLedger(ledgerFile(study), { mode: 'read' })
  try {
    return allNotInForce(study, ledger)
  } finally {
    ledger.close()
  }
}

/** Runs the command. */
export async function run(
  _positional: readonly unknown[],
  options: Readonly<Record<string, unknown>>,
  { now }: CommandContext,
): Promise<number> {
  const study = await loadStudy(String(options.study), process.env)
  const trials = options.offline
    ? []
    : (await Promise.all(study.accounts.map((account) => tryAccount(account, now)))).flat()
  const failed = trials.filter((trial) => !trial.ok)
  const notes = [...notesOf(study), ...ledgerNotes(study)]
  const { brands, personas, scenarios, grids, editions } = study
  const counted = {
    brands: brands.length,
    personas: personas.length,
    scenarios: scenarios.length,
    grids: grids.length,
    editions: editions.map((edition) => edition.id),
  }
  if (options.json) {
    process.stdout.write(
      `${JSON.stringify({ ok: failed.length === 0, study: study.id, ...counted, servers: trials, notes })}\n`,
    )
    return failed.length === 0 ? 0 : 1
  }
  const lines = [
    `${study.title}: ${brands.length} brands, ${personas.length} personas, ${scenarios.length} scenarios, ${grids.length} grids; editions ${counted.editions.join(', ')}. The files are right.`,
    ...trials.map(
      (trial) =>
        `${trial.ok ? '✓' : '✗'} account ${trial.account}, ${trial.server === 'smtp' ? 'sending server' : 'mailbox'}${trial.problem ? `: ${trial.problem.message}. ${trial.problem.hint}` : ''}`,
    ),
    ...(options.offline ? ['The servers were not tried (--offline).'] : []),
    ...notes,
  ]
  // A server's own words may stand in it.
  process.stdout.write(`${printable(lines.join('\n'))}\n`)
  return failed.length === 0 ? 0 : 1
}
