/**
 * Turns an HTML body into lines, with what its structure says of each. Nothing is fetched: images are left out (but for
 * emoji), links keep their words. Linear in the size of the document.
 */
import { Parser } from 'htmlparser2'
import { writtenForm } from '../../../text/written-form.js'
import type { BodyLine, Part } from '../body-line.js'
import { drawsRule, type ElementFacts, roleOf } from './containers.js'

const BLOCK =
  /^(?:address|article|aside|blockquote|body|caption|center|dd|details|div|dl|dt|fieldset|figure|figcaption|footer|form|h[1-6]|header|hr|html|li|main|nav|ol|p|pre|section|summary|table|tbody|tfoot|thead|tr|ul)$/
/** Blocks that have a blank line around them where mail programs show them. */
const SPACED = /^(?:p|h[1-6]|ul|ol|dl|pre|table|blockquote)$/
const UNSEEN = /^(?:head|style|script|title|noscript|template|object|svg|canvas|select|textarea|button)$/
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/
const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Variation_Selector}|\u{200d})+$/u
/** Elements deeper than this are read without their structure. */
const MAX_DEPTH = 2_000

interface Open {
  readonly name: string
  readonly part: Part | null
  /** Inside a quote itself, not only its header line. */
  readonly quote: boolean
  readonly hidden: boolean
  readonly unseen: boolean
  readonly preformatted: boolean
  /** Frame in which answers may stand between quotes; -1 where none. */
  readonly frame: number
  /** White space as CSS gives it to a Word paragraph without margins (`MsoNormal`). */
  readonly tight: boolean
  /** Inside an element that gives a colour other than black, grey or the page's own; links give none. */
  readonly coloured: boolean
}

interface Draft {
  text: string
  part: Part | null
  afterDivider: boolean
  frame: number
  quote: boolean
  coloured: boolean
}

/** Lines of an HTML body. */
export function linesOfHtml(html: string): readonly BodyLine[] {
  const reader = new HtmlReader()
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      ontext: (text) => reader.text(text),
      onclosetag: (name) => reader.close(name),
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  parser.end(html)
  return reader.finish()
}

class HtmlReader {
  readonly #stack: Open[] = [
    {
      name: '',
      part: null,
      quote: false,
      hidden: false,
      unseen: false,
      preformatted: false,
      frame: -1,
      tight: false,
      coloured: false,
    },
  ]
  readonly #lines: Draft[] = []
  /** The line being read, in pieces, so that many small ones stay linear. */
  #pieces: string[] = []
  #last = ''
  #visible = false
  #linePart: Part | null = null
  #lineFrame = -1
  #lineQuote = false
  #lineColoured = false
  #hasContent = false
  #divider = false
  #quotedFromHere = false
  #frames = 0
  #tooDeep = 0

  get #top(): Open {
    return this.#stack.at(-1)!
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'br') this.#break()
    if (name === 'img') this.#image(attributes)
    if (name === 'br' || name === 'img') return
    if (name === 'hr') this.#rule()
    const facts: ElementFacts = {
      name,
      names: `${attributes.class ?? ''} ${attributes.id ?? ''}`.slice(0, 400).toLowerCase(),
      style: (attributes.style ?? '').slice(0, 1_000).toLowerCase().replace(/\s+/g, ''),
      attributes,
    }
    const top = this.#top
    const role = roleOf(facts)
    const block = BLOCK.test(name)
    if (block) this.#endLine(SPACED.test(name) && !isTight(facts) && name !== 'table')
    if (block && drawsRule(facts)) this.#divider = true
    if (role === 'quote-from-here' && !top.hidden) this.#quotedFromHere = true
    if (name === 'td' || name === 'th') this.#cell()
    if (VOID.test(name)) return
    if (this.#stack.length >= MAX_DEPTH) {
      this.#tooDeep += 1
      return
    }
    this.#stack.push({
      name,
      part: partOf(role) ?? top.part,
      quote: top.quote || role === 'quote',
      hidden: top.hidden || role === 'hidden',
      unseen: top.unseen || UNSEEN.test(name),
      preformatted: top.preformatted || name === 'pre' || /white-space:(?:pre|break-spaces)/.test(facts.style),
      frame: role === 'quote-frame' && top.frame < 0 ? this.#frames++ : top.frame,
      tight: isTight(facts),
      coloured: colourOf(facts) ?? top.coloured,
    })
    if (name === 'li') this.#append('- ', false)
  }

  close(name: string): void {
    if (VOID.test(name)) return
    if (this.#tooDeep > 0) {
      this.#tooDeep -= 1
      return
    }
    const top = this.#top
    if (top.name !== name || this.#stack.length === 1) return
    if (BLOCK.test(name)) this.#endLine(SPACED.test(name) && !top.tight && name !== 'table')
    this.#stack.pop()
  }

  text(text: string): void {
    const top = this.#top
    if (top.unseen) return
    if (!top.preformatted) {
      this.#append(text.replace(/[ \t\r\n\f]+/g, ' '), true)
      return
    }
    const pieces = text.replace(/\r\n?/g, '\n').split('\n')
    pieces.forEach((piece, index) => {
      if (index > 0) this.#break()
      if (piece !== '') this.#append(piece, true)
    })
  }

  finish(): BodyLine[] {
    this.#endLine(false)
    settleFrames(this.#lines)
    return this.#lines.map(({ text, part, afterDivider, coloured }) => ({
      text: writtenForm(text).trimEnd(),
      structure: part,
      afterDivider,
      ...(coloured ? { coloured } : {}),
    }))
  }

  #append(text: string, content: boolean): void {
    const top = this.#top
    const visible = text.trim() !== ''
    if (visible && !this.#visible) {
      this.#linePart = top.hidden ? 'boilerplate' : this.#quotedFromHere ? 'quoted' : top.part
      this.#lineFrame = top.frame
      this.#lineQuote = top.quote
      this.#lineColoured = top.coloured
    } else if (visible && top.hidden !== (this.#linePart === 'boilerplate')) {
      // Hidden words never share a line with those that can be seen.
      this.#endLine(false)
      this.#append(text, content)
      return
    }
    const piece = top.preformatted || (this.#last !== ' ' && this.#last !== '') ? text : text.replace(/^ +/, '')
    if (piece === '') return
    this.#pieces.push(piece)
    this.#last = piece.at(-1)!
    if (!visible) return
    this.#visible = true
    if (!top.coloured) this.#lineColoured = false
    if (content) this.#hasContent = true
  }

  #image(attributes: Record<string, string>): void {
    const alternative = attributes.alt ?? ''
    // Emoji as pictures (Gmail) keep their character; any other picture is decoration.
    if (!this.#top.unseen && alternative.length <= 12 && EMOJI.test(alternative)) this.#append(alternative, true)
  }

  #cell(): void {
    if (this.#visible) this.#append(' ', false)
  }

  #rule(): void {
    this.#endLine(false)
    this.#divider = true
  }

  /** `<br>`: ends the line also where it is empty. */
  #break(): void {
    if (this.#top.unseen) return
    if (this.#visible) this.#flush()
    else {
      this.#clear()
      this.#push('')
    }
  }

  #endLine(spaced: boolean): void {
    if (this.#visible && this.#hasContent) this.#flush()
    else if (!this.#visible) this.#clear()
    if (spaced && this.#lines.length > 0 && this.#lines.at(-1)!.text !== '') this.#push('')
  }

  #flush(): void {
    this.#push(this.#pieces.join('').trimEnd())
    this.#clear()
  }

  #clear(): void {
    this.#pieces = []
    this.#last = ''
    this.#visible = false
    this.#hasContent = false
  }

  #push(text: string): void {
    const blank = text === ''
    const { frame, quote } = this.#top
    this.#lines.push({
      text,
      part: blank ? this.#blankPart() : this.#linePart,
      afterDivider: !blank && this.#divider,
      frame: blank ? frame : this.#lineFrame,
      quote: blank ? quote : this.#lineQuote,
      coloured: !blank && this.#lineColoured,
    })
    if (!blank) this.#divider = false
  }

  #blankPart(): Part | null {
    const { hidden, part } = this.#top
    return hidden ? 'boilerplate' : this.#quotedFromHere ? 'quoted' : part
  }
}

