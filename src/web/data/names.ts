/** Names of brands, sectors, scenarios and criteria as pages print them, from an edition's frozen configuration. */

import { criteria } from '../../criteria/index.js'
import type { EditionConfiguration } from '../../domain/configuration.js'
import type { StudyLanguage, Texts } from '../../domain/language.js'
import type { MessageKind } from '../../domain/message.js'
import { inLanguage, textIn } from '../../languages/index.js'

/** Name of a brand; its identifier where the configuration does not know it. */
export function brandName(configuration: EditionConfiguration, brand: string): string {
  return configuration.brands.find(({ id }) => id === brand)?.name ?? brand
}

/** Title of a sector in a language. */
export function sectorTitle(configuration: EditionConfiguration, sector: string, language: StudyLanguage): string {
  const titles = configuration.sectors.find(({ id }) => id === sector)?.title
  return titles ? textIn(titles, language) : sector
}

/** Title of a scenario in a language. */
export function scenarioTitle(configuration: EditionConfiguration, scenario: string, language: StudyLanguage): string {
  const titles = configuration.scenarios.find(({ id }) => id === scenario)?.title
  return titles ? textIn(titles, language) : scenario
}

const FAMILIES: Readonly<Record<string, Texts>> = {
  responsiveness: { fr: 'Réactivité', en: 'Responsiveness' },
  'answer-quality': { fr: 'Qualité de la réponse', en: 'Quality of the answer' },
  welcome: { fr: 'Accueil', en: 'Welcome' },
}

/** Titles of all criteria and families by id. */
export const CRITERION_TITLES: Readonly<Record<string, Texts>> = {
  ...FAMILIES,
  ...Object.fromEntries(criteria.map(({ meta }) => [meta.id, meta.title])),
}

/** Weights of a configuration's grid by criterion id. */
export function gridWeights(configuration: EditionConfiguration): Readonly<Record<string, number>> {
  return Object.fromEntries(
    configuration.grid.families.flatMap((family) => family.criteria.map(({ id, weight }) => [id, weight])),
  )
}

const KINDS: Readonly<Record<MessageKind, Texts>> = {
  reply: { fr: 'réponse', en: 'reply' },
  acknowledgement: { fr: 'accusé de réception automatique', en: 'automatic receipt' },
  'out-of-office': { fr: 'absence du bureau', en: 'out of office' },
  bounce: { fr: 'non remis', en: 'bounce' },
  'delay-notice': { fr: 'remise retardée', en: 'delivery delayed' },
  challenge: { fr: 'demande de confirmation', en: 'challenge' },
  survey: { fr: 'enquête', en: 'survey' },
  marketing: { fr: 'publicité', en: 'marketing' },
  transactional: { fr: 'commande, compte ou facture', en: 'order, account or invoice' },
  'forwarding-notice': { fr: 'avis de traitement', en: 'handling notice' },
  'reading-receipt': { fr: 'accusé de lecture', en: 'reading receipt' },
  'answered-elsewhere': { fr: 'répondu ailleurs', en: 'answered elsewhere' },
  'feedback-loop': { fr: 'plainte pour spam', en: 'feedback loop' },
  unrelated: { fr: 'sans rapport', en: 'unrelated' },
  unreadable: { fr: 'illisible', en: 'unreadable' },
}

/** A kind in words. */
export function kindInWords(kind: MessageKind, language: StudyLanguage): string {
  return inLanguage(KINDS[kind], language)
}
