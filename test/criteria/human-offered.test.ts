import { describe, expect, it } from 'vitest'
import { humanOffered } from '../../src/criteria/human-offered.js'
import { evidenceWith } from './frame/evidence.js'

const MACHINE_FR = 'Votre colis part demain.\n\nCette réponse a été rédigée par une intelligence artificielle.'
const MACHINE_EN = 'Your parcel leaves tomorrow.\n\nThis reply was written by our virtual assistant.'

describe('human-offered', () => {
  it.each([
    ['a letter that no machine claims', 'Votre colis part demain.\n\nPaul', 1],
    ['a machine alone', MACHINE_FR, 0],
    ['a machine that offers a person', `${MACHINE_FR} Pour parler à un conseiller, répondez ici.`, 1],
    ['an English machine alone', MACHINE_EN, 0],
    ['an English machine that offers a person', `${MACHINE_EN} Reply AGENT to talk to a person.`, 1],
  ])('%s', (_what, text, score) => {
    expect(humanOffered.evaluate(evidenceWith(text), {})).toMatchObject({ outcome: 'scored', score })
  })

  it('the receipt may offer it', () => {
    const receipt = evidenceWith('Nos conseillers sont joignables au 3939.').reply
    expect(humanOffered.evaluate(evidenceWith(MACHINE_FR, { acknowledgement: receipt }), {})).toMatchObject({
      score: 1,
    })
  })

  it('says nothing of silence', () => {
    expect(humanOffered.evaluate(evidenceWith(null), {})).toMatchObject({ outcome: 'not-applicable' })
  })
})
