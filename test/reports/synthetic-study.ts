/** Brands, shoppers, scenarios and grid of the made-up study of `synthetic-ledger.ts`. */
import type { EditionConfiguration } from '../../src/domain/configuration.js'
import type { Grid } from '../../src/domain/grid.js'
import type { Persona } from '../../src/domain/persona.js'
import { gridHash } from '../../src/scoring/grid.js'

/** Names that must never be in a public file: agents of brands, and shoppers. */
export const PRIVATE_NAMES = [
  'Solange Quérin',
  'Thibault Ramecourt',
  'Oriane Vauclaire',
  'Nadir Belkoussa',
  'Hector Plumeau',
]

const SECTORS = [
  { id: 'beauty', title: { fr: 'Beauté', en: 'Beauty' } },
  { id: 'travel', title: { fr: 'Voyage', en: 'Travel' } },
  { id: 'banking', title: { fr: 'Banque', en: 'Banking' } },
]

const NAMES = [
  ...[
    'Maison Lune',
    'Verveine & Fils',
    'Osmane Paris',
    'Kéralie',
    'Doux Rivage',
    'Atelier Nacre',
    'Belle-Île Soins',
    'Sève',
  ],
  ...['Horizon Bleu', 'Grand Large', 'TransAlpes', 'Escapade', 'Nordic Ways', 'Caravelle', 'Mistral Air', 'Odyssée'],
  ...[
    'Banque du Parc',
    'Crédit Fluvial',
    'Epargna',
    'Caisse d’Oc',
    'Neobia',
    'Comptoir 24',
    'Alto Finance',
    'Mutuelle Sud',
  ],
]

const SCENARIOS = ['complaint', 'pre-sale', 'english', 'technical', 'refund'] as const

const TITLES: Record<string, { fr: string; en: string }> = {
  complaint: { fr: 'Réclamation', en: 'Complaint' },
  'pre-sale': { fr: 'Avant-vente', en: 'Pre-sale' },
  english: { fr: 'En anglais', en: 'In English' },
  technical: { fr: 'Panne du site', en: 'Site problem' },
  refund: { fr: 'Remboursement', en: 'Refund' },
}

function persona(id: string, firstName: string, lastName: string, origin: string, age: number): Persona {
  return {
    id,
    firstName,
    lastName,
    gender: id === 'oriane' ? 'female' : 'male',
    languages: ['fr', 'en'],
    age,
    city: 'Lille',
    account: 'main',
    localPart: id,
    attributes: { origin },
  }
}

/** Shoppers. */
export const PERSONAS = [
  persona('oriane', 'Oriane', 'Vauclaire', 'france', 34),
  persona('nadir', 'Nadir', 'Belkoussa', 'maghreb', 35),
  persona('hector', 'Hector', 'Plumeau', 'france', 62),
]

const criterion = (id: string, weight: number) => ({
  id,
  version: 1,
  weight,
  because: 'made up for tests',
  options: {},
  notApplicable: 'skip' as const,
  notAvailable: 'skip' as const,
})

function makeGrid(): Grid {
  const body: Omit<Grid, 'hash'> = {
    id: 'sample',
    version: 1,
    title: { fr: 'Grille d’essai', en: 'Sample grid' },
    families: [
      {
        id: 'responsiveness',
        weight: 40,
        because: 'as published',
        criteria: [criterion('answer', 1), criterion('reply-delay', 3)],
      },
      {
        id: 'answer-quality',
        weight: 40,
        because: 'as published',
        criteria: [criterion('coverage', 2), criterion('spelling', 1)],
      },
      {
        id: 'welcome',
        weight: 20,
        because: 'as published',
        criteria: [criterion('greeting', 1), criterion('signature', 1)],
      },
    ],
  }
  return { ...body, hash: gridHash(body) }
}

const brandId = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[^\w\s-]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')

/** The configuration of a year's edition. */
export function configuration(
  year: number,
  brands: number,
  changes: Partial<EditionConfiguration['edition']>,
): EditionConfiguration {
  const list = NAMES.slice(0, brands).map((name, index) => ({
    id: brandId(name),
    name,
    aliases: [],
    sector: SECTORS[Math.floor(index / 8) % SECTORS.length]!.id,
    contacts: [{ address: `contact@${brandId(name)}.example`, department: 'customer-service' }],
    domains: [`${brandId(name)}.example`],
    country: 'FR',
    timeZone: 'Europe/Paris',
    languages: ['fr' as const, 'en' as const],
    glossary: [],
  }))
  return {
    study: { id: 'sample', title: 'Baromètre d’essai', operator: 'Cabinet Sillage', languages: ['fr', 'en'] },
    edition: {
      id: String(year),
      title: `Édition ${year}`,
      brands: list.map((brand) => brand.id),
      scenarios: [...SCENARIOS],
      personas: PERSONAS.map((one) => one.id),
      grid: 'sample',
      sendFrom: `${year}-03-02`,
      sendUntil: `${year}-03-27`,
      answerWindowDays: 15,
      seed: year,
      embargoUntil: null,
      brandEmbargoUntil: null,
      ...changes,
    },
    sectors: SECTORS,
    brands: list,
    personas: PERSONAS,
    scenarios: SCENARIOS.map((id) => ({
      id,
      title: TITLES[id]!,
      language: id === 'english' ? ('en' as const) : ('fr' as const),
      type: 'other' as const,
      variants: [{ id: 'a', subject: 'Colis', body: 'Bonjour' }],
      points: [],
      glossary: [],
      followUp: null,
    })),
    grid: makeGrid(),
    limits: {
      minGapDays: 3,
      perBrand: 8,
      perBrandPeriodDays: 60,
      perDomainPerHour: 4,
      workingHours: { from: '09:00', until: '18:00' },
      workingDays: [1, 2, 3, 4, 5],
      holidays: [],
      optOut: [],
    },
    proofreading: { engine: { fr: 'replymark', en: 'replymark' }, server: null, tradeWords: [] },
    helpDeskDomains: [],
    retentionDays: null,
  }
}
