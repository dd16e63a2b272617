/** Writes the letter that the facts ask for, and plants its mistakes. */

import type { Brand } from '../domain/brand.js'
import type { StudyLanguage } from '../domain/language.js'
import type { MistakeCategory } from '../domain/mistake.js'
import type { Persona } from '../domain/persona.js'
import type { Scenario } from '../domain/scenario.js'
import { inLanguage } from '../languages/index.js'
import type { Random } from '../ranking/random.js'
import type { AnswerFacts } from './facts.js'
import { ENGLISH_LETTER, ENGLISH_POINTS, ENGLISH_REFORMULATIONS } from './phrases/english.js'
import { FRENCH_LETTER } from './phrases/french-letter.js'
import { FRENCH_POINTS, FRENCH_REFORMULATIONS } from './phrases/french-points.js'
import { PLANTED_MISTAKES } from './phrases/mistakes.js'

/** A letter with what is true of it. */
export interface Letter {
  /** Greeting to closing formula. */
  readonly text: string
  readonly signature: string
  readonly agent: string
  readonly planted: readonly { readonly wrong: string; readonly category: MistakeCategory }[]
  readonly words: number
  /** True where any sentence gives a way back, wanted or not. */
  readonly givesContact: boolean
}

/** Values of the slots that all texts of a brand share. */
export function slotsOf(
  brand: Brand,
  persona: Persona,
  language: StudyLanguage,
  random: Random,
): Record<string, string> {
  const female = persona.gender === 'female'
  const bank = inLanguage({ fr: FRENCH_LETTER, en: ENGLISH_LETTER }, language)
  const price = 4 + random.below(12)
  return {
    brand: brand.name,
    domain: brand.domains[0] ?? 'brand.example',
    first: persona.firstName,
    last: persona.lastName,
    city: persona.city,
    title: inLanguage({ fr: female ? 'Madame' : 'Monsieur', en: female ? 'Ms' : 'Mr' }, language),
    dear: female ? 'Chère' : 'Cher',
    phone: `0${1 + random.below(5)} ${Array.from({ length: 4 }, () => String(10 + random.below(90))).join(' ')}`,
    agent: random.pick(bank.agents),
    agent2: random.pick(bank.agents),
    d: String(2 + random.below(8)),
    long: String(14 + random.below(3) * 7),
    price: inLanguage({ fr: `${price},90 €`, en: `€${price}.90` }, language),
    ref: String(100_000 + random.below(900_000)),
  }
}

/** Fills `{slot}`s; an unknown one stays as it is. */
export function fill(template: string, slots: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (whole, slot: string) => slots[slot] ?? whole)
}

/** Notes in a phrase that it gives a way back. */
const CONTACT_TAG = '{+contact}'

/** Writes a letter. */
export function writeLetter(
  facts: AnswerFacts,
  { brand, persona, scenario }: { readonly brand: Brand; readonly persona: Persona; readonly scenario: Scenario },
  random: Random,
): Letter {
  const { language } = facts
  const bank = inLanguage({ fr: FRENCH_LETTER, en: ENGLISH_LETTER }, language)
  const points = inLanguage({ fr: FRENCH_POINTS, en: ENGLISH_POINTS }, language)[scenario.id] ?? {}
  const reformulations =
    inLanguage({ fr: FRENCH_REFORMULATIONS, en: ENGLISH_REFORMULATIONS }, language)[scenario.id] ?? []
  // A canned text is the same whoever writes: its phrases are drawn from a stream of the brand, not of the probe.
  const voice = facts.canned ? random.fork('voice', brand.id, scenario.id) : random
  const slots = slotsOf(brand, persona, language, voice)
  let givesContact = facts.contact
  const one = (phrases: readonly string[]) => {
    if (phrases.length === 0) return []
    const phrase = voice.pick(phrases)
    if (phrase.includes(CONTACT_TAG)) givesContact = true
    return [fill(phrase.replace(CONTACT_TAG, ''), slots)]
  }
  const when = (holds: boolean, phrases: readonly string[]) => (holds ? one(phrases) : [])
  const greeting =
    facts.greeting === 'none' ? [] : one(facts.greeting === 'name' ? bank.greetingByName : bank.greetingPlain)
  const opening = [
    ...when(facts.thanks, bank.thanks),
    ...when(facts.empathy, bank.empathy),
    ...when(facts.reformulates, reformulations),
  ]
  const body = [
    ...when(facts.recognises === true, bank.recognition),
    ...when(facts.startsAgain, bank.ignorance),
    ...facts.points.flatMap((point) => one(points[point] ?? [])),
    ...when(facts.personal, bank.personal),
  ]
  const rest = [
    ...when(facts.canned, bank.canned),
    ...when(facts.deflects && !facts.startsAgain, bank.deflection),
    ...when(facts.contact, bank.contact),
    // Drawn apart, so that the rest of the letter reads as it would without.
    ...(facts.machine ? [fill(random.fork('machine').pick(bank.machine), slots)] : []),
  ]
  const closing = when(facts.courtesy, bank.courtesy)
  const paragraphs = [greeting, opening, ...splitBody(body, voice), rest, closing]
    .map((part) => part.join(' '))
    .filter((part) => part !== '')
  const signature =
    when(facts.signature !== 'none', facts.signature === 'person' ? bank.signaturePerson : bank.signatureTeam)[0] ?? ''
  const text = paragraphs.join('\n\n')
  const words = text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length
  return {
    ...plant(text, language, (facts.mistakesPer100Words * words) / 100, random),
    signature,
    agent: slots.agent ?? '',
    words,
    givesContact,
  }
}

/** One or two paragraphs. */
function splitBody(sentences: readonly string[], random: Random): readonly (readonly string[])[] {
  if (sentences.length < 3 || random.uniform() < 0.5) return [sentences]
  const cut = 1 + random.below(sentences.length - 1)
  return [sentences.slice(0, cut), sentences.slice(cut)]
}

/** Puts about `wanted` mistakes into a text, each where its right form stands alone. */
function plant(
  text: string,
  language: StudyLanguage,
  wanted: number,
  random: Random,
): Pick<Letter, 'text' | 'planted'> {
  const number = Math.floor(wanted) + (random.uniform() < wanted - Math.floor(wanted) ? 1 : 0)
  const planted: { wrong: string; category: MistakeCategory }[] = []
  let changed = text
  for (const { right, wrong, category } of random.shuffle(inLanguage(PLANTED_MISTAKES, language))) {
    if (planted.length >= number) break
    const at = changed.search(new RegExp(`(?<![\\p{L}’'-])${right}(?![\\p{L}’'-])`, 'u'))
    if (at < 0) continue
    changed = changed.slice(0, at) + wrong + changed.slice(at + right.length)
    planted.push({ wrong, category })
  }
  return { text: changed, planted }
}
