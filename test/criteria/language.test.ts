import { describe, expect, it } from 'vitest'
import { language } from '../../src/criteria/language.js'
import { answerWith, evidenceWith } from './frame/evidence.js'

const ENGLISH = 'Hello, thank you for your message. We are sorry and we will send it to you.'
const FRENCH = 'Bonjour, nous vous remercions de votre message et nous vous l’envoyons demain.'

function evaluate(text: string, told: string | null, confidence = 0.95) {
  const reply = answerWith(text, { language: told, languageConfidence: confidence })
  return language.evaluate(evidenceWith('', { reply }), language.defaults)
}

describe('language', () => {
  it.each<[string, string, string | null, number, number]>([
    ['the same language', FRENCH, 'fr', 0.95, 1],
    ['another language', ENGLISH, 'en', 0.95, 0],
    ['a third language', 'Guten Tag, wir haben Ihre Nachricht erhalten.', 'de', 0.95, 0],
    ['function words where nothing was recognised', FRENCH, null, 0, 1],
    ['function words of the other language', ENGLISH, null, 0, 0],
    ['function words against a weak recognition', FRENCH, 'it', 0.4, 1],
    ['a letter in both languages', `${ENGLISH}\n\n${FRENCH} ${FRENCH}`, 'en', 0.9, 1],
  ])('judges %s', (_title, text, told, confidence, score) => {
    expect(evaluate(text, told, confidence)).toMatchObject({ outcome: 'scored', score })
  })

  it('has no score on a text too short to tell', () => {
    expect(evaluate('OK', null, 0).outcome).toBe('not-available')
  })

  it('doubts a weak recognition', () => {
    expect(evaluate(FRENCH, 'fr', 0.5)).toMatchObject({ doubtful: true })
    expect(evaluate(FRENCH, 'fr', 0.9)).toMatchObject({ doubtful: false })
  })

  it('is not applicable without a reply', () => {
    expect(language.evaluate(evidenceWith(null), language.defaults).outcome).toBe('not-applicable')
  })
})
