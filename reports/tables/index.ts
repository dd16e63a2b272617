/**
 * Every table that leaves the program, described once: CSV, XLSX, data dictionary and data package are made from these
 * descriptions, so they cannot drift apart.
 */
import type { EditionReport } from '../edition-schema.js'
import { authenticatedColumns, indicatorColumns, machineColumns, SHARE } from './indicator-columns.js'
import { sensitivityTable } from './sensitivity.js'
import { standingsTable } from './standings.js'
import { column, type Table, table } from './table.js'

function sectorsTable(report: EditionReport): Table {
  type Row = EditionReport['sectors'][number]
  return table<Row>('sectors', { fr: 'Secteurs', en: 'Sectors' }, ['sector'], report.sectors, [
    column(
      'sector',
      'string',
      { fr: 'Identifiant', en: 'Identifier' },
      { fr: 'identifiant du secteur', en: 'sector identifier' },
      (row) => row.id,
      { width: 18 },
    ),
    column(
      'title_fr',
      'string',
      { fr: 'Secteur', en: 'Sector (French)' },
      { fr: 'nom en français', en: 'name in French' },
      (row) => row.title.fr ?? null,
      { width: 20 },
    ),
    column(
      'title_en',
      'string',
      { fr: 'Secteur (anglais)', en: 'Sector' },
      { fr: 'nom en anglais', en: 'name in English' },
      (row) => row.title.en ?? null,
      { width: 20 },
    ),
    column(
      'rank',
      'integer',
      { fr: 'Rang', en: 'Rank' },
      { fr: 'rang du secteur par son indice', en: 'place of the sector by index' },
      (row) => row.rank,
    ),
    column(
      'brands',
      'integer',
      { fr: 'Marques', en: 'Brands' },
      { fr: 'marques mesurées', en: 'brands measured' },
      (row) => row.brands,
    ),
    ...indicatorColumns<Row>((row) => row),
    ...machineColumns<Row>(({ answeredByMachine }) => answeredByMachine),
    ...authenticatedColumns<Row>(({ authenticated }) => authenticated),
  ])
}

function scenariosTable(report: EditionReport): Table {
  type Row = EditionReport['scenarios'][number]
  return table<Row>('scenarios', { fr: 'Situations', en: 'Scenarios' }, ['scenario'], report.scenarios, [
    column(
      'scenario',
      'string',
      { fr: 'Identifiant', en: 'Identifier' },
      { fr: 'identifiant de la situation', en: 'scenario identifier' },
      (row) => row.id,
      { width: 20 },
    ),
    column(
      'title_fr',
      'string',
      { fr: 'Situation', en: 'Scenario (French)' },
      { fr: 'nom en français', en: 'name in French' },
      (row) => row.title.fr ?? null,
      { width: 24 },
    ),
    column(
      'title_en',
      'string',
      { fr: 'Situation (anglais)', en: 'Scenario' },
      { fr: 'nom en anglais', en: 'name in English' },
      (row) => row.title.en ?? null,
      { width: 24 },
    ),
    ...indicatorColumns<Row>((row) => row),
  ])
}

function marksTable(report: EditionReport): Table {
  type Row = EditionReport['marks'][number]
  const names = new Map(report.standings.map(({ brand, name }) => [brand, name]))
  return table<Row>('marks', { fr: 'Notes', en: 'Marks' }, ['brand', 'scenario'], report.marks, [
    column(
      'brand',
      'string',
      { fr: 'Marque', en: 'Brand' },
      { fr: 'identifiant de la marque', en: 'brand identifier' },
      (row) => row.brand,
      { width: 22, refersTo: { table: 'standings', column: 'brand' } },
    ),
    column(
      'brand_name',
      'string',
      { fr: 'Nom de la marque', en: 'Brand name' },
      { fr: 'nom imprimé', en: 'name as printed' },
      (row) => names.get(row.brand) ?? row.brand,
      { width: 24 },
    ),
    column(
      'scenario',
      'string',
      { fr: 'Situation', en: 'Scenario' },
      { fr: 'identifiant de la situation', en: 'scenario identifier' },
      (row) => row.scenario,
      { width: 20, refersTo: { table: 'scenarios', column: 'scenario' } },
    ),
    column(
      'mark',
      'number',
      { fr: 'Note', en: 'Mark' },
      {
        fr: 'note de l’échange, 0 à 100 ; vide : non concluante',
        en: 'mark of the exchange, 0 to 100; empty: inconclusive',
      },
      (row) => row.mark,
      { decimals: 1 },
    ),
    column(
      'answered',
      'boolean',
      { fr: 'Réponse', en: 'Answered' },
      { fr: 'une réponse est venue dans la fenêtre', en: 'a reply came within the window' },
      (row) => row.answered,
    ),
    column(
      'mail_hash',
      'string',
      { fr: 'Empreinte de notre e-mail', en: 'Hash of our e-mail' },
      {
        fr: 'SHA-256 (hexadécimal) de l’objet, d’une ligne vide et du texte de notre e-mail (UTF-8, fins de ligne LF)',
        en: 'SHA-256 (hex) of subject, an empty line and text of our e-mail (UTF-8, LF line ends)',
      },
      (row) => row.mailHash,
      { width: 20 },
    ),
  ])
}

