/** Secrets of mail accounts: from the environment, or from a file that only this user can read. Never from study files, never logged. */
import { readFileSync, statSync } from 'node:fs'
import { ReplymarkError } from '../domain/error.js'

/** Variables as the process got them. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Permission bits that let somebody else than the owner at a file. */
const OTHERS = 0o077

/**
 * Reads a secret: `NAME` holds it, or `NAME_FILE` names a file that does.
 * @param variable name of the environment variable
 * @param purpose what it is for, in the error (`the mailbox of account main`)
 * @throws ReplymarkError `configuration` when it is missing or its file can be read by others
 */
export function readSecret(environment: Environment, variable: string, purpose: string): string {
  const value = environment[variable]
  if (value) return value
  const file = environment[`${variable}_FILE`]
  if (!file)
    throw new ReplymarkError('configuration', `${variable} is not set; it holds the password of ${purpose}`, {
      place: { thing: `environment variable ${variable}` },
      hint: `Set ${variable}, or ${variable}_FILE to a file that only this user can read.`,
    })
  try {
    if (process.platform !== 'win32' && (statSync(file).mode & OTHERS) !== 0)
      throw new ReplymarkError('configuration', 'Others can read this secret file', {
        place: { file },
        hint: `Run \`chmod 600 ${file}\`.`,
      })
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if (error instanceof ReplymarkError) throw error
    throw new ReplymarkError('configuration', `The secret file named by ${variable}_FILE cannot be read`, {
      place: { file },
      cause: error,
      hint: `It holds the password of ${purpose}.`,
    })
  }
}
