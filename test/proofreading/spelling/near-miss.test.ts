/** What an unknown word is a slip for: its kind, and the common word that was meant. */
import { describe, expect, it } from 'vitest'
import { commonWords } from '../../../src/proofreading/engines/common-words-file.js'
import { dictionary } from '../../../src/proofreading/engines/dictionaries.js'
import { CommonWords } from '../../../src/proofreading/spelling/common-words.js'
import { slipOf } from '../../../src/proofreading/spelling/near-miss.js'

const speller = await dictionary('fr')
const common = commonWords('fr').words

describe('slips', () => {
  it.each([
    ['reglement', 'accents', 'règlement'],
    ['évenements', 'accents', 'événements'],
    ['élévé', 'accents', 'élevé'],
    ['livriason', 'typical', 'livraison'],
    ['colllis', 'typical', null],
    ['addresse', 'typical', 'adresse'],
    ['remboursemant', 'letter', 'remboursement'],
    ['commende', 'letter', 'commande'],
    ['biensûr', 'run-together', 'bien sûr'],
    ['modifitications', 'far', 'modifications'],
    ['rapellons', 'far', 'rappelons'],
    ['décallage', 'typical', 'décalage'],
    ['suplémmentaire', 'far', 'supplémentaire'],
  ])('%s: %s', (word, kind, meant) => {
    const slip = slipOf(word, speller, common)
    if (meant === null) expect(slip?.kind).not.toBe(kind)
    else expect(slip).toMatchObject({ kind, meant })
  })

  it.each(['bivalirudine', 'zorbicom', 'kervella', 'xyz', 'diazépam'])('%s is near no common word', (word) => {
    expect(slipOf(word, speller, common)).toBeNull()
  })

  it.each([
    ['occassionaly', 14, null],
    ['occassionaly', 8, 'occasionally'],
    ['innacurate', 8, 'inaccurate'],
    ['unforseen', 8, 'unforeseen'],
  ])('%s, with rare words from %i letters on: %s', async (word, rareLength, meant) => {
    const english = slipOf(word, await dictionary('en'), new CommonWords(''), rareLength)
    expect(english?.meant ?? null).toBe(meant)
  })
})
