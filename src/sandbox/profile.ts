/** Hidden profiles: how an invented brand answers. The instrument never sees them; only the truth does. */
import type { Brand } from '../domain/brand.js'
import type { Random } from '../ranking/random.js'

/** How a brand's answers are built. */
export type MailSystem = 'mailbox' | 'outlook' | 'webmail' | 'ticket' | 'crm'

/** Worse treatment of one group of shoppers. */
export interface Bias {
  /** Persona attribute and the value that is treated worse. */
  readonly attribute: string
  readonly value: string
  /** Points of the true mark lost on average, by answering less and worse. */
  readonly points: number
}

/** All that decides a brand's behaviour in one edition; shares are 0–1. */
export interface Profile {
  readonly responseRate: number
  /** Median working hours until an answer, and the spread of its logarithm. */
  readonly medianHours: number
  readonly spread: number
  readonly weekends: boolean
  readonly acknowledges: boolean
  readonly receiptPromises: boolean
  /** Chance that a point is covered. */
  readonly thoroughness: number
  readonly deflects: number
  readonly mistakesPer100Words: number
  /** Chance of the same text as always. */
  readonly canned: number
  readonly greetsByName: number
  readonly greets: number
  readonly thanks: number
  readonly courtesy: number
  readonly named: number
  readonly signs: number
  readonly contact: number
  readonly empathy: number
  readonly reformulates: number
  readonly answersInEnglish: number
  readonly recognises: number
  readonly system: MailSystem
  readonly html: 'plain' | 'alternative' | 'html-only'
  readonly quoting: 'above' | 'below' | 'none'
  /** Answers to the visible sender instead of Reply-To, as people in mail programs do; help desks keep to Reply-To. */
  readonly ignoresReplyTo: boolean
  readonly changesSubject: boolean
  /** Answers come from the help desk's own domain. */
  readonly helpDesk: boolean
  readonly outOfOffice: number
  readonly challenges: boolean
  /** How a dead contact address fails; null where it works. */
  readonly failure: 'refused' | 'hard-bounce' | null
  /** Chance of a temporary delay notice before delivery. */
  readonly delayNotice: number
  readonly survey: number
  readonly marketing: number
  readonly sellsAddresses: number
  /** Share of answers that a machine writes and says so. */
  readonly machine: number
  readonly bias: Bias | null
}

const clamp = (value: number, low = 0, high = 1) => Math.min(high, Math.max(low, value))

/** Lasting traits of a brand: how good it is, and its technical set-up; drawn once per market. */
export interface Character {
  /** 0 (dreadful) to 1 (excellent) in the first edition. */
  readonly quality: number
  /** Change of quality per edition. */
  readonly drift: number
  readonly random: Random
  readonly bias: Bias | null
  /** True for the brand whose address is dead, and for the one that sells addresses. */
  readonly dead: boolean
  readonly seller: boolean
}

/**
 * Draws a brand's character. Qualities spread over the whole scale by the brand's place among all, so that ranks mean something.
 * @param place 0-based place of the brand in a random order
 */
export function drawCharacter(
  brand: Brand,
  place: number,
  brands: number,
  random: Random,
  bias: Bias | null,
): Character {
  const own = random.fork('character', brand.id)
  return {
    quality: clamp(0.04 + (0.92 * (place + 0.5)) / brands + 0.02 * own.normal()),
    drift: 0.1 * own.normal(),
    random: own,
    bias,
    dead: brands >= 12 && place === 1,
    seller: brands >= 6 && (place % 12 === 5 || place % 12 === 8),
  }
}

/**
 * The profile of a brand in an edition: its quality drifts, its set-up mostly stays.
 * @param edition 0-based place of the edition
 */
export function profileOf({ quality, drift, random, bias, dead, seller }: Character, edition: number): Profile {
  const setUp = random.fork('set-up')
  const wave = random.fork('edition', edition)
  const q = clamp(quality + drift * edition + 0.04 * wave.normal(), 0.02, 0.98)
  const around = (mean: number, spread = 0.08) => clamp(mean + spread * wave.normal(), 0.02, 0.98)
  const systems = ['mailbox', 'outlook', 'webmail', 'ticket', 'crm'] as const
  const system = systems[setUp.below(systems.length)]!
  const desk = system === 'ticket' || system === 'crm'
  return {
    responseRate: clamp(0.3 + 0.85 * q, 0, 0.99),
    medianHours: 1.2 * Math.exp((1 - q) * 3.2),
    spread: 0.5,
    weekends: setUp.uniform() < 0.2,
    acknowledges: setUp.uniform() < (desk ? 0.8 : 0.2),
    receiptPromises: setUp.uniform() < 0.5,
    thoroughness: around(0.3 + 0.68 * q),
    deflects: around(0.45 - 0.45 * q, 0.04),
    mistakesPer100Words: Math.max(0, 3.4 * (1 - q) ** 2 + 0.15 * wave.normal()),
    canned: around(0.6 - 0.6 * q),
    greetsByName: around(0.15 + 0.85 * q),
    greets: around(0.75 + 0.25 * q, 0.04),
    thanks: around(0.35 + 0.6 * q),
    courtesy: around(0.6 + 0.4 * q),
    named: around(0.2 + 0.8 * q),
    signs: around(0.75 + 0.25 * q, 0.04),
    contact: around(0.2 + 0.6 * q),
    empathy: around(0.25 + 0.7 * q),
    reformulates: around(0.1 + 0.6 * q),
    answersInEnglish: around(0.35 + 0.65 * q),
    recognises: around(0.1 + 0.85 * q),
    system,
    html: (['plain', 'alternative', 'alternative', 'html-only'] as const)[setUp.below(4)]!,
    quoting: (['above', 'above', 'below', 'none'] as const)[setUp.below(4)]!,
    ignoresReplyTo: !desk && setUp.uniform() < 0.2,
    changesSubject: desk && setUp.uniform() < 0.4,
    helpDesk: desk && setUp.uniform() < 0.3,
    outOfOffice: setUp.uniform() < 0.15 ? 0.4 : 0,
    challenges: setUp.uniform() < 0.05,
    failure: dead ? (edition % 2 === 0 ? 'hard-bounce' : 'refused') : null,
    delayNotice: setUp.uniform() < 0.1 ? 0.3 : 0,
    survey: setUp.uniform() < 0.2 ? 0.5 : 0,
    marketing: setUp.uniform() < 0.3 ? 0.4 : 0,
    sellsAddresses: seller ? 0.6 : 0,
    machine: setUp.fork('machine').uniform() < 0.15 ? 0.7 : 0,
    bias,
  }
}
