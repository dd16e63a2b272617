/**
 * Sets apart what the writer newly wrote from the quoted mail, the signature and what was added by machines.
 * Nothing is lost: every line that can be seen ends in exactly one of the four parts (docs/methodology.en.md §2.3).
 */

import { type BodyLine, joinLines, linesOfPlainText, type Part } from './body-line.js'
import { markWrappers } from './boilerplate/wrappers.js'
import { isMarkup, prefersHtml } from './choose-body.js'
import { linesOfHtml } from './html/html-lines.js'
import { startMarking } from './marking.js'
import { attributionInside } from './quote-headers/attribution.js'
import { markQuotes } from './quotes.js'
import type { SeparatedText } from './separated-text.js'
import { writerName } from './signature/writer-name.js'
import { markTails } from './tail.js'

/** The two bodies of a mail, decoded; null where there is none. */
export interface MailBodies {
  readonly plain: string | null
  readonly html: string | null
}

/** What is known of the writer before the text is read. */
export interface WriterContext {
  /** Display name of the From header; empty where there is none. */
  readonly senderName: string
  /** Address of the From header; empty where there is none. */
  readonly senderAddress: string
  /** Subject, decoded. */
  readonly subject: string
}

/** Longest body that is opened, in UTF-16 units; the MIME limits lie near it. */
const MAX_LENGTH = 1_000_000

/** Separates a mail's body; plain text is preferred unless HTML says more. */
export function separateNewText(body: MailBodies, context: WriterContext, readHtml = linesOfHtml): SeparatedText {
  const plain = body.plain?.slice(0, MAX_LENGTH) ?? ''
  const html = body.html?.slice(0, MAX_LENGTH) ?? ''
  if (html === '') return separateLines(isMarkup(plain) ? readHtml(plain) : linesOfPlainText(plain), context)
  const fromHtml = separateLines(readHtml(html), context)
  if (plain.trim() === '' || isMarkup(plain)) return fromHtml
  const fromPlain = separateLines(linesOfPlainText(plain), context)
  return prefersHtml(plain, fromPlain, fromHtml) ? fromHtml : fromPlain
}

/** Lines that rules look at; what lies beyond in so long a mail is history, and counts as quoted. */
const MOST_LINES = 10_000

/** Separates the lines of one body, whatever they came from. */
export function separateLines(body: readonly BodyLine[], context: WriterContext): SeparatedText {
  const lines = body.slice(0, MOST_LINES).flatMap(splitAttribution)
  const beyond = body.slice(MOST_LINES).map((line) => line.text)
  const marking = startMarking(lines)
  markWrappers(marking)
  markQuotes(marking)
  markTails(marking, writerName(context.senderName, context.senderAddress))
  const parts = marking.parts.map((part): Part => part ?? 'text')
  const shown = lines.map((line, index) => (marking.visible[index] === '' ? '' : line.text))
  const of = (part: Part) => joinLines(shown.filter((_, index) => parts[index] === part))
  const quoted = beyond.length === 0 ? of('quoted') : joinLines([of('quoted'), ...beyond])
  return { text: of('text'), quoted, signature: of('signature'), boilerplate: of('boilerplate') }
}

/** An attribution that was run together with the text before it gets a line of its own. */
function splitAttribution(line: BodyLine): BodyLine[] {
  const at = line.structure === null ? attributionInside(line.text) : -1
  if (at <= 0) return [line]
  return [
    { ...line, text: line.text.slice(0, at).trimEnd() },
    { ...line, text: line.text.slice(at), afterDivider: false },
  ]
}
