/**
 * `replymark inspect`: reads messages and says what they are. `.eml`, `.msg` (or no known ending): a whole message; `.txt`: a bare
 * plain-text body; `.html`, `.htm`: a bare HTML body. A file that cannot be read is reported, the others are still printed.
 */
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { ReplymarkError } from '../../domain/error.js'
import type { Reading } from '../../domain/message.js'
import { createPdfReader } from '../../queue/pdf-text.js'
import { readHtmlBody, readMessage, readPlainBody } from '../../reading/read-message.js'
import { decodeText } from '../../text/charset.js'
import { showReading } from './inspect/show-reading.js'

function read(file: string, bytes: Buffer): Reading | Promise<Reading> {
  const ending = extname(file).toLowerCase()
  if (ending === '.txt') return readPlainBody(decodeText(bytes, null))
  if (ending === '.html' || ending === '.htm') return readHtmlBody(decodeText(bytes, null))
  return readMessage(bytes, { readDocument: createPdfReader() })
}

/** The stable part of the output first (docs/design.md §6), the rest of the reading after it. */
function asRow(file: string, reading: Reading): Record<string, unknown> {
  const { kind, kindConfidence, language, text, quoted, signature, bounce, version, ...rest } = reading
  return {
    file,
    kind,
    kindConfidence,
    language,
    text,
    quoted,
    signature,
    ...(bounce ? { bounce } : {}),
    ...rest,
    version,
  }
}

function reasonOf(error: unknown): string {
  const code = (error as { code?: string }).code
  if (code === 'ENOENT') return 'no such file'
  if (code === 'EISDIR') return 'is a folder; name the files in it'
  if (code === 'EACCES') return 'may not be read'
  return error instanceof Error ? error.message : String(error)
}

/** @throws ReplymarkError `usage` where `--json` is given with several files */
export async function run(positional: readonly unknown[], options: Readonly<Record<string, unknown>>): Promise<number> {
  const files = positional.flat().map(String)
  if (options.json && !options.jsonl && files.length > 1) {
    throw new ReplymarkError('usage', `--json prints one object, but ${files.length} files were named`, {
      hint: 'Use --jsonl for one object a file.',
    })
  }
  let failures = 0
  for (const file of files) {
    let bytes: Buffer
    try {
      bytes = await readFile(file)
    } catch (error) {
      failures += 1
      process.stderr.write(`${file}: ${reasonOf(error)}\n`)
      continue
    }
    const reading = await read(file, bytes)
    if (options.json || options.jsonl) process.stdout.write(`${JSON.stringify(asRow(file, reading))}\n`)
    else process.stdout.write(showReading(file, reading, options['explain'] === true))
  }
  return failures > 0 ? 1 : 0
}
