/** `replymark person export|erase EMAIL`: what is held on a person, as files for them; and erasing it, as a dry run unless --yes is given. */

import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { stdin, stdout } from 'node:process'
import { createInterface } from 'node:readline/promises'
import {
  erasableRows,
  erasePerson,
  erasureProblems,
  newErasureRequest,
} from '../../../jobs/purge-evidence/person/erase-person.js'
import { journalErasure } from '../../../jobs/purge-evidence/person/erasure-journal.js'
import { exportPerson } from '../../../jobs/purge-evidence/person/export-person.js'
import { findPerson, type PersonData } from '../../../jobs/purge-evidence/person/person-data.js'
import { ReplymarkError } from '../../domain/error.js'
import type { Instant } from '../../domain/time.js'
import type { Ledger } from '../../ledger/ledger.js'
import { type Accounts, openAccounts } from '../../web/accounts/accounts.js'
import { webSecret } from '../../web/accounts/web-secret.js'
import type { CommandContext } from '../command.js'
import { openStudy } from '../open-study.js'
import { describeErasure, describeExport, outsideReach } from './person/describe.js'
import { filesNaming } from './person/files-naming.js'

const list = (value: unknown) =>
  typeof value === 'string'
    ? value
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== '')
    : []

async function askReason(given: unknown): Promise<string> {
  if (typeof given === 'string' && given.trim() !== '') return given
  if (!stdin.isTTY)
    throw new ReplymarkError('usage', 'Why? An erasure is written down with its reason', {
      hint: 'Add --reason "request of 3 May, art. 17 GDPR"; do not name the person in it.',
    })
  const lines = createInterface({ input: stdin, output: stdout })
  try {
    return await lines.question('Reason (stays in the ledger; do not name the person): ')
  } finally {
    lines.close()
  }
}

interface Found {
  readonly ledger: Ledger
  readonly data: PersonData
  readonly accounts: Accounts
  readonly account: ReturnType<Accounts['held']>
  /** Files of the data folder that name them. */
  readonly files: readonly string[]
}

function runExport(found: Found, options: Readonly<Record<string, unknown>>, at: Instant): number {
  const { ledger, data, account, files } = found
  const made = exportPerson(ledger, data, account, at)
  if (options.out === undefined) {
    // Without a folder the JSON itself is the answer, and the raw mails stay where they are.
    if (options.json) stdout.write(String(made[0]?.content))
    else stdout.write(`${describeExport(data, account, files)}\nAdd --out FOLDER for the JSON and the raw mails.\n`)
    return 0
  }
  const folder = resolve(String(options.out))
  if (existsSync(join(folder, 'person.json')))
    throw new ReplymarkError('usage', 'There is an export in that folder already', {
      place: { file: folder },
      hint: 'Name a new folder; exports never overwrite one another.',
    })
  for (const { path, content } of made) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(file, content, { mode: 0o600, flag: 'wx' })
  }
  const facts = {
    folder,
    files: made.length,
    messages: data.messages.length,
    account: account !== null,
    writtenFiles: files,
  }
  stdout.write(
    options.json
      ? `${JSON.stringify(facts)}\n`
      : `${describeExport(data, account, files)}\n${made.length} file(s) in ${folder}, readable by this user alone.\n`,
  )
  return 0
}

async function runErase(found: Found, options: Readonly<Record<string, unknown>>, at: Instant): Promise<number> {
  const { ledger, data, accounts, account, files } = found
  const problems = erasureProblems(ledger, data)
  const rows = { ...erasableRows(data), ...(account ? { account: 1 } : {}) }
  const places = data.messages.flatMap(({ message }) =>
    ledger.messages.sightings(message.hash).map(({ folder, uid, uidValidity }) => ({
      account: message.account,
      folder,
      uid,
      uidValidity,
    })),
  )
  if (options.yes !== true) {
    const dry = { dryRun: true, rows, problems, messages: data.messages.length, mailbox: places, writtenFiles: files }
    stdout.write(
      options.json ? `${JSON.stringify(dry)}\n` : `${describeErasure(data, rows, problems, files, places)}\n`,
    )
    return 0
  }
  const request = newErasureRequest()
  const reason = await askReason(options.reason)
  if (problems.length === 0 && !data.holds(reason)) journalErasure(ledger, data, request, at)
  const { erased, writeAheadKept } = erasePerson(ledger, data, { reason, by: 'cli', at, request })
  if (account) {
    accounts.remove(account.id)
    ledger.erasing(() =>
      ledger.erasures.record({ request, kind: 'account', id: request, hash: null, erasedAt: at, reason }),
    )
  }
  const done = {
    request,
    erased: { ...erased, ...(account ? { account: 1 } : {}) },
    mailbox: places,
    writtenFiles: files,
    writeAheadKept,
  }
  const lines = [
    `Erased (request ${request}): ${
      Object.entries(done.erased)
        .map(([kind, number]) => `${number} ${kind}`)
        .join(', ') || 'nothing was held'
    }.`,
    'Marks, ranks and seals are as they were; `replymark verify` says how many things were erased.',
    ...(writeAheadKept
      ? [
          'A running service still holds old pages in ledger.sqlite-wal; they go with its next checkpoint, or when it stops.',
        ]
      : []),
    ...outsideReach(files, places),
  ]
  stdout.write(options.json ? `${JSON.stringify(done)}\n` : `${lines.join('\n')}\n`)
  return 0
}

/** Runs the command. */
export async function run(
  positional: readonly unknown[],
  options: Readonly<Record<string, unknown>>,
  { now }: CommandContext,
): Promise<number> {
  const [action, email] = positional as [string, string]
  if (action !== 'export' && action !== 'erase')
    throw new ReplymarkError('usage', `There is no \`replymark person ${action}\``, { hint: 'Use export or erase.' })
  const { study, ledger } = await openStudy(options)
  try {
    const data = findPerson(ledger, {
      address: email,
      names: list(options.name),
      wholeMailbox: options.wholeMailbox === true,
      keep: list(options.keep),
    })
    const secret = webSecret(process.env, study.dataFolder)
    const accounts = await openAccounts({ database: ledger.sqlite, secret, publicUrl: 'http://localhost' })
    const account = accounts.held(data.address)
    const files = filesNaming(study.dataFolder, data.holds)
    const found: Found = { ledger, data, accounts, account, files }
    return action === 'export' ? runExport(found, options, now()) : await runErase(found, options, now())
  } finally {
    ledger.close()
  }
}
