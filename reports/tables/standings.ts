/** The league table as a table of data. */
import type { EditionReport } from '../edition-schema.js'
import { indicatorColumns } from './indicator-columns.js'
import { column, type Table, table } from './table.js'

/** One row a brand, in the order of ranks. */
export function standingsTable(report: EditionReport): Table {
  type Row = EditionReport['standings'][number]
  const titles = new Map(report.sectors.map((sector) => [sector.id, sector.title]))
  const families = [...new Set(report.standings.flatMap((standing) => Object.keys(standing.families)))].sort()
  return table<Row>('standings', { fr: 'Classement', en: 'League table' }, ['edition', 'brand'], report.standings, [
    column(
      'edition',
      'string',
      { fr: 'Édition', en: 'Edition' },
      { fr: 'identifiant de l’édition', en: 'edition identifier' },
      (row) => row.edition,
    ),
    column(
      'rank',
      'integer',
      { fr: 'Rang', en: 'Rank' },
      { fr: 'rang, ex æquo à 0,1 près ; vide : non classée', en: 'competition rank at 0.1; empty: not ranked' },
      (row) => row.rank,
    ),
    column(
      'rank_low',
      'integer',
      { fr: 'Rang, au mieux', en: 'Rank, best' },
      {
        fr: 'meilleur rang de l’intervalle, juste pour toutes les marques ensemble à 95 %',
        en: 'best rank of the interval that holds for all brands at once, 95%',
      },
      (row) => row.rankInterval?.low ?? null,
    ),
    column(
      'rank_high',
      'integer',
      { fr: 'Rang, au pire', en: 'Rank, worst' },
      {
        fr: 'moins bon rang de l’intervalle, juste pour toutes les marques ensemble à 95 %',
        en: 'worst rank of the interval that holds for all brands at once, 95%',
      },
      (row) => row.rankInterval?.high ?? null,
    ),
    column(
      'rank_low_alone',
      'integer',
      { fr: 'Rang seul, au mieux', en: 'Rank alone, best' },
      {
        fr: 'meilleur rang de l’intervalle à 95 % de cette marque prise seule',
        en: 'best rank of the 95% interval of this brand taken alone',
      },
      (row) => row.rankIntervalAlone?.low ?? null,
    ),
    column(
      'rank_high_alone',
      'integer',
      { fr: 'Rang seul, au pire', en: 'Rank alone, worst' },
      {
        fr: 'moins bon rang de l’intervalle à 95 % de cette marque prise seule',
        en: 'worst rank of the 95% interval of this brand taken alone',
      },
      (row) => row.rankIntervalAlone?.high ?? null,
    ),
    column(
      'rank_low_strict',
      'integer',
      { fr: 'Rang strict, au mieux', en: 'Strict rank, best' },
      {
        fr: 'meilleur rang, juste pour toutes ensemble à 95 % quels que soient les vrais indices (Mogstad et al. 2024)',
        en: 'best rank, holding for all at once at 95% whatever the true indices (Mogstad et al. 2024)',
      },
      (row) => row.rankIntervalStrict?.low ?? null,
    ),
    column(
      'rank_high_strict',
      'integer',
      { fr: 'Rang strict, au pire', en: 'Strict rank, worst' },
      {
        fr: 'moins bon rang, juste pour toutes ensemble à 95 % quels que soient les vrais indices (Mogstad et al. 2024)',
        en: 'worst rank, holding for all at once at 95% whatever the true indices (Mogstad et al. 2024)',
      },
      (row) => row.rankIntervalStrict?.high ?? null,
    ),
    column(
      'brand',
      'string',
      { fr: 'Identifiant', en: 'Identifier' },
      { fr: 'identifiant stable de la marque', en: 'stable brand identifier' },
      (row) => row.brand,
      { width: 22 },
    ),
    column(
      'brand_name',
      'string',
      { fr: 'Marque', en: 'Brand' },
      { fr: 'nom imprimé', en: 'name as printed' },
      (row) => row.name,
      { width: 26 },
    ),
    column(
      'sector',
      'string',
      { fr: 'Secteur, identifiant', en: 'Sector identifier' },
      { fr: 'identifiant du secteur', en: 'sector identifier' },
      (row) => row.sector,
      { width: 18, refersTo: { table: 'sectors', column: 'sector' } },
    ),
    column(
      'sector_title_fr',
      'string',
      { fr: 'Secteur', en: 'Sector (French)' },
      { fr: 'nom du secteur en français', en: 'sector name in French' },
      (row) => titles.get(row.sector)?.fr ?? row.sector,
      { width: 18 },
    ),
    column(
      'sector_title_en',
      'string',
      { fr: 'Secteur (anglais)', en: 'Sector' },
      { fr: 'nom du secteur en anglais', en: 'sector name in English' },
      (row) => titles.get(row.sector)?.en ?? row.sector,
      { width: 18 },
    ),
    column(
      'sector_rank',
      'integer',
      { fr: 'Rang du secteur', en: 'Sector rank' },
      { fr: 'rang dans le secteur', en: 'rank within the sector' },
      (row) => row.sectorRank,
    ),
    ...indicatorColumns<Row>((row) => row),
    column(
      'shrunken_index',
      'number',
      { fr: 'Indice resserré', en: 'Shrunken index' },
      {
        fr: 'indice rapproché de la moyenne de toutes selon sa fiabilité ; à lire à côté de l’indice, jamais à sa place',
        en: 'index pulled to the mean of all by its reliability; to be read beside the index, never instead of it',
      },
      (row) => row.shrunkenIndex ?? null,
      { decimals: 1 },
    ),
    column(
      'reliability',
      'number',
      { fr: 'Fiabilité', en: 'Reliability' },
      {
        fr: 'part des écarts entre marques qui ne doit rien au hasard, 0 à 1',
        en: 'share of the differences between brands that is not chance, 0 to 1',
      },
      (row) => row.reliability ?? null,
      { decimals: 2 },
    ),
    column(
      'full_response',
      'boolean',
      { fr: 'Réponse complète', en: 'Answered everything' },
      { fr: 'tous les e-mails ont eu une réponse', en: 'every e-mail was answered' },
      (row) => row.fullResponse,
    ),
    column(
      'silent',
      'boolean',
      { fr: 'Muette', en: 'Silent' },
      { fr: 'aucun e-mail n’a eu de réponse', en: 'no e-mail was answered' },
      (row) => row.silent,
    ),
    column(
      'indistinguishable_from_winner',
      'boolean',
      { fr: 'Ne se distingue pas du premier', en: 'Not told from the winner' },
      {
        fr: 'son intervalle de rang atteint la place 1 : elle peut être la meilleure',
        en: 'its rank interval reaches place 1: it may be the best',
      },
      (row) => row.indistinguishableFromWinner,
    ),
    column(
      'movement',
      'integer',
      { fr: 'Évolution', en: 'Movement' },
      {
        fr: 'places gagnées (+) ou perdues (−) ; vide : pas d’édition comparable',
        en: 'places gained (+) or lost (−); empty: no comparable edition',
      },
      (row) => row.movement,
    ),
    column(
      'index_change',
      'number',
      { fr: 'Évolution de l’indice', en: 'Index change' },
      { fr: 'points gagnés (+) ou perdus (−)', en: 'points gained (+) or lost (−)' },
      (row) => row.indexChange,
      { decimals: 1 },
    ),
    column(
      'significant_move',
      'boolean',
      { fr: 'Évolution significative', en: 'Significant move' },
      { fr: 'au-delà du hasard, après Benjamini–Hochberg', en: 'beyond chance, after Benjamini–Hochberg' },
      (row) => row.significantMove,
    ),
    column(
      'segment',
      'string',
      { fr: 'Profil', en: 'Segment' },
      {
        fr: 'profil sur plusieurs éditions ; vide : trop peu d’éditions',
        en: 'pattern over editions; empty: too few editions',
      },
      (row) => row.segment,
      { width: 16 },
    ),
    column(
      'rank_spread',
      'number',
      { fr: 'Irrégularité', en: 'Rank spread' },
      {
        fr: 'écart entre meilleur et moins bon rang, en part du classement',
        en: 'best to worst rank, as a share of the table',
      },
      (row) => row.consistency?.spread ?? null,
      { decimals: 2 },
    ),
    ...families.map((family) =>
      column<Row>(
        `points_${family.replaceAll('-', '_')}`,
        'number',
        { fr: `Points : ${family}`, en: `Points: ${family}` },
        { fr: 'points moyens de la famille de critères', en: 'mean points of the criteria family' },
        (row) => row.families[family] ?? null,
        { decimals: 1 },
      ),
    ),
  ])
}
