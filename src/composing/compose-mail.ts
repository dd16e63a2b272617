/**
 * Composing: scenario variant + persona + brand → the text of one e-mail. Templates are LiquidJS with strict variables
 * and without any file access; French agrees with the persona's gender by the filter `agree`.
 */

import { createHash } from 'node:crypto'
import { Liquid, LiquidError } from 'liquidjs'
import type { Brand } from '../domain/brand.js'
import { ReplymarkError } from '../domain/error.js'
import type { Gender, Persona } from '../domain/persona.js'
import type { ComposedMail } from '../domain/probe.js'
import type { Scenario, ScenarioVariant } from '../domain/scenario.js'
import type { Instant } from '../domain/time.js'
import { languagePack } from '../languages/index.js'

/** Longest subject in characters; RFC 5322 §2.1.1 asks for lines under 998, people for far less. */
const LONGEST_SUBJECT = 200

/** The earlier e-mail of the same shopper, for a follow-up. */
export interface EarlierMail {
  readonly subject: string
  readonly sentAt: Instant
}

/** What an e-mail is made of. */
export interface Composition {
  readonly scenario: Scenario
  readonly variant: ScenarioVariant
  readonly persona: Persona
  readonly brand: Brand
  /** Needed for a follow-up; null for any other scenario. */
  readonly earlier: EarlierMail | null
}

const engine = new Liquid({
  strictVariables: true,
  strictFilters: true,
  ownPropertyOnly: true,
  // In-memory templates and an empty list: `include` and `render` find nothing, whatever name a template writes.
  templates: {},
  parseLimit: 100_000,
  memoryLimit: 1_000_000,
  // Milliseconds: a loop in a template ends.
  renderLimit: 2_000,
})

engine.registerFilter('agree', (who: unknown, masculine: unknown, feminine: unknown) => {
  const gender = (who as { gender?: Gender } | null)?.gender
  if ((gender !== 'female' && gender !== 'male') || typeof masculine !== 'string' || typeof feminine !== 'string')
    throw new TypeError("agree needs a persona and two forms: {{ persona | agree: 'content', 'contente' }}")
  return gender === 'female' ? feminine : masculine
})

/** What a template may use; nothing else exists for it. */
function variablesOf({ persona, brand, scenario, earlier }: Composition): Record<string, unknown> {
  const locale = languagePack(scenario.language).formats.locale
  const sentOn = (mail: EarlierMail) =>
    new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: brand.timeZone }).format(mail.sentAt)
  return {
    persona: {
      firstName: persona.firstName,
      lastName: persona.lastName,
      gender: persona.gender,
      age: persona.age,
      city: persona.city,
      attributes: persona.attributes,
    },
    brand: { name: brand.name },
    ...(earlier ? { earlier: { subject: earlier.subject, sentOn: sentOn(earlier) } } : {}),
  }
}

/** Says in one sentence why a template cannot be used whoever writes; null where its syntax is right. */
export function templateFault(template: string): string | null {
  try {
    engine.parse(template)
    return null
  } catch (error) {
    return reasonOf(error)
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const message = LiquidError.is(error)
    ? error.message.replace(/, (?:file:.{0,500}?, )?line:\d+.*$/s, '')
    : error.message
  return message.split('\n')[0] ?? message
}

/**
 * Renders one e-mail.
 * @throws ReplymarkError `configuration` where a template is wrong, uses what does not exist, or gives an unusable text
 */
export function composeMail(composition: Composition): ComposedMail {
  const { scenario, variant } = composition
  const thing = `scenario ${scenario.id}, variant ${variant.id}`
  const fail = (message: string, hint: string, cause?: unknown): never => {
    throw new ReplymarkError('configuration', message, { place: { thing }, hint, cause })
  }
  const variables = variablesOf(composition)
  const render = (template: string, what: string): string => {
    try {
      return String(engine.parseAndRenderSync(template, variables))
    } catch (error) {
      return fail(
        `${what} cannot be rendered: ${reasonOf(error)}`,
        'known: persona.firstName, persona.lastName, persona.age, persona.city, persona.attributes.…, brand.name, earlier.subject and earlier.sentOn (follow-ups only), the filter agree',
        error,
      )
    }
  }
  const subject = render(variant.subject, 'the subject').trim()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a line break would inject a header
  if (/[\u0000-\u001f\u007f\u0085\u2028\u2029]/.test(subject))
    fail('the subject has line breaks or control characters', 'write it on one line')
  if (subject === '' || subject.length > LONGEST_SUBJECT)
    fail('the subject is empty or too long', `write 1 to ${LONGEST_SUBJECT} characters`)
  const text = tidy(render(variant.body, 'the body'))
  if (text === '') fail('the body is empty', 'write a text')
  const hash = createHash('sha256').update(`${subject}\n\n${text}`, 'utf8').digest('hex')
  return { subject, text, language: scenario.language, hash }
}

/** LF line ends, no trailing blanks, at most one empty line, no control characters. */
function tidy(text: string): string {
  return (
    text
      .replaceAll(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters have no place in a letter
      .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim()
  )
}
