/** `replymark backup FILE`: copies the ledger while the service runs; the copy is one consistent moment and is checked. */
import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { ReplymarkError } from '../../domain/error.js'
import { openLedger } from '../../ledger/ledger.js'
import { openStudy } from '../open-study.js'

/** Runs the command. */
export async function run(positional: readonly unknown[], options: Readonly<Record<string, unknown>>): Promise<number> {
  const destination = resolve(String(positional[0]))
  if (existsSync(destination))
    throw new ReplymarkError('usage', 'There is a file of that name already', {
      place: { file: destination },
      hint: 'Name a new file; a backup never overwrites another one.',
    })
  const { ledger } = await openStudy(options, 'read')
  try {
    await ledger.backup(destination)
  } finally {
    ledger.close()
  }
  const copy = openLedger(destination)
  try {
    const problems = copy.integrityProblems()
    if (problems.length > 0)
      throw new ReplymarkError('ledger', 'The copy is not sound', {
        place: { file: destination },
        hint: problems.join('; '),
      })
    // The copy leaves write-ahead mode, so that it is one file.
    copy.sqlite.pragma('journal_mode = DELETE')
    const facts = {
      file: destination,
      bytes: statSync(destination).size,
      messages: copy.messages.count(),
      editions: copy.editions.list().length,
    }
    const text = `${facts.file}: ${facts.messages} messages, ${facts.editions} edition(s), ${(facts.bytes / 1e6).toFixed(1)} MB, checked.\nTo restore: stop the service and put it in the ledger's place. Keep REPLYMARK_EVIDENCE_KEY, where it is used, apart from it.`
    process.stdout.write(`${options.json ? JSON.stringify(facts) : text}\n`)
    return 0
  } finally {
    copy.close()
  }
}
