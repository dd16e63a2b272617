/** What a brand decides to answer: the facts behind a letter, before a word of it is written. Truth is computed from these alone. */
import type { StudyLanguage } from '../domain/language.js'
import type { Persona } from '../domain/persona.js'
import type { Scenario } from '../domain/scenario.js'
import type { Random } from '../ranking/random.js'
import type { Profile } from './profile.js'

/** What one answer does. */
export interface AnswerFacts {
  readonly language: StudyLanguage
  readonly canned: boolean
  readonly points: readonly string[]
  /** Sends the customer elsewhere. */
  readonly deflects: boolean
  readonly greeting: 'name' | 'plain' | 'none'
  readonly thanks: boolean
  readonly empathy: boolean
  readonly reformulates: boolean
  readonly contact: boolean
  readonly courtesy: boolean
  readonly signature: 'person' | 'team' | 'none'
  /** Takes up a fact of the shopper. */
  readonly personal: boolean
  /** Mistakes wanted per 100 words; the letter records how many went in. */
  readonly mistakesPer100Words: number
  /** Only for a follow-up: shows that the first exchange is known; null otherwise. */
  readonly recognises: boolean | null
  /** Says outright that nothing is known, and asks to begin again. */
  readonly startsAgain: boolean
  /** A machine writes it, and says so. */
  readonly machine: boolean
}

/** True where the brand treats this shopper worse. */
export function isDisfavoured(profile: Profile, persona: Persona): boolean {
  return profile.bias !== null && persona.attributes[profile.bias.attribute] === profile.bias.value
}

/** Whether the brand answers at all; a bias takes half its effect here. */
export function decidesToAnswer(profile: Profile, persona: Persona, random: Random): boolean {
  const lost = isDisfavoured(profile, persona) ? (profile.bias?.points ?? 0) / 100 : 0
  return random.uniform() < profile.responseRate - lost
}

/** Language of the simulated market's brands. */
const HOME: StudyLanguage = 'fr'

/** Decides what an answer does. */
export function decideFacts(profile: Profile, scenario: Scenario, persona: Persona, random: Random): AnswerFacts {
  const worse = isDisfavoured(profile, persona) ? (profile.bias?.points ?? 0) / 100 : 0
  const chance = (share: number) => random.uniform() < share - worse
  const language = scenario.language !== HOME && !chance(profile.answersInEnglish) ? HOME : scenario.language
  const canned = random.uniform() < profile.canned
  const deflects = random.uniform() < profile.deflects + worse
  const thoroughness = profile.thoroughness * (canned ? 0.5 : 1) * (deflects ? 0.6 : 1)
  const recognises = scenario.followUp ? random.uniform() < profile.recognises : null
  const startsAgain = recognises === false && random.uniform() < 0.5
  const points = startsAgain ? [] : scenario.points.filter(() => chance(thoroughness)).map((point) => point.id)
  const signs = chance(profile.signs)
  return {
    language,
    canned,
    points,
    deflects: deflects || points.length === 0,
    greeting: chance(profile.greets) ? (chance(profile.greetsByName) ? 'name' : 'plain') : 'none',
    thanks: chance(profile.thanks),
    empathy: scenario.type === 'complaint' && chance(profile.empathy),
    // Restating a second request as a second one would show that the first is known.
    reformulates: recognises !== false && chance(profile.reformulates),
    contact: chance(profile.contact),
    courtesy: chance(profile.courtesy),
    signature: signs ? (chance(profile.named) ? 'person' : 'team') : 'none',
    personal: !canned && random.uniform() < 0.35,
    mistakesPer100Words: profile.mistakesPer100Words,
    recognises,
    startsAgain,
    // From a stream of its own, so that everything else happens as it would without.
    machine: random.fork('machine').uniform() < profile.machine,
  }
}
