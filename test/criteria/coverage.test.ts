import { describe, expect, it } from 'vitest'
import { coverage } from '../../src/criteria/coverage.js'
import type { ExpectedPoint } from '../../src/domain/scenario.js'
import { evidenceWith, point, scenarioWith } from './frame/evidence.js'

const DATE: ExpectedPoint = {
  ...point('date', '(?:livr\\w*|date de livraison)', 'Gives a delivery date'),
  stems: [['date', 'livraison']],
}
const STOCK = point('stock', 'disponible|available', 'Says whether it is available')
const OFFER = point('offer', 'remboursement|refund|échange', 'Offers a refund')
const ASKED = point('asked', 'numéro de commande', 'Asks for the order number')

function covered(points: readonly ExpectedPoint[], text: string, language: 'fr' | 'en' = 'fr'): (string | undefined)[] {
  const evidence = evidenceWith(text, { scenario: scenarioWith({ points, language }) })
  const verdict = coverage.evaluate(evidence, {})
  return verdict.evidence?.map(({ label }) => label) ?? []
}

describe('coverage', () => {
  it.each<[string, ExpectedPoint, string, boolean]>([
    ['a plain statement', DATE, 'Votre colis sera livré lundi 9 mars.', true],
    ['stems in another form', { ...DATE, patterns: [] }, 'Les livraisons ont lieu aux dates annoncées.', true],
    ['a denial before it', DATE, "Nous n'avons pas de date de livraison.", false],
    ['a denial behind it', DATE, "La date de livraison n'est pas connue.", false],
    ['a denial around an aside', DATE, "La date de livraison, malheureusement, n'est pas connue.", false],
    ['a denial in the clause before', DATE, "Le dépôt n'était pas ouvert, mais votre colis sera livré lundi.", true],
    ['a denial that denies nothing', DATE, "N'hésitez pas à nous écrire : il sera livré lundi sans aucun souci.", true],
    ['a question back', DATE, 'Quelle date de livraison vous conviendrait ?', false],
    ['the customer’s question repeated', DATE, 'Vous nous demandez la date de livraison de votre colis.', false],
    ['a promise to say it later', DATE, 'Nous reviendrons vers vous avec une date de livraison.', false],
    ['a hint to look elsewhere', DATE, 'Pour connaître la date de livraison, consultez notre site.', false],
    ['a request to the customer', DATE, 'Merci de nous indiquer la date de livraison annoncée.', false],
    [
      'a department named below the closing',
      OFFER,
      'Nous étudions cela.\n\nCordialement,\nService remboursement',
      false,
    ],
    ['a plain no to “whether”', STOCK, "Ce modèle n'est plus disponible.", true],
    ['not knowing “whether”', STOCK, "Nous ne savons pas s'il est disponible.", false],
    ['an offer made as a question', OFFER, 'Préférez-vous un échange ou un remboursement ?', true],
    ['a question that the point asks for', ASKED, 'Pouvez-vous me donner votre numéro de commande ?', true],
  ])('judges %s', (_title, wanted, text, expected) => {
    expect(covered([wanted], text)).toEqual(expected ? [wanted.id] : [])
  })

  it.each([
    ['We cannot offer a refund.', false],
    ["We don't have any information about a refund yet.", false],
    ['Regarding your request for a refund: we are looking into it.', false],
    ['We will let you know about the refund.', false],
    ['A full refund has been made, no need to send it back.', true],
  ])('judges English: %s', (text, expected) => {
    expect(covered([OFFER], text, 'en')).toEqual(expected ? ['offer'] : [])
  })

  it('weighs the points', () => {
    const points = [{ ...OFFER, weight: 3 }, STOCK]
    const evidence = evidenceWith('Voici votre remboursement.', { scenario: scenarioWith({ points }) })
    expect(coverage.evaluate(evidence, {})).toMatchObject({ score: 0.75, value: 0.75, unit: 'share' })
  })

  it('doubts a mention that was taken back', () => {
    const scenario = scenarioWith({ points: [OFFER] })
    const denied = coverage.evaluate(evidenceWith('Aucun remboursement.', { scenario }), {})
    expect(denied).toMatchObject({ score: 0, doubtful: true })
    expect(coverage.evaluate(evidenceWith('Bonjour.', { scenario }), {})).toMatchObject({ score: 0, doubtful: false })
  })

  it('is not applicable without points or reply', () => {
    expect(coverage.evaluate(evidenceWith('Bonjour'), {}).outcome).toBe('not-applicable')
    expect(coverage.evaluate(evidenceWith(null), {}).outcome).toBe('not-applicable')
  })

  describe('points written as phrases', () => {
    const phrases = (id: string, ...said: string[]): ExpectedPoint => ({
      ...point(id, 'nothing-matches-this', `Says ${id}`),
      patterns: [],
      phrases: said,
    })
    const COST = phrases('cost', 'La livraison coûte 5 euros', 'Les frais de port sont de 4,90 €', 'Le port est offert')
    const TIME = phrases('time', 'Nous livrons en 3 jours', 'Vous le recevrez demain', 'Comptez une semaine')
    const BACK = phrases('back', 'Vous pouvez nous le renvoyer', "Nous n'acceptons pas les retours")

    it.each<[string, string, string[]]>([
      ['other words of the same meaning', "L'expédition revient à 12 € et prend deux semaines.", ['cost', 'time']],
      ['another form of a verb', 'Nous vous rembourserons ; vous pourrez le retourner.', ['back']],
      ['a phrase that says no', 'Nous ne prenons pas les retours.', ['back']],
      ['a value of another type', 'Nous livrons en France.', []],
      ['a condition', 'Nous livrerions en 3 jours si le stock était là.', []],
      ['the request repeated', 'Suite à votre question sur la livraison en 3 jours, un collègue vous écrira.', []],
      ['the request repeated, then the answer', 'Suite à votre question, nous livrons en 3 jours.', ['time']],
      ['nothing of it', 'Merci de votre message.', []],
    ])('knows %s', (_title, text, expected) => {
      expect(covered([COST, TIME, BACK], text)).toEqual(expected)
    })

    it('what comes close goes to a person', () => {
      const care = phrases('care', 'Lavez-le à la main avec du savon doux', 'Un chiffon humide suffit')
      const evidence = evidenceWith('Lavez-le souvent.', { scenario: scenarioWith({ points: [care] }) })
      expect(coverage.evaluate(evidence, {})).toMatchObject({ score: 0, doubtful: true })
    })

    it('speaks English too', () => {
      const ship = phrases('ship', 'We deliver to Ireland', 'We do not ship to Ireland')
      expect(covered([ship], 'Yes, we can send parcels to Ireland.', 'en')).toEqual(['ship'])
      expect(covered([ship], 'No, we do not post to Ireland.', 'en')).toEqual(['ship'])
      expect(covered([ship], 'You can find everything about Ireland on our website.', 'en')).toEqual([])
    })
  })
})
