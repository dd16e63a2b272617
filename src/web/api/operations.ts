/** Every operation of the API with what it asks of its caller: the one table that the application, its description and the tests share. */
import type { Texts } from '../../domain/language.js'
import type { Access } from '../accounts/role.js'

/** One operation; all are GET below `/api/v1`. */
export interface ApiOperation {
  readonly id: string
  /** OpenAPI path, with `{names}`. */
  readonly path: string
  readonly access: Access
  /** One sentence. */
  readonly purpose: Texts
}

/** All operations. */
export const API_OPERATIONS = [
  {
    id: 'listEditions',
    path: '/editions',
    access: 'public',
    purpose: {
      fr: 'Éditions dont le classement est ouvert à qui demande, la plus récente d’abord',
      en: 'Editions whose league table the caller may see, newest first',
    },
  },
  {
    id: 'getEdition',
    path: '/editions/{edition}',
    access: 'public',
    purpose: {
      fr: 'Une édition avec sa grille, ses fichiers et son sceau',
      en: 'One edition with its grid, files and seal',
    },
  },
  {
    id: 'listStandings',
    path: '/editions/{edition}/standings',
    access: 'public',
    purpose: {
      fr: 'Le classement, filtré et trié, page par page',
      en: 'The league table, filtered and sorted, a page at a time',
    },
  },
  {
    id: 'listSectors',
    path: '/editions/{edition}/sectors',
    access: 'public',
    purpose: { fr: 'Secteurs d’une édition avec leurs chiffres', en: 'Sectors of an edition with their figures' },
  },
  {
    id: 'listScenarios',
    path: '/editions/{edition}/scenarios',
    access: 'public',
    purpose: {
      fr: 'Situations sur lesquelles on a écrit, avec leurs chiffres',
      en: 'Situations that were written about, with their figures',
    },
  },
  {
    id: 'listWeights',
    path: '/editions/{edition}/criteria',
    access: 'public',
    purpose: {
      fr: 'Critères qui comptent dans une édition, avec leurs poids et leurs raisons',
      en: 'Criteria that count in an edition, with their weights and why',
    },
  },
  {
    id: 'listMarks',
    path: '/editions/{edition}/marks',
    access: 'public',
    purpose: {
      fr: 'Note de chaque échange qui compte, page par page',
      en: 'Mark of every exchange that counts, a page at a time',
    },
  },
  {
    id: 'listFindings',
    path: '/editions/{edition}/findings',
    access: 'public',
    purpose: {
      fr: 'Ce que chaque critère a donné à chaque échange, avec ses poids : de quoi pondérer autrement ; aucun texte d’e-mail',
      en: 'What each criterion gave each exchange, with its weights: enough to weigh anew; no text of an e-mail',
    },
  },
  {
    id: 'listTrends',
    path: '/trends',
    access: 'public',
    purpose: {
      fr: 'Chiffres de toutes les éditions, celles publiées ailleurs à côté',
      en: 'Figures of all editions, those published elsewhere beside',
    },
  },
  {
    id: 'listBrandTrends',
    path: '/trends/brands',
    access: 'public',
    purpose: {
      fr: 'Rang et indice de chaque marque dans chaque édition, page par page',
      en: 'Rank and index of every brand in every edition, a page at a time',
    },
  },
  {
    id: 'listBrands',
    path: '/brands',
    access: 'public',
    purpose: { fr: 'Marques des éditions ouvertes à qui demande', en: 'Brands of the editions the caller may see' },
  },
  {
    id: 'getBrand',
    path: '/brands/{brand}',
    access: 'public',
    purpose: {
      fr: 'Une marque au fil des éditions, celles importées à côté',
      en: 'A brand over the editions, imported ones beside',
    },
  },
  {
    id: 'listCriteria',
    path: '/criteria',
    access: 'public',
    purpose: {
      fr: 'Tous les critères : quoi, pourquoi, comment, version',
      en: 'All criteria: what, why, how, version',
    },
  },
  {
    id: 'listHistory',
    path: '/history',
    access: 'public',
    purpose: { fr: 'Éditions passées, publiées et importées', en: 'Published past editions that were imported' },
  },
  {
    id: 'listBrandExchanges',
    path: '/editions/{edition}/brands/{brand}/exchanges',
    access: 'own-brand',
    purpose: {
      fr: 'Échanges d’une marque dans une édition, avec leurs notes',
      en: 'Exchanges of a brand in an edition with their marks',
    },
  },
  {
    id: 'getExchange',
    path: '/editions/{edition}/brands/{brand}/exchanges/{scenario}',
    access: 'own-brand',
    purpose: {
      fr: 'Un échange : messages, constats, fautes, note',
      en: 'One exchange: messages, findings, mistakes, mark',
    },
  },
  {
    id: 'getProgress',
    path: '/editions/{edition}/progress',
    access: 'staff',
    purpose: { fr: 'Où en est l’édition en cours', en: 'Where the running edition stands' },
  },
  {
    id: 'listReviews',
    path: '/reviews',
    access: 'staff',
    purpose: { fr: 'Doutes qui attendent une personne', en: 'Doubts waiting for a person' },
  },
  {
    id: 'listAudit',
    path: '/audit',
    access: 'staff',
    purpose: {
      fr: 'Qui a fait quoi et quand, le plus récent d’abord, page par page',
      en: 'Who did what when, newest first, a page at a time',
    },
  },
] as const satisfies readonly ApiOperation[]

/** Id of an operation. */
export type OperationId = (typeof API_OPERATIONS)[number]['id']
