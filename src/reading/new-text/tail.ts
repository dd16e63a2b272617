/**
 * Marks signature and boilerplate of each run of text, from the writer's leave-taking downwards. The closing formula and
 * the writer's name stay text; what stands below them is signature or boilerplate. Without a formula the writer's name or
 * a block of contact lines shows where the signature begins.
 */

import { beginsLegalNotice, speaksOfLegalMatters } from './boilerplate/legal-notices.js'
import { beginsSurvey, isPromotion, isRatingLine, mayAskOpinion } from './boilerplate/satisfaction-surveys.js'
import { isTicketFoot } from './boilerplate/ticket-wrappers.js'
import { isFree, type Marking, textRuns } from './marking.js'
import { closingIn } from './signature/closing-formulas.js'
import { contactKindsOf, isSentence } from './signature/contact-line.js'
import { isMobileSignature } from './signature/mobile-signatures.js'
import { looksLikeName, type WriterName } from './signature/writer-name.js'
import { isDivider } from './visible-form.js'

/** Lines that a signature below `--` has at most; longer texts below a dash line are text. */
const MAX_SIGNATURE_LINES = 30

interface Run {
  readonly start: number
  readonly end: number
}

/** Marks signatures, notices, surveys and the devices' own lines in every run of text. */
export function markTails(marking: Marking, writer: WriterName): void {
  for (const run of textRuns(marking)) {
    markMobileSignatures(marking, run)
    markNotices(marking, run)
    const delimited = delimitedSignature(marking, run)
    if (delimited !== null) markBelow(marking, delimited, run.end, true)
    const leave = leaveTaking(marking, { start: run.start, end: delimited ?? run.end }, writer)
    if (leave !== null) markBelow(marking, leave, run.end, false)
    markTrailingDividers(marking, run)
  }
}

function markMobileSignatures(marking: Marking, run: Run): void {
  for (let index = run.start; index < run.end; index += 1) {
    if (isFree(marking, index) && isMobileSignature(marking.visible[index]!)) marking.parts[index] = 'signature'
  }
}

/** Index of the delimiter (`-- `, `__`, `—`, or a longer rule above contact lines) that opens a signature; else null. */
function delimitedSignature(marking: Marking, run: Run): number | null {
  const { visible } = marking
  for (let index = run.start; index < run.end; index += 1) {
    const line = visible[index]!
    if (!isFree(marking, index) || !isDivider(line)) continue
    const below = freeIndices(marking, index + 1, run.end)
    if (below.length === 0 || below.length > MAX_SIGNATURE_LINES) continue
    if (/^(?:--|__|—|–|─|- -|-- -)$/.test(line)) return index
    if (below.length <= 14 && looksLikeSignature(marking, below)) return index
  }
  return null
}

/** Short lines of which none is a sentence, and at least one holds a contact or a name. */
function looksLikeSignature(marking: Marking, indices: readonly number[]): boolean {
  const lines = indices
    .map((index) => marking.visible[index]!)
    .filter((line) => !isDivider(line) && !beginsLegalNotice(line))
  if (lines.length === 0) return indices.some((index) => beginsLegalNotice(marking.visible[index]!))
  return (
    lines.every((line) => !isSentence(line)) &&
    lines.some((line) => contactKindsOf(line).length > 0 || /mailing list/i.test(line))
  )
}

function freeIndices(marking: Marking, start: number, end: number): number[] {
  const indices: number[] = []
  for (let index = start; index < end && indices.length <= 60; index += 1) {
    if (isFree(marking, index)) indices.push(index)
  }
  return indices
}

/** First line below the closing formula and the writer's name; null where the run has no such end. */
function leaveTaking(marking: Marking, run: Run, writer: WriterName): number | null {
  const free = freeIndicesFromEnd(marking, run)
  for (const [below, index] of free.entries()) {
    const closing = closingIn(marking.visible[index]!)
    if (closing === null) continue
    const after = free.slice(0, below).reverse()
    if (opensLetter(marking, free.slice(below + 1), index, after)) continue
    // Thanks and wishes also stand inside letters; a formula such as "Cordialement" hardly does.
    const most = /^(?:merci|many thanks|thank|thx|bonne|belle|[aà] bient|cheers)/iu.test(marking.visible[index]!)
      ? 1
      : 3
    if (!endsLetter(marking, after, writer, most)) continue
    return closing === 'formula-and-name' ? index + 1 : afterName(marking, after, index, writer)
  }
  for (const [below, index] of free.entries()) {
    if (!writer.isName(marking.visible[index]!)) continue
    // A greeting by oneself at the top ("Julie,") is no signature.
    if (below === free.length - 1 && free.length > 1) continue
    const after = free.slice(0, below).reverse()
    if (!endsLetter(marking, after, writer, 1)) continue
    const above = free[below + 1] ?? -1
    // The name comes twice: as the end of the letter, then on top of the signature.
    if (above >= 0 && writer.isName(marking.visible[above]!)) return above + 1
    // The sender is a service, and a person's name stands directly above it.
    const service = contactKindsOf(marking.visible[index]!).includes('function')
    return service && above === index - 1 && looksLikeName(marking.visible[above]!) ? index : index + 1
  }
  return contactBlock(marking, free)
}

