/**
 * Sets apart the frame that a help desk puts around an answer: what stands above it (where to reply, who answered, the request's
 * table), below it (table, links, what the mail is) and the history. By position and by several signs together, so that systems
 * nobody here has seen are read, and a letter that happens to hold one of them stays whole.
 */
import { hasTextBefore, isFree, type Marking, markRange } from '../marking.js'
import { attributionIn } from '../quote-headers/attribution.js'
import { hasDate } from '../quote-headers/dates.js'
import { closingIn } from '../signature/closing-formulas.js'
import { isDivider } from '../visible-form.js'
import { commentHeaderLength } from './comment-header.js'
import {
  announcementIn,
  boundsAnswer,
  isGreetingLine,
  isShortLine,
  labelsAnswer,
  labelsQuestion,
  opensHistory,
  tableRowOf,
  tellsOfMail,
} from './frame-signs.js'

/** Lines of a frame above the answer that are looked at. */
const MOST_ABOVE = 40
/** Lines of a frame below it. */
const MOST_BELOW = 40

/**
 * Marks the frame of a body.
 * @param ticket a rule of one system has already spoken
 */
export function markFrame(marking: Marking, ticket: boolean): void {
  const labelled = markQuestionAndAnswer(marking)
  const framed = markAbove(marking, ticket) || labelled
  markHistory(marking)
  markBelow(marking, framed)
}

/** "Votre question : … Notre réponse : …": the first is quoted, the label of the second belongs to the frame. */
function markQuestionAndAnswer(marking: Marking): boolean {
  const { visible } = marking
  const question = visible.findIndex((line, index) => isFree(marking, index) && labelsQuestion(line))
  if (question < 0 || hasTextBefore(marking, question)) return false
  const answer = visible.findIndex((line, index) => index > question && isFree(marking, index) && labelsAnswer(line))
  if (answer < 0) return false
  markRange(marking, question, answer, 'quoted')
  marking.parts[answer] = 'boilerplate'
  return true
}

/** The frame above; true where there is one. */
function markAbove(marking: Marking, ticket: boolean): boolean {
  const { visible, parts } = marking
  let end = -1
  /** A sign of the frame itself stands above. */
  let opened = false
  let greeted = false
  let plain = -1
  const most = Math.min(visible.length, MOST_ABOVE)
  for (let index = 0; index < most; index += 1) {
    const line = visible[index]!
    if (parts[index] === 'boilerplate') {
      end = index
      continue
    }
    if (line === '' || isDivider(line)) continue
    if (!isFree(marking, index)) break
    const header = greeted || isGreetingLine(line) ? 0 : commentHeaderLength(visible, index)
    const announced = header > 0 || opensQuote(visible, index) ? null : announcementIn(line)
    if (header > 0) {
      index += header - 1
      end = index
      opened = true
    } else if (boundsAnswer(line) || (announced === 'named' && (opened || ticket || endsParagraph(visible, index)))) {
      end = index
      opened = true
    } else if (announced !== null) plain = index
    else if (tableRowOf(line) === 'own' || (tableRowOf(line) === 'shared' && (opened || nextRow(visible, index))))
      end = index
    else if (isGreetingLine(line) && !greeted) greeted = true
    else if (tellsOfMail(line) && opened) end = index
    else break
  }
  // "Voici notre réponse :" belongs to a frame where one is there already, or where the letter below greets by itself.
  if (plain > end && (opened || ticket || greetsBelow(marking, plain) || framesBelow(marking, plain))) {
    end = plain
    opened = true
  }
  if (end < 0 || !opened || !saysBelow(marking, end)) return false
  markRange(marking, 0, end + 1, 'boilerplate')
  return true
}

/** True where a line below belongs to a frame by itself: a heading of history, a link to the request, a row of its table. */
function framesBelow(marking: Marking, index: number): boolean {
  return marking.visible.some(
    (line, below) =>
      below > index && line !== '' && (opensHistory(line) || tellsOfMail(line) || tableRowOf(line) === 'own'),
  )
}

/** True where something is left to read below: a frame never is the whole of a mail. */
function saysBelow(marking: Marking, end: number): boolean {
  return marking.visible.some((line, index) => {
    if (index <= end || !isFree(marking, index) || isDivider(line)) return false
    const apart = isGreetingLine(line) || closingIn(line) !== null || tableRowOf(line) !== null || tellsOfMail(line)
    return !apart && line.split(' ').length >= 3
  })
}

/** An attribution, or a line above marked ones: what it introduces is quoted. */
function opensQuote(visible: readonly string[], index: number): boolean {
  const line = visible[index]!
  if (hasDate(line) || /@|[<>]/.test(line) || attributionIn(line)?.strength === 'strong') return true
  const next = visible.slice(index + 1, index + 4).find((below) => below !== '')
  return next === undefined || next.startsWith('>')
}

