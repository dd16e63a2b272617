/**
 * The words of an HTML body, for the kind rules: block elements on lines of their own, hidden preheaders, styles and scripts
 * left out. Nothing is fetched; the parser only reads.
 */
import { Parser } from 'htmlparser2'

const BLOCK =
  /^(address|article|blockquote|br|center|dd|div|dl|dt|fieldset|footer|form|h[1-6]|header|hr|li|ol|p|pre|section|table|tr|ul)$/
const UNSEEN = /^(head|style|script|title|noscript|template|object|svg)$/
const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(px)?\s*(;|$)/i
const VOID = /^(br|hr|img|input|meta|link|area|base|col|embed|source|track|wbr)$/

/** Text of an HTML body; LF line ends, runs of spaces joined, at most one blank line in a row. */
export function htmlAsText(html: string): string {
  const pieces: string[] = []
  const hidden: string[] = []
  const parser = new Parser({
    onopentag(name, attributes) {
      if (hidden.length > 0) {
        if (!VOID.test(name)) hidden.push(name)
        return
      }
      const style = (attributes.style ?? '').slice(0, 1_000)
      if (!VOID.test(name) && (UNSEEN.test(name) || HIDDEN_STYLE.test(style))) hidden.push(name)
      else if (BLOCK.test(name)) pieces.push('\n')
      else if (name === 'td' || name === 'th') pieces.push(' ')
    },
    ontext(text) {
      if (hidden.length === 0) pieces.push(text.replace(/\s+/g, ' '))
    },
    onclosetag(name) {
      if (hidden.length > 0) {
        if (!VOID.test(name)) hidden.pop()
      } else if (BLOCK.test(name) && name !== 'br') pieces.push('\n')
    },
  })
  parser.end(html)
  return pieces
    .join('')
    .split('\n')
    .map((line) => line.replace(/(?:[\s\u200b-\u200f\u2060\ufeff\u00ad]|\u034f)+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
