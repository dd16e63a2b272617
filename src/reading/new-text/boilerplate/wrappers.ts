/**
 * Marks what gateways and help desks put around a mail: banners, "reply above this line", ticket state, comment headers.
 * Above the text such lines are set apart one by one; a "reply above" line below the text opens the quoted thread.
 */

import { hasTextBefore, isFree, type Marking, markRange } from '../marking.js'
import { isDivider } from '../visible-form.js'
import { isBanner } from './banners.js'
import { commentHeaderLength } from './comment-header.js'
import { markFrame } from './frames.js'
import { asksToKeepReference, isReplyAboveLine, isTicketFoot, isTicketState } from './ticket-wrappers.js'

/** Marks banners and ticket wrappers of a body. */
export function markWrappers(marking: Marking): void {
  const { visible, parts } = marking
  let ticket = false
  for (let index = 0; index < visible.length; index += 1) {
    if (!isFree(marking, index)) continue
    const line = visible[index]!
    if (!hasTextBefore(marking, index) && isBanner(line)) {
      markRange(marking, index, paragraphEnd(visible, index, 6), 'boilerplate')
    } else if (isReplyAboveLine(line)) {
      ticket = true
      if (!hasTextBefore(marking, index)) parts[index] = 'boilerplate'
      else if (onlyFootBelow(marking, index)) parts[index] = 'boilerplate'
      else {
        markRange(marking, index, visible.length, 'quoted')
        return
      }
    } else if (isTicketFoot(line)) {
      ticket = true
      parts[index] = 'boilerplate'
    } else if ((ticket || !hasTextBefore(marking, index)) && isTicketState(line)) {
      ticket = true
      parts[index] = 'boilerplate'
    }
  }
  if (ticket) markComments(marking)
  markFrame(marking, ticket)
  freeOnlyRequest(marking)
}

/** Words from which on a line says something beyond greeting, leave-taking and name. */
const SAYS_SOMETHING_WORDS = 4

/** "Please quote your booking reference." as a whole letter is the letter, not its wrapper. */
function freeOnlyRequest(marking: Marking): void {
  const { visible, parts } = marking
  const asks = visible.flatMap((line, index) =>
    parts[index] === 'boilerplate' && asksToKeepReference(line) ? [index] : [],
  )
  if (asks.length === 0) return
  const saysMore = (line: string, index: number) =>
    isFree(marking, index) && line.split(' ').length >= SAYS_SOMETHING_WORDS
  if (!visible.some(saysMore)) for (const index of asks) parts[index] = null
}

/** End of the paragraph that begins at `start`, at most `limit` lines further. */
function paragraphEnd(visible: readonly string[], start: number, limit: number): number {
  let end = start + 1
  while (end < visible.length && end - start < limit && visible[end] !== '' && isBanner(visible[end]!)) end += 1
  return end
}

function onlyFootBelow(marking: Marking, index: number): boolean {
  for (let below = index + 1; below < marking.visible.length; below += 1) {
    if (!isFree(marking, below)) continue
    const line = marking.visible[below]!
    if (!isTicketFoot(line) && !isTicketState(line) && !isDivider(line)) return false
  }
  return true
}

/** The first comment of a ticket mail is the new text, the next ones are the earlier thread. */
function markComments(marking: Marking): void {
  const { visible } = marking
  for (let index = 0; index < visible.length; index += 1) {
    if (!isFree(marking, index)) continue
    const length = commentHeaderLength(visible, index)
    if (length === 0) continue
    let start = index
    while (
      start > 0 &&
      (visible[start - 1] === '' || isDivider(visible[start - 1]!)) &&
      marking.parts[start - 1] === null
    )
      start -= 1
    if (hasTextBefore(marking, start)) {
      markRange(marking, start, visible.length, 'quoted')
      return
    }
    markRange(marking, start, index + length, 'boilerplate')
    index += length - 1
  }
}
