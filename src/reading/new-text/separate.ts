/**
 * Sets apart what the writer newly wrote from the quoted mail, the signature and what was added by machines.
 * Nothing is lost: every line that is not blank ends in exactly one of the four parts (METHODOLOGY §2.3).
 */
import { type BodyLine, joinLines, linesOfPlainText, type Part } from './body-line.js'

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

/** A body in four parts, LF line ends, each empty where absent. */
export interface SeparatedText {
  /** Newly written text with greeting, closing formula and the writer's name. */
  readonly text: string
  /** Quoted earlier mail with its header lines. */
  readonly quoted: string
  /** Everything below the writer's name: function, company, telephone, address, links; "Sent from my …". */
  readonly signature: string
  /** Legal notices, antivirus footers, banners, ticket wrappers, satisfaction surveys. */
  readonly boilerplate: string
}

/** Separates a mail's body; plain text is preferred. */
export function separateNewText(body: MailBodies, _context: WriterContext): SeparatedText {
  const lines = linesOfPlainText(body.plain ?? body.html?.replace(/<[^>]{0,2000}>/g, '') ?? '')
  const parts = lines.map((line): Part => (/^\s?>/.test(line.text) ? 'quoted' : 'text'))
  return assemble(lines, parts)
}

function assemble(lines: readonly BodyLine[], parts: readonly Part[]): SeparatedText {
  const of = (part: Part) => joinLines(lines.filter((_, index) => parts[index] === part).map((line) => line.text))
  return { text: of('text'), quoted: of('quoted'), signature: of('signature'), boilerplate: of('boilerplate') }
}