const THANKS_FOR =
  /^(?:many |kind )?(?:thanks|thank you|merci)(?: (?:so much|very much|a lot|beaucoup))? (?:for|pour|de)\b/i

/** "Thank you for your e-mail." with at most a greeting above it and a sentence below opens a letter and closes none. */
function opensLetter({ visible }: Marking, above: readonly number[], index: number, after: readonly number[]): boolean {
  if (above.length > 1 || !THANKS_FOR.test(visible[index]!)) return false
  return after.some((below) => {
    const line = visible[below]!
    return isSentence(line) && !isNotice(line) && !speaksOfLegalMatters(line) && !mayAskOpinion(line)
  })
}

/** Free lines of a run, last first, at most 60. */
function freeIndicesFromEnd(marking: Marking, run: Run): number[] {
  const indices: number[] = []
  for (let index = run.end - 1; index >= run.start && indices.length < 60; index -= 1) {
    if (isFree(marking, index)) indices.push(index)
  }
  return indices
}

/** True where the lines after a formula or name read as the end of a letter rather than as more of it. */
function endsLetter(marking: Marking, after: readonly number[], writer: WriterName, mostSentences: number): boolean {
  let sentences = 0
  let inNotice = false
  let previous = -1
  for (const index of after) {
    const line = marking.visible[index]!
    if (previous >= 0 && index > previous + 1) inNotice = false
    previous = index
    if (isNotice(line) || isPromotion(line) || speaksOfLegalMatters(line) || mayAskOpinion(line)) inNotice = true
    if (inNotice || isMobileSignature(line) || writer.isName(line)) continue
    if (/^p\.?\s?s\b/i.test(line)) return true
    if (isSentence(line) && contactKindsOf(line).length === 0 && closingIn(line) === null) sentences += 1
  }
  return sentences <= mostSentences
}

/** The line after the writer's name, which stands first below the formula; the formula's own next line where none is. */
function afterName(marking: Marking, after: readonly number[], closing: number, writer: WriterName): number {
  let end = closing + 1
  for (const index of after) {
    const line = marking.visible[index]!
    if (closingIn(line) !== null && !writer.isName(line)) {
      end = index + 1
      continue
    }
    if (isDivider(line)) return end
    const kinds = contactKindsOf(line).filter((kind) => kind !== 'function' && kind !== 'company')
    if (isNotice(line) || isSentence(line) || (kinds.length > 0 && !writer.isName(line))) return end
    if (line.length > 80) return end
    // "Votre conseiller," above the name itself.
    const next = marking.visible[index + 1] ?? ''
    const announced = /,$/.test(line) && isFree(marking, index + 1) && looksLikeName(next) && index + 1 <= after.at(-1)!
    return announced ? index + 2 : index + 1
  }
  return end
}

function isNotice(line: string): boolean {
  return beginsLegalNotice(line) || beginsSurvey(line) || isTicketFoot(line)
}

/** A last paragraph made of contact lines, without formula or known name; a person's name on top of it stays text. */
function contactBlock(marking: Marking, fromEnd: readonly number[]): number | null {
  const block: number[] = []
  for (const index of fromEnd) {
    const line = marking.visible[index]!
    if (block.length > 0 && block.at(-1)! - index > 1) break
    if (isSentence(line) || isNotice(line)) {
      if (block.length > 0) break
      if (isNotice(line)) continue
      return null
    }
    block.push(index)
  }
  const first = block.at(-1)
  if (first === undefined || block.length < 2 || block.length === fromEnd.length) return null
  const contacts = block.filter((index) => contactKindsOf(marking.visible[index]!).some((kind) => kind !== 'company'))
  if (contacts.length < 2 || contacts.length * 2 < block.length) return null
  if (block.some((index) => /^[-•*·]\s|:$/.test(marking.visible[index]!))) return null
  const top = marking.visible[first]!
  const kinds = contactKindsOf(top)
  // A name or a service on top is who writes.
  const writes = kinds.length === 0 ? looksLikeName(top) : kinds.every((kind) => kind === 'function')
  return writes ? first + 1 : first
}

