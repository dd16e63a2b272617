/** `replymark key --out FILE`: makes the operator's signing key. The secret goes into the file alone; only the public part is printed. */
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { ReplymarkError } from '../../domain/error.js'
import { newSigningKey, SIGNING_KEY_VARIABLE } from '../../editions/signing-key.js'

/** Runs the command. */
export async function run(_: readonly unknown[], options: Readonly<Record<string, unknown>>): Promise<number> {
  if (options.out === undefined)
    throw new ReplymarkError('usage', 'Where should the secret key go?', {
      hint: 'Add --out FILE; the secret is never printed.',
    })
  const file = resolve(String(options.out))
  const { secret, publicKey } = newSigningKey()
  try {
    writeFileSync(file, `${SIGNING_KEY_VARIABLE}=${secret}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    throw new ReplymarkError('usage', 'The key cannot be written', {
      place: { file },
      hint: 'Name a new file in a folder that is there; a key is never overwritten.',
      cause: error,
    })
  }
  const lines = [
    `Secret key: ${file}, a line for the environment of the service and of \`replymark publish\`. Keep a copy apart; it cannot be made again.`,
    `Public key: ${publicKey}`,
    'Make the public key known where nobody can change it with your site: in print, at a notary, on another host.',
  ]
  process.stdout.write(options.json ? `${JSON.stringify({ file, publicKey })}\n` : `${lines.join('\n')}\n`)
  return 0
}
