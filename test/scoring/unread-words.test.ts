/** An answer that nobody here could read waits for a person: it is never one that says nothing. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { criterionById } from '../../src/criteria/index.js'
import type { UnreadForm } from '../../src/domain/message.js'
import { assessExchange } from '../../src/scoring/assess-exchange.js'
import { resolveGrid } from '../../src/scoring/grid.js'
import { needsWords, unreadInWords } from '../../src/scoring/unread-words.js'
import { answerWith, evidenceWith } from '../criteria/frame/evidence.js'

const FORMS: readonly UnreadForm[] = ['encrypted', 'document', 'picture', 'recording', 'mail', 'container', 'file']

describe.each(['qualiweb', 'replymark'])('under the grid %s', (id) => {
  const grid = resolveGrid(parse(readFileSync(`config/grids/${id}.yaml`, 'utf8')), criterionById)

  it.each(FORMS)('an answer in the form %s has no mark before a person read it', (form) => {
    const reply = answerWith('', { unread: form, language: null, languageConfidence: 0 })
    const assessment = assessExchange(evidenceWith('', { reply }), grid, { probe: 'p', proofreader: null, words: 0 })
    expect(assessment.mark).toBeNull()
    for (const finding of assessment.findings) {
      const waits = needsWords(finding.family)
      expect(finding.outcome === 'not-available' && finding.unread === true, finding.criterion).toBe(waits)
      if (waits) expect(finding.message).toEqual(unreadInWords(form))
    }
  })
})

describe('the sentence', () => {
  it.each(FORMS)('about %s says in both languages that a person has to read it', (form) => {
    const { fr, en } = unreadInWords(form)
    expect(fr).toMatch(/^Répondu, mais illisible ici/)
    expect(en).toMatch(/^Answered, but not readable here/)
  })
})