function partOf(role: ReturnType<typeof roleOf>): Part | null {
  if (role === 'quote' || role === 'quote-header') return 'quoted'
  return role === 'signature' ? 'signature' : null
}

/** Colours of ordinary text: black, greys, white, and what the page itself sets. */
const NEUTRAL =
  /^(?:black|white|gr[ae]y|(?:dark|light|dim|slate)gr[ae]y|silver|inherit|initial|unset|currentcolor|windowtext|auto|transparent|#([\da-f])\1\1|#([\da-f]{2})\2\2|rgba?\((\d{1,3}),\3,\3(?:,[\d.]{1,5})?\))$/

/** True where an element colours its words, false where it takes a colour back; null where it says nothing. */
function colourOf({ name, style, attributes }: ElementFacts): boolean | null {
  if (name === 'a') return false
  const given =
    /(?:^|;)color:([^;!]{1,40})/.exec(style)?.[1] ?? (name === 'font' ? attributes.color?.toLowerCase() : undefined)
  if (given === undefined) return null
  // Outlook's dark blue is the colour of its users' own mails, and Word's of quoted names.
  return !NEUTRAL.test(given.trim()) && !/^(?:navy|#1f497d|#44546a|#000080|#212121|#222|#333)$/.test(given.trim())
}

/** Word's paragraphs have no margins, and many writers set them to nothing. */
function isTight({ names, style }: ElementFacts): boolean {
  return /msonormal|msolistparagraph|msoplaintext|elementtoproof/.test(names) || /margin(?:-top|-bottom)?:0/.test(style)
}

/**
 * In a frame that holds block quotes only they and what stands above the first are quoted, so that answers typed between
 * quotes stay text; a frame without any, or one that announces a forward, is quoted as a whole.
 */
function settleFrames(lines: readonly Draft[]): void {
  const quoting = new Set<number>()
  const forwards = new Set<number>()
  for (const line of lines) {
    if (line.frame < 0) continue
    if (!quoting.has(line.frame) && /^[-\s]{0,20}(?:forwarded message|message transf)/i.test(line.text))
      forwards.add(line.frame)
    if (line.quote && line.text !== '') quoting.add(line.frame)
  }
  const started = new Set<number>()
  for (const line of lines) {
    if (line.frame < 0) continue
    if (line.quote && line.text !== '') started.add(line.frame)
    const answer = quoting.has(line.frame) && started.has(line.frame) && !forwards.has(line.frame)
    if (line.part === null && !answer) line.part = 'quoted'
  }
}
