/** The sheet on which the rules of this folder note, line by line, where each line belongs. */
import type { BodyLine, Part } from './body-line.js'
import { isDivider, visibleForm } from './visible-form.js'

/** Lines of one body with the parts found so far. */
export interface Marking {
  readonly lines: readonly BodyLine[]
  /** Each line in the form in which rules look at it. */
  readonly visible: readonly string[]
  /** The part given to each line; null while no rule has spoken, which ends as text. */
  readonly parts: (Part | null)[]
  /** Lines inside a fenced code block: no rule touches them. */
  readonly fenced: readonly boolean[]
  /** Lines before this index are known to hold no text; parts are never taken back, so it only grows. */
  withoutText: number
}

/** A fresh sheet: what the HTML structure says is noted, fenced code is protected. */
export function startMarking(lines: readonly BodyLine[]): Marking {
  const visible = lines.map((line) => visibleForm(line.text))
  return { lines, visible, parts: lines.map((line) => line.structure), fenced: fencedLines(visible), withoutText: 0 }
}

/** Lines between two fences of three back-ticks; a fence that is never closed protects nothing. */
function fencedLines(visible: readonly string[]): boolean[] {
  const fenced = visible.map(() => false)
  let open = -1
  visible.forEach((line, index) => {
    if (!line.startsWith('```')) return
    if (open < 0) {
      open = index
      return
    }
    fenced.fill(true, open, index + 1)
    open = -1
  })
  return fenced
}

/** True where a line is still free: no part, not blank, not code. */
export function isFree(marking: Marking, index: number): boolean {
  return marking.parts[index] === null && !marking.fenced[index] && marking.visible[index] !== ''
}

/** Gives the free lines from `start` until before `end` to a part; blank lines between go along. */
export function markRange(marking: Marking, start: number, end: number, part: Part): void {
  for (let index = start; index < end; index += 1) {
    if (marking.parts[index] === null) marking.parts[index] = part
  }
}

/** True where some line before `end` is text; dashes alone are none. */
export function hasTextBefore(marking: Marking, end: number): boolean {
  const { parts, visible } = marking
  while (marking.withoutText < end) {
    const index = marking.withoutText
    if (parts[index] === null && visible[index] !== '' && !isDivider(visible[index]!)) return true
    marking.withoutText += 1
  }
  return false
}

/** Runs of lines that are still text, as [start, end); blank lines belong to the run they stand in. */
export function textRuns(marking: Marking): { start: number; end: number }[] {
  const runs: { start: number; end: number }[] = []
  let start = -1
  for (let index = 0; index <= marking.parts.length; index += 1) {
    const text = index < marking.parts.length && marking.parts[index] === null
    if (text && start < 0) start = index
    if (!text && start >= 0) {
      if (marking.visible.slice(start, index).some((line) => line !== '')) runs.push({ start, end: index })
      start = -1
    }
  }
  return runs
}
