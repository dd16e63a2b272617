/**
 * Bounds on what is read of a message. Nothing a stranger sends is trusted: whatever lies beyond is left unread and the
 * reading says so in its problems. The values are far above honest mail and keep the worst message under two seconds.
 */

/** How much of a message is read. */
export interface MimeLimits {
  /** Raw bytes looked at; the rest of a longer message is ignored. */
  readonly bytes: number
  /** Nesting of multiparts and embedded messages. */
  readonly depth: number
  /** MIME parts of one message, embedded messages included. */
  readonly parts: number
  /** Bytes of one header block. */
  readonly headerBytes: number
  /** Fields of one header block. */
  readonly headerFields: number
  /** Encoded bytes of text read over all parts together. */
  readonly textBytes: number
  /** Elements of one HTML text. The parser takes time by the square of elements left open. */
  readonly htmlElements: number
  /** Lines of one text. */
  readonly lines: number
}

/** Large providers refuse mails over 25–35 MB; text beyond 1 MB is no letter. */
export const DEFAULT_LIMITS: MimeLimits = {
  bytes: 36_000_000,
  depth: 16,
  parts: 200,
  headerBytes: 131_072,
  headerFields: 500,
  textBytes: 1_000_000,
  htmlElements: 20_000,
  lines: 20_000,
}

/** A text cut before the line or the element that exceeds its bound; the text itself where none does. LF line ends. */
export function boundText(text: string, { lines, htmlElements }: MimeLimits): string {
  return boundElements(boundLines(text, lines), htmlElements)
}

function boundLines(text: string, most: number): string {
  let end = -1
  for (let line = 0; line < most; line += 1) {
    end = text.indexOf('\n', end + 1)
    if (end < 0) return text
  }
  return text.slice(0, end)
}

function boundElements(text: string, most: number): string {
  let elements = 0
  let at = text.indexOf('<')
  while (at >= 0) {
    if (/[a-z!?]/i.test(text[at + 1] ?? '')) elements += 1
    if (elements > most) return text.slice(0, at)
    at = text.indexOf('<', at + 1)
  }
  return text
}
