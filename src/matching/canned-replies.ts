/**
 * What the time and the company of a reply say of it, once it is known which e-mail it answers: words that also answered another
 * question, and more words than anybody reads and types in the time. A program or a template may send either; a person tells.
 */
import type { Instant } from '../domain/time.js'
import { countWords } from '../text/count-words.js'
import { fold } from '../text/fold.js'

/** A message of an exchange, with what it was written in answer to. */
export interface TimedReply {
  readonly hash: string
  readonly probe: string
  readonly brand: string
  /** Scenario of the question: two questions of one scenario may well get the same words. */
  readonly scenario: string
  readonly personaName: string
  /** The question. */
  readonly question: string
  /** SMTP acceptance; null where it is unknown. */
  readonly sentAt: Instant | null
  readonly receivedAt: Instant
  /** New text. */
  readonly text: string
  /** True where it counts as a person's reply. */
  readonly isReply: boolean
}

/** A doubt whether a person wrote a reply. */
export interface CannedReply {
  readonly hash: string
  readonly probe: string
  /** One sentence, for people. */
  readonly reason: string
}

/** Silent reading of non-fiction, words a minute (Brysbaert 2019, "How many words do we read per minute?"). */
const READ_PER_MINUTE = 238
/** The fastest of 168 000 typists, words a minute (Dhakal, Feit, Kristensson & Oulasvirta 2018, "Observations on Typing from 136 Million Keystrokes"). */
const TYPED_PER_MINUTE = 120
/** Fewer words than this are anybody's: "Thank you for your message" says nothing of who wrote it. */
const LEAST_WORDS = 12

/** Shortest time in which a person could have read the question and typed the reply, milliseconds. */
export function shortestTime(question: string, reply: string): number {
  return 60_000 * (countWords(question) / READ_PER_MINUTE + countWords(reply) / TYPED_PER_MINUTE)
}

/** The words of a text without the persona's name, and without numbers, which differ from one sending to the next. */
function sameWords(text: string, personaName: string): string {
  const names = new Set(fold(personaName).match(/\p{L}+/gu) ?? [])
  const words = (fold(text).match(/[\p{L}\p{N}-]+/gu) ?? []).filter((word) => !/\p{N}/u.test(word) && !names.has(word))
  return words.length < LEAST_WORDS ? '' : words.join(' ')
}

/**
 * Replies of which a person should tell whether a person wrote them.
 * @param messages every message of an edition that answers a probe, receipts among them
 */
export function cannedReplies(messages: readonly TimedReply[]): readonly CannedReply[] {
  const found: CannedReply[] = []
  for (const ofBrand of Map.groupBy(messages, ({ brand }) => brand).values()) {
    const byWords = Map.groupBy(ofBrand, ({ text, personaName }) => sameWords(text, personaName))
    for (const [words, same] of byWords)
      for (const message of same) {
        if (!message.isReply) continue
        const other = words === '' ? undefined : same.find(({ scenario }) => scenario !== message.scenario)
        if (other)
          found.push({ ...of(message), reason: `The same words answered another question as well (${other.probe}).` })
        else if (message.sentAt !== null) {
          const taken = message.receivedAt - message.sentAt
          if (taken < shortestTime(message.question, message.text) && countWords(message.text) >= LEAST_WORDS)
            found.push({
              ...of(message),
              reason: `It came ${Math.max(0, Math.round(taken / 1000))} seconds after the question: nobody reads that and types ${countWords(message.text)} words in the time.`,
            })
        }
      }
  }
  return found
}

const of = ({ hash, probe }: TimedReply) => ({ hash, probe })
