/** Turns whatever was thrown into one clear message and an exit code (0 done, 1 failed, 2 wrong usage or configuration; `verify` alone also ends with 3). */
import { CommanderError } from 'commander'
import { type Place, ReplymarkError } from '../domain/error.js'
import { printable } from '../domain/printable.js'

function placeInWords(place: Place | undefined): string {
  if (!place) return ''
  if (place.file) return [place.file, place.line, place.column].filter((part) => part !== undefined).join(':')
  return place.thing ?? ''
}

/**
 * Prints the error for people on stderr, or as one JSON object on stdout with `--json`.
 * @returns the exit code
 */
export function reportFailure(error: unknown, asJson: boolean): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof ReplymarkError) {
    const code = error.code === 'usage' || error.code === 'configuration' ? 2 : 1
    if (asJson) {
      const { place, hint } = error.details
      const problems = error.details.problems?.map((one) => ({
        place: one.place,
        message: one.message,
        hint: one.hint,
      }))
      process.stdout.write(
        `${JSON.stringify({ error: { code: error.code, message: error.message, place, hint, problems } })}\n`,
      )
      return code
    }
    const lines = [[placeInWords(error.details.place), error.message].filter(Boolean).join(': ')]
    for (const problem of error.details.problems ?? []) {
      lines.push(`${placeInWords(problem.place)}: ${problem.message}. ${problem.hint}`)
    }
    if (error.details.hint) lines.push(error.details.hint)
    // A server's own words may stand in it.
    process.stderr.write(`${printable(lines.join('\n'))}\n`)
    return code
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(
    `Replymark met a bug of its own. Please report it with the lines below.\n${printable(message)}\n`,
  )
  return 1
}