function trendsTable(report: EditionReport): Table {
  const rows = report.trends.brands.flatMap((brand) =>
    brand.points.map((point) => ({ ...point, brand: brand.brand, name: brand.name })),
  )
  type Row = (typeof rows)[number]
  return table<Row>('trends', { fr: 'Tendances', en: 'Trends' }, ['brand', 'edition', 'origin'], rows, [
    column(
      'brand',
      'string',
      { fr: 'Identifiant', en: 'Identifier' },
      { fr: 'identifiant de la marque', en: 'brand identifier' },
      (row) => row.brand,
      { width: 22 },
    ),
    column(
      'brand_name',
      'string',
      { fr: 'Marque', en: 'Brand' },
      { fr: 'nom imprimé', en: 'name as printed' },
      (row) => row.name,
      { width: 24 },
    ),
    column(
      'edition',
      'string',
      { fr: 'Édition', en: 'Edition' },
      { fr: 'édition, ou année d’une édition publiée', en: 'edition, or year of a published edition' },
      (row) => row.edition,
    ),
    column(
      'origin',
      'string',
      { fr: 'Origine', en: 'Origin' },
      { fr: 'measured : mesurée ici ; published : publiée ailleurs', en: 'measured here, or published elsewhere' },
      (row) => row.origin,
    ),
    column(
      'method',
      'string',
      { fr: 'Méthode', en: 'Method' },
      { fr: 'deux méthodes différentes ne se comparent pas', en: 'different methods are not comparable' },
      (row) => row.method,
      { width: 24 },
    ),
    column(
      'rank',
      'integer',
      { fr: 'Rang', en: 'Rank' },
      { fr: 'rang dans l’édition', en: 'rank in the edition' },
      (row) => row.rank,
    ),
    column(
      'ranked',
      'integer',
      { fr: 'Marques classées', en: 'Brands ranked' },
      { fr: 'marques dans le classement ; vide : inconnu', en: 'brands in the table; empty: unknown' },
      (row) => row.ranked,
    ),
    column(
      'index',
      'number',
      { fr: 'Indice', en: 'Index' },
      { fr: 'indice sur 100', en: 'index out of 100' },
      (row) => row.index,
      { decimals: 1 },
    ),
    column(
      'index_low',
      'number',
      { fr: 'Indice, borne basse', en: 'Index, lower limit' },
      { fr: 'intervalle à 95 %', en: '95% interval' },
      (row) => row.low,
      { decimals: 1 },
    ),
    column(
      'index_high',
      'number',
      { fr: 'Indice, borne haute', en: 'Index, upper limit' },
      { fr: 'intervalle à 95 %', en: '95% interval' },
      (row) => row.high,
      { decimals: 1 },
    ),
    column(
      'response_rate',
      'number',
      { fr: 'Taux de réponse', en: 'Response rate' },
      SHARE,
      (row) => row.responseRate,
      { decimals: 3 },
    ),
  ])
}

/** Tables of an edition that the public may have. */
export function editionTables(report: EditionReport): readonly Table[] {
  return [
    standingsTable(report),
    sectorsTable(report),
    scenariosTable(report),
    marksTable(report),
    trendsTable(report),
    ...(report.sensitivity ? [sensitivityTable(report.sensitivity)] : []),
  ]
}
