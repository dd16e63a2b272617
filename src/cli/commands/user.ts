/** `replymark user add|list|remove|password`: accounts of the web; the first operator is made here. */

import { join } from 'node:path'
import { stdin, stdout } from 'node:process'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { ReplymarkError } from '../../domain/error.js'
import { LEDGER_FILE, openLedger } from '../../ledger/ledger.js'
import { loadStudy } from '../../study/load-study.js'
import { openAccounts } from '../../web/accounts/accounts.js'
import { ROLES, type Role } from '../../web/accounts/role.js'
import { webSecret } from '../../web/accounts/web-secret.js'
import type { CommandContext } from '../command.js'

/** Environment variable with the new password, for scripts. */
const PASSWORD_VARIABLE = 'REPLYMARK_NEW_PASSWORD'

async function askPassword(): Promise<string> {
  const given = process.env[PASSWORD_VARIABLE]
  if (given) return given
  // Without a terminal the first line of standard input is the password; with one it is typed unseen.
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({
    input: stdin,
    output: stdin.isTTY ? silent : undefined,
    terminal: Boolean(stdin.isTTY),
  })
  if (stdin.isTTY) stdout.write('Password: ')
  try {
    for await (const line of lines) return line
    return ''
  } finally {
    lines.close()
    if (stdin.isTTY) stdout.write('\n')
  }
}

/** Runs the command. */
export async function run(
  positional: readonly unknown[],
  options: Readonly<Record<string, unknown>>,
  { now }: CommandContext,
): Promise<number> {
  const [action, email] = positional as [string, string | undefined]
  const study = await loadStudy(String(options.study ?? '.'), process.env)
  const ledger = openLedger(join(study.dataFolder, LEDGER_FILE))
  try {
    const secret = webSecret(process.env, study.dataFolder)
    const accounts = await openAccounts({ database: ledger.sqlite, secret, publicUrl: 'http://localhost' })
    const print = (result: unknown, text: string) => stdout.write(`${options.json ? JSON.stringify(result) : text}\n`)
    if (action === 'list') {
      const people = accounts.list()
      const lines = people.map(({ email: address, role, brand, name }) => [address, role, brand ?? '', name].join('\t'))
      print(
        { users: people },
        lines.length > 0
          ? lines.join('\n')
          : 'No account yet. Add one with `replymark user add EMAIL --role operator`.',
      )
      return 0
    }
    if (!email) throw new ReplymarkError('usage', `\`replymark user ${action}\` needs an e-mail address`)
    if (action === 'add') {
      const brand = options.brand ? String(options.brand) : null
      if (brand && !study.brands.some(({ id }) => id === brand)) {
        throw new ReplymarkError('usage', `There is no brand ${brand} in the study`, {
          hint: 'Use an identifier of brands.csv.',
        })
      }
      const role = String(options.role ?? 'operator') as Role
      const account = await accounts.add({
        email,
        name: String(options.name ?? email),
        role,
        brand,
        password: await askPassword(),
      })
      ledger.audit.add({
        at: now(),
        actor: 'cli',
        action: 'add-account',
        target: account.email,
        details: { role },
      })
      print({ user: account }, `${account.email} can now sign in as ${account.role}.`)
      return 0
    }
    if (action === 'remove') {
      const account = accounts.find(email)
      if (!account)
        throw new ReplymarkError('not-found', `${email} has no account`, { hint: '`replymark user list` shows all.' })
      accounts.remove(account.id)
      ledger.audit.add({ at: now(), actor: 'cli', action: 'remove-account', target: account.email, details: null })
      print({ removed: account.email }, `${account.email} is removed; all sessions have ended.`)
      return 0
    }
    throw new ReplymarkError('usage', `There is no \`replymark user ${action}\``, {
      hint: `Use add, list or remove. Roles: ${ROLES.join(', ')}.`,
    })
  } finally {
    ledger.close()
  }
}
