/** Every rule of the reading room keeps its own examples. */
import { describe, expect, it } from 'vitest'
import { BOUNCE_REASONS, decideReason } from '../../../src/reading/bounce/decide-reason.js'
import { fold } from '../../../src/reading/kind/acts/act.js'
import { ACT_TABLES, recogniseActs } from '../../../src/reading/kind/acts/recognise-acts.js'
import { KIND_RULES } from '../../../src/reading/kind/decide-kind.js'
import { gatherFeatures } from '../../../src/reading/kind/features.js'
import type { KindExample } from '../../../src/reading/kind/rule.js'
import { addressesIn } from '../../../src/reading/mime/identifiers.js'
import { openMail } from '../../../src/reading/mime/open-mail.js'

async function featuresOf({ headers = {}, subject, body }: KindExample) {
  const fields = { ...(subject === undefined ? {} : { Subject: subject }), ...headers }
  const head = Object.entries(fields).map(([name, value]) => `${name}: ${value}\n`)
  // A bare body has no headers; the blank line keeps its first line from being read as one.
  const mail = await openMail(Buffer.from(`${head.join('') || 'X-Nothing: 1\n'}\n${body}`))
  const bodyText = mail.body.plain ?? ''
  const from = addressesIn(mail.headers.raw('from'))[0] ?? null
  return gatherFeatures({
    mail,
    subject: mail.headers.text('subject'),
    from,
    newText: bodyText,
    bodyText,
    quoted: '',
    boilerplate: '',
  })
}

describe('rules of kinds', () => {
  it('have unique ids and both a found and a refused example, but for the last', () => {
    const ids = KIND_RULES.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const rule of KIND_RULES.slice(0, -1)) {
      expect(new Set(rule.examples.map(({ found }) => found)), rule.id).toEqual(new Set([true, false]))
    }
  })

  const cases = KIND_RULES.flatMap((rule) => rule.examples.map((example) => ({ rule, example })))
  it.each(cases)('$rule.id on "$example.subject $example.body"', async ({ rule, example }) => {
    const found = rule.find(await featuresOf(example))
    expect(found !== null).toBe(example.found)
    if (found) {
      expect(found.confidence).toBeGreaterThan(0.4)
      expect(found.confidence).toBeLessThanOrEqual(1)
    }
  })
})

describe('speech acts', () => {
  const cases = ACT_TABLES.flatMap(({ act, examples }) => examples.map((example) => ({ act, example })))
  it.each(cases)('$act: $example', ({ act, example }) => {
    expect(recogniseActs(example).count[act]).toBe(1)
  })

  it('have patterns for folded text: no capitals, no accents', () => {
    for (const { patterns } of ACT_TABLES) {
      for (const { source } of patterns)
        expect(source.replace(/\\[A-Z]/g, '')).toBe(fold(source.replace(/\\[A-Z]/g, '')))
    }
  })
})

describe('bounce reasons', () => {
  const cases = BOUNCE_REASONS.flatMap((reason) => reason.examples.map((example) => ({ reason, example })))
  it.each(cases)('$reason.id: $example', ({ reason, example }) => {
    const refusal = decideReason({ diagnostic: example, status: null, replyCode: null, command: null })
    expect(refusal).toEqual({ reason: reason.id, hard: reason.hard !== false })
  })
})
