/** The secret that signs session cookies: from the environment, else made once and kept in the data folder for its owner only. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ReplymarkError } from '../../domain/error.js'

/** Environment variable of the secret; at least 32 characters. */
export const WEB_SECRET_VARIABLE = 'REPLYMARK_WEB_SECRET'

const LEAST_LENGTH = 32

/**
 * The secret.
 * @throws ReplymarkError `configuration` for one that is too short, or a file that others can read
 */
export function webSecret(environment: Readonly<Record<string, string | undefined>>, dataFolder: string): string {
  const given = environment[WEB_SECRET_VARIABLE]
  if (given) {
    if (given.length >= LEAST_LENGTH) return given
    throw new ReplymarkError('configuration', `${WEB_SECRET_VARIABLE} has fewer than ${LEAST_LENGTH} characters`, {
      hint: 'Make one with `openssl rand -base64 32`.',
    })
  }
  const file = join(dataFolder, 'web-secret')
  if (existsSync(file)) {
    if ((statSync(file).mode & 0o077) !== 0) {
      throw new ReplymarkError('configuration', 'The web secret can be read by others', {
        place: { file },
        hint: 'Run `chmod 600` on it.',
      })
    }
    return readFileSync(file, 'utf8').trim()
  }
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const made = randomBytes(32).toString('base64url')
  writeFileSync(file, `${made}\n`, { mode: 0o600, flag: 'wx' })
  return made
}