/**
 * Marks the lines below a leave-taking. `sure`: below a delimiter everything belongs to the signature; else sentences that
 * follow the name directly and a postscript stay text.
 */
function markBelow(marking: Marking, start: number, end: number, sure: boolean): void {
  let notice = false
  let survey = false
  let signed = sure
  let text = false
  let previous = -1
  for (let index = start; index < end; index += 1) {
    // Below a notice or a survey no letter begins again.
    if (marking.parts[index] === 'boilerplate') signed = true
    if (!isFree(marking, index)) continue
    const line = marking.visible[index]!
    const newParagraph = previous >= 0 && index > previous + 1
    previous = index
    if (newParagraph) {
      notice = false
      text = false
    }
    if (beginsLegalNotice(line) || isTicketFoot(line)) notice = true
    if (isSentence(line) && speaksOfLegalMatters(line)) notice = true
    if (beginsSurvey(line) || mayAskOpinion(line)) survey = true
    if (!sure && /^(?:p\.?\s?s\.?\s?[\d]?\s?[:.,–-]|post-scriptum)/iu.test(line)) text = true
    if (text && !notice) continue
    if (
      notice ||
      (survey &&
        (beginsSurvey(line) ||
          mayAskOpinion(line) ||
          isRatingLine(line) ||
          !newParagraph ||
          isDivider(line) ||
          isPromotion(line)))
    ) {
      marking.parts[index] = 'boilerplate'
      signed = true
      continue
    }
    survey = false
    if (isPromotion(line)) {
      marking.parts[index] = 'boilerplate'
      continue
    }
    const contact = contactKindsOf(line).length > 0
    if (!signed && isSentence(line) && !contact) {
      text = true
      continue
    }
    marking.parts[index] = isSentence(line) && !contact && !sure ? 'boilerplate' : 'signature'
    signed = true
  }
}

/**
 * Notices and surveys, also where no leave-taking stands above them. Nothing above the last closing formula is one: there a
 * letter may speak of such things itself.
 */
function markNotices(marking: Marking, run: Run): void {
  const paragraphs = noticeParagraphs(marking, run)
  const inNotice = (index: number) => paragraphs.some(({ start, end }) => start <= index && index < end)
  const closing =
    freeIndicesFromEnd(marking, run).find((index) => closingIn(marking.visible[index]!) !== null && !inNotice(index)) ??
    -1
  for (const { start, end } of paragraphs) {
    if (start < closing) continue
    markRuleAbove(marking, run, start)
    for (let index = start; index < end; index += 1) if (isFree(marking, index)) marking.parts[index] = 'boilerplate'
  }
  let survey = false
  for (let index = Math.max(run.start, closing + 1); index < run.end; index += 1) {
    if (!isFree(marking, index)) continue
    const line = marking.visible[index]!
    survey = beginsSurvey(line) || (survey && isRatingLine(line))
    if (survey) marking.parts[index] = 'boilerplate'
  }
}

/** From the first line of each notice to the end of its paragraph; the first line of a run is never one. */
function noticeParagraphs(marking: Marking, run: Run): Run[] {
  const paragraphs: Run[] = []
  for (let index = run.start + 1; index < run.end; index += 1) {
    if (!isFree(marking, index) || !beginsLegalNotice(marking.visible[index]!)) continue
    let end = index + 1
    while (end < run.end && marking.visible[end] !== '') end += 1
    paragraphs.push({ start: index, end })
    index = end
  }
  return paragraphs
}

/** The rule that divides a notice from what stands above it. */
function markRuleAbove(marking: Marking, run: Run, index: number): void {
  let above = index - 1
  while (above > run.start && marking.visible[above] === '') above -= 1
  if (above > run.start && isFree(marking, above) && /^[-_=*─━—]{3,}$/.test(marking.visible[above]!))
    marking.parts[above] = 'boilerplate'
}

/** Dashes left at the end of a run divide nothing any more. */
function markTrailingDividers(marking: Marking, run: Run): void {
  for (let index = run.end - 1; index >= run.start; index -= 1) {
    if (marking.parts[index] !== null) continue
    const line = marking.visible[index]!
    if (line === '') continue
    if (marking.fenced[index] || !isDivider(line)) return
    marking.parts[index] = 'boilerplate'
  }
}
