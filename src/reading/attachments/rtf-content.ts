/**
 * The words of an RTF text, or the HTML that Outlook hid in it (MS-OXRTFEX). Only what carries words is understood: groups,
 * paragraphs, characters by code page and by Unicode; tables of fonts, colours and styles, pictures and fields are passed over.
 */
import { decodeText } from '../../text/charset.js'
import { charsetOfCodePage } from './code-page.js'

/** Both forms of a body, null where there is none. */
export interface BodyForms {
  readonly plain: string | null
  readonly html: string | null
}

/** Destinations whose content is no text of the letter. */
const NO_TEXT =
  /^(?:fonttbl|colortbl|stylesheet|info|pict|object|header[lrf]?|footer[lrf]?|listtable|listoverridetable|generator|themedata|colorschememapping|datastore|latentstyles|xmlnstbl|fldinst|bkmkstart|bkmkend|mhtmltag)$/
const SIGNS: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  sect: '\n',
  page: '\n',
  row: '\n',
  tab: '\t',
  cell: ' ',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
}
const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([\da-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/gi
/** Groups inside one another that are followed; deeper ones are text of nobody. */
const DEEPEST = 200

interface Group {
  /** Nothing inside is shown. */
  skipped: boolean
  /** Inside `\*\htmltag`: content is markup as it stands. */
  markup: boolean
  /** Inside `\htmlrtf`: repeats for RTF readers what the markup says. */
  repeated: boolean
  /** Characters that stand in for one of `\u`. */
  substitutes: number
}

/** Content of an RTF text given as latin-1: HTML where it was made from HTML, else plain text. */
export function contentOfRtf(rtf: string): BodyForms {
  const charset = charsetOfCodePage(Number(/\\ansicpg(\d{1,5})/.exec(rtf.slice(0, 400))?.[1] ?? 1252))
  const fromHtml = /\\fromhtml1/.test(rtf.slice(0, 400))
  const pieces: string[] = []
  let bytes: number[] = []
  const flush = () => {
    if (bytes.length > 0) pieces.push(decodeText(Uint8Array.from(bytes), charset))
    bytes = []
  }
  const stack: Group[] = [{ skipped: false, markup: false, repeated: false, substitutes: 1 }]
  let toSkip = 0
  let starred = false
  const shown = () => {
    const { skipped, repeated } = stack.at(-1)!
    return !skipped && !(fromHtml && repeated)
  }
  const write = (text: string) => {
    flush()
    const escaped = fromHtml && !stack.at(-1)!.markup ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;') : text
    pieces.push(escaped)
  }
  for (const [, word, parameter, hex, sign, brace, text] of rtf.matchAll(TOKEN)) {
    const group = stack.at(-1)!
    if (brace === '{') {
      if (stack.length < DEEPEST) stack.push({ ...group })
      starred = false
    } else if (brace === '}') {
      if (stack.length > 1) stack.pop()
      starred = false
    } else if (word !== undefined) {
      const name = word.toLowerCase()
      if (name === 'htmltag' && starred) group.markup = true
      else if (starred || NO_TEXT.test(name)) group.skipped = true
      else if (name === 'htmlrtf') group.repeated = parameter !== '0'
      else if (name === 'uc') group.substitutes = Number(parameter ?? 1)
      else if (name === 'u' && parameter !== undefined) {
        if (shown()) write(String.fromCharCode(Number(parameter) & 0xffff))
        toSkip = group.substitutes
      } else if (SIGNS[name] !== undefined && shown()) write(SIGNS[name])
      starred = false
    } else if (hex !== undefined) {
      if (toSkip > 0) toSkip -= 1
      else if (shown()) bytes.push(Number.parseInt(hex, 16))
    } else if (sign !== undefined) {
      if (sign === '*') starred = true
      else if (shown() && !/[\r\n]/.test(sign))
        write(sign === '~' ? '\u00a0' : sign === '_' ? '-' : sign === '-' ? '' : sign)
    } else if (text !== undefined) {
      const rest = text.slice(Math.min(toSkip, text.length))
      toSkip = Math.max(0, toSkip - text.length)
      if (shown()) write(rest)
    }
  }
  flush()
  const content = pieces.join('')
  return fromHtml ? { plain: null, html: content } : { plain: content, html: null }
}