function endsParagraph(visible: readonly string[], index: number): boolean {
  const next = visible[index + 1] ?? ''
  return (
    next === '' ||
    isDivider(next) ||
    isGreetingLine(next) ||
    /[:：]$/.test(visible[index]!) ||
    isShortLine(visible[index]!)
  )
}

function nextRow(visible: readonly string[], index: number): boolean {
  return tableRowOf(visible[index + 1] ?? '') === 'own'
}

function greetsBelow(marking: Marking, index: number): boolean {
  const next = marking.visible.findIndex((line, below) => below > index && line !== '')
  return next >= 0 && isGreetingLine(marking.visible[next]!)
}

/** What was written before, from its heading on. */
function markHistory(marking: Marking): void {
  const { visible } = marking
  for (let index = 0; index < visible.length; index += 1) {
    if (!isFree(marking, index) || !opensHistory(visible[index]!) || !hasTextBefore(marking, index)) continue
    // A heading stands apart, and something is quoted below it.
    const apart = visible[index - 1] === '' || isDivider(visible[index - 1] ?? '')
    const quotes = visible.slice(index + 1).some((line) => line !== '' && tableRowOf(line) === null && !isDivider(line))
    if (!apart || !quotes || takesLeaveBelow(marking, index)) continue
    markRange(marking, index, visible.length, 'quoted')
    return
  }
}

/** True where no leave was taken above and one is below: the heading stands inside the letter. */
function takesLeaveBelow(marking: Marking, index: number): boolean {
  const closes = (line: string, at: number) => isFree(marking, at) && closingIn(line) !== null
  const above = marking.visible.some((line, at) => at < index && closes(line, at))
  return (
    !above &&
    marking.visible.some((line, at) => at > index && /^(?:bien )?cordialement|regards/iu.test(line) && closes(line, at))
  )
}

/** The frame below, from the last line upwards; short lines between its lines go along. */
function markBelow(marking: Marking, framed: boolean): void {
  const { visible, parts } = marking
  let last = visible.length - 1
  while (last >= 0 && (parts[last] === 'quoted' || parts[last] === 'signature' || visible[last] === '')) last -= 1
  let start = -1
  let own = 0
  let rows = 0
  let tells = 0
  for (let index = last; index >= 0 && last - index < MOST_BELOW; index -= 1) {
    const line = visible[index]!
    if (line === '' || parts[index] === 'boilerplate') {
      if (parts[index] === 'boilerplate') tells += 1
      continue
    }
    if (!isFree(marking, index)) break
    const row = tableRowOf(line)
    if (row !== null) {
      rows += 1
      if (row === 'own') own += 1
      start = index
    } else if (tellsOfMail(line) || boundsAnswer(line)) {
      tells += 1
      start = index
    } else if (isDivider(line)) {
      if (start >= 0) start = index
    } else if (isHeading(visible, index)) start = index
    // A team or a brand below the frame's own lines; above them it is the writer's.
    else if (!(start < 0 && isShortLine(line) && closingIn(line) === null && framed && linesAbove(marking, index)))
      break
  }
  if (start < 0 || !hasTextBefore(marking, start)) return
  const table = rows >= 2 && own >= 1
  if (!(framed && (rows > 0 || tells > 0)) && !(table && standsApart(marking, start)) && !(tells >= 2)) return
  markRange(marking, start, last + 1, 'boilerplate')
}

/** "Ticket details" above a table. */
function isHeading(visible: readonly string[], index: number): boolean {
  const next = visible[index + 1] === '' ? visible[index + 2] : visible[index + 1]
  return (
    isShortLine(visible[index]!) &&
    closingIn(visible[index]!) === null &&
    tableRowOf(next ?? '') !== null &&
    /details?|d[eé]tails?|information|r[eé]capitulatif|summary|[:：]$/iu.test(visible[index]!)
  )
}

/** True where a line of the frame stands above, behind at most two blank lines. */
function linesAbove(marking: Marking, index: number): boolean {
  let above = index - 1
  while (above >= 0 && (marking.visible[above] === '' || isDivider(marking.visible[above]!))) above -= 1
  if (above < 0) return false
  const line = marking.visible[above]!
  return marking.parts[above] === 'boilerplate' || tellsOfMail(line) || tableRowOf(line) === 'own'
}

/** A table of a request stands behind a rule or below a leave-taking; a list of the letter does not. */
function standsApart(marking: Marking, start: number): boolean {
  const { visible } = marking
  if (isDivider(visible[start]!)) return true
  return visible.some((line, at) => at < start && isFree(marking, at) && closingIn(line) !== null)
}
