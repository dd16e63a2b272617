/** Finds thanks in a letter and tells thanks for the message from requests in disguise and stock phrases. */

import type { Place } from '../../text/find.js'
import { THANKS_EN, THANKS_MESSAGE_EN, THANKS_STOCK_EN } from './english/thanks.js'
import {
  THANKS_DONE_FR,
  THANKS_FR,
  THANKS_JOINED_FR,
  THANKS_MESSAGE_FR,
  THANKS_NOUN_FR,
  THANKS_RECEIVED_FR,
  THANKS_REQUEST_FR,
  THANKS_STOCK_FR,
} from './french/thanks.js'

/** Thanks found in a letter. */
export interface Thanks {
  /** Thanks for the message or for having written; null where there are none. */
  readonly forMessage: Place | null
  /** Other words of thanks; null where there are none. */
  readonly other: Place | null
  /** True where the other words could be read as thanks for the message. */
  readonly unclear: boolean
}

/** Characters after a word of thanks that say what it is for. */
const REACH = 130
/** Beyond this share of the letter "merci de votre retour" asks for an answer instead of thanking for one. */
const EARLY = 0.6

function judgeFrench(folded: string, start: number, end: number): 'message' | 'other' | 'unclear' {
  // A wrapped line goes on: a single line end is a space here.
  const after = folded.slice(end, end + REACH).replace(/\n(?!\s{0,130}\n)/g, ' ')
  const before = folded
    .slice(Math.max(0, start - 130), start)
    .trimEnd()
    .replace(/\n/g, ' ')
  if (THANKS_DONE_FR.test(after)) return 'message'
  if (/^[^.!?]{0,80}\ben (?:nous|m') ?(?:ecrivant|contactant|sollicitant|interrogeant|alertant)\b/.test(after))
    return 'message'
  if (THANKS_NOUN_FR.test(after)) {
    if (/^[^.!?\n]{0,25}\b(?:retour|reponse|attention)\b/.test(after)) {
      return start < folded.length * EARLY ? 'message' : 'other'
    }
    if (THANKS_STOCK_FR.test(after)) return THANKS_JOINED_FR.test(after) ? 'message' : 'other'
    return THANKS_MESSAGE_FR.test(after) ? 'message' : / pour /.test(after.slice(0, 12)) ? 'unclear' : 'other'
  }
  if (THANKS_REQUEST_FR.test(after)) return 'other'
  // "… et vous en remercions", "votre courriel, dont nous vous remercions": what was thanked for stands before.
  if (/\ben$/.test(before)) return 'message'
  if (THANKS_RECEIVED_FR.test(before)) return 'message'
  return THANKS_MESSAGE_FR.test(after) && /^(?: [a-z]+){0,4} (?:pour|de|d'|du)\b/.test(after) ? 'message' : 'other'
}

function judgeEnglish(folded: string, end: number): 'message' | 'other' {
  const after = folded.slice(end, end + REACH).replace(/\n(?!\s{0,130}\n)/g, ' ')
  // "Thanks pour ton message": young brands mix.
  if (/^ (?:beaucoup )?pour\b/.test(after)) return THANKS_MESSAGE_FR.test(after) ? 'message' : 'other'
  if (THANKS_STOCK_EN.test(after))
    return /^[^.!?]{0,60}\band (?:for )?(?:contacting|reaching|writing|your (?:message|e-?mail))/.test(after)
      ? 'message'
      : 'other'
  return THANKS_MESSAGE_EN.test(after) ? 'message' : 'other'
}

function withObject(folded: string, start: number, end: number): Place {
  const rest = /^[^.!?\n,;:]{0,80}/.exec(folded.slice(end))?.[0] ?? ''
  return { start, end: end + rest.trimEnd().length }
}

/** Looks for thanks, French and English alike: many letters mix both. */
export function findThanks(folded: string): Thanks {
  let forMessage: Place | null = null
  let other: Place | null = null
  let unclear = false
  for (const [pattern, judge] of [
    [THANKS_FR, judgeFrench],
    [THANKS_EN, (text: string, _start: number, end: number) => judgeEnglish(text, end)],
  ] as const) {
    for (const match of folded.matchAll(pattern)) {
      const end = match.index + match[0].length
      const judged = judge(folded, match.index, end)
      if (judged === 'message') forMessage ??= withObject(folded, match.index, end)
      else other ??= withObject(folded, match.index, end)
      if (judged === 'unclear') unclear = true
    }
  }
  return { forMessage, other, unclear }
}
