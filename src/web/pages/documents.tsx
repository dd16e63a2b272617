/** What explains the figures: methodology (generated from criteria and grid), open data, press, API. */

import { criteria } from '../../criteria/index.js'
import type { StudyLanguage } from '../../domain/language.js'
import type { Publication } from '../../editions/publication.js'
import { inLanguage, reasonIn, textIn, titleIn } from '../../languages/index.js'
import type { StoredEdition } from '../../ledger/editions.js'
import { CRITERION_TITLES } from '../data/names.js'
import { formatMoment, formatNumber } from '../format.js'
import { Scroll } from './scroll.js'

const WORDS = {
  fr: {
    method: 'Méthode',
    lead: 'Ce qui est mesuré, comment, et d’après quelle source. Cette page est produite par le programme qui note.',
    grid: 'Grille de l’édition {edition} : {grid}',
    family: 'Famille',
    criterion: 'Critère',
    weight: 'Poids dans la famille',
    because: 'Pourquoi',
    criteria: 'Les critères',
    why: 'Pourquoi',
    how: 'Comment',
    noGrid: 'La grille apparaîtra ici avec la première édition.',
    ranks: 'Indice, rangs et incertitude',
    ranksText:
      'L’indice d’une marque est la moyenne de ses notes sur 100. Son intervalle vient d’un tirage répété, par scénario ; l’intervalle de rang aussi. Les taux de réponse portent l’intervalle de Wilson, les délais l’estimateur de Kaplan–Meier, où un message sans réponse est censuré à la fin du délai. Deux marques à égalité au dixième partagent leur rang.',
    data: 'Données ouvertes',
    dataLead:
      'Tous les fichiers publiés, sous licence CC BY 4.0. Les noms des agents et toute donnée personnelle en sont absents.',
    cite: 'Pour citer',
    seal: 'Sceau',
    verify:
      'Pour vérifier : « replymark verify --edition {edition} » recalcule tout depuis les pièces et compare avec ce sceau.',
    files: 'Racine des fichiers publiés',
    signed: 'signée par la clé ed25519',
    unsigned: '(non signée)',
    fixed: 'Fixé avant le premier e-mail (plan, grille, analyse)',
    none: 'Rien n’est encore publié. Les fichiers, la licence et le sceau de chaque édition apparaîtront ici.',
    press: 'Presse',
    pressLead: 'Classements, fichiers et graphiques, y compris sous embargo. Merci de respecter l’heure indiquée.',
    embargo: 'Embargo jusqu’au',
    free: 'Libre de publication',
    pressNone: 'Aucune édition n’est publiée. Vous la verrez ici avant le public, avec l’heure de l’embargo.',
  },
  en: {
    method: 'Method',
    lead: 'What is measured, how, and from which source. This page is made by the program that marks.',
    grid: 'Grid of edition {edition}: {grid}',
    family: 'Family',
    criterion: 'Criterion',
    weight: 'Weight in its family',
    because: 'Because',
    criteria: 'The criteria',
    why: 'Why',
    how: 'How',
    noGrid: 'The grid will appear here with the first edition.',
    ranks: 'Index, ranks and uncertainty',
    ranksText:
      'A brand’s index is the mean of its marks out of 100. Its interval comes from repeated draws, stratified by scenario, and so does the interval of its rank. Response rates carry Wilson’s interval, delays the Kaplan–Meier estimate, in which a mail without an answer is censored at the end of the window. Brands that tie at one decimal share their rank.',
    data: 'Open data',
    dataLead: 'All published files, under CC BY 4.0. Agents’ names and personal data are not in them.',
    cite: 'How to cite',
    seal: 'Seal',
    verify:
      'To verify: “replymark verify --edition {edition}” recomputes everything from the evidence and compares with this seal.',
    files: 'Root of the published files',
    signed: 'signed by the ed25519 key',
    unsigned: '(not signed)',
    fixed: 'Fixed before the first e-mail (plan, grid, analysis)',
    none: 'Nothing is published yet. Files, licence and seal of each edition will appear here.',
    press: 'Press',
    pressLead: 'League tables, files and charts, under embargo too. Please respect the time.',
    embargo: 'Embargo until',
    free: 'Free to publish',
    pressNone: 'No edition is published. You will see it here before the public, with the time of the embargo.',
  },
} as const

/** Decimals that a weight needs: 3 has none, 0.5 one, 0.25 two. */
function decimalsOf(weight: number): number {
  return [0, 1, 2].find((decimals) => Number(weight.toFixed(decimals)) === weight) ?? 3
}

/** A method in which the grid's options are named, with their values instead: readers know no option names. */
function withValues(method: string, options: Readonly<Record<string, unknown>>, language: StudyLanguage): string {
  return method.replace(/`([^`]+)`/g, (_, name: string) => {
    const value = options[name]
    return typeof value === 'number' ? formatNumber(value, language, decimalsOf(value)) : name
  })
}

/** The methodology, from the registry of criteria and the newest edition's grid. */
export function MethodologyPage(props: { language: StudyLanguage; edition: StoredEdition | null }) {
  const { language, edition } = props
  const words = inLanguage(WORDS, language)
  const grid = edition?.configuration.grid
  const chosen = new Map(
    grid?.families.flatMap((family) => family.criteria.map(({ id, options }) => [id, options] as const)),
  )
  return (
    <>
      <h1>{words.method}</h1>
      <p class="lead">{words.lead}</p>
      {edition && grid ? (
        <>
          <h2>
            {words.grid
              .replace('{edition}', edition.id)
              .replace('{grid}', `${textIn(grid.title, language)} (${grid.id} v${grid.version})`)}
          </h2>
          <Scroll label={textIn(grid.title, language)}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.family}</th>
                  <th scope="col">{words.criterion}</th>
                  <th scope="col" class="number">
                    {words.weight}
                  </th>
                  <th scope="col">{words.because}</th>
                </tr>
              </thead>
              <tbody>
                {grid.families.flatMap((family) =>
                  family.criteria.map((criterion, index) => (
                    <tr>
                      <td>
                        {index === 0
                          ? `${titleIn(CRITERION_TITLES[family.id], language) ?? family.id} · ${family.weight}/100`
                          : ''}
                      </td>
                      <th scope="row">{titleIn(CRITERION_TITLES[criterion.id], language) ?? criterion.id}</th>
                      <td class="number">{formatNumber(criterion.weight, language, decimalsOf(criterion.weight))}</td>
                      <td>{reasonIn(criterion.because, language)}</td>
                    </tr>
                  )),
                )}
              </tbody>
            </table>
          </Scroll>
        </>
      ) : (
        <p class="empty">{words.noGrid}</p>
      )}
      <h2>{words.criteria}</h2>
      {criteria.map(({ meta, defaults }) => (
        <section>
          <h3 id={meta.id}>{textIn(meta.title, language)}</h3>
          <p>{textIn(meta.description, language)}</p>
          <p>
            <strong>{words.why}.</strong> {textIn(meta.why, language)}
          </p>
          <p>
            <strong>{words.how}.</strong>{' '}
            {withValues(textIn(meta.method, language), { ...defaults, ...chosen.get(meta.id) }, language)}{' '}
            <span class="small">{`v${meta.version}`}</span>
          </p>
        </section>
      ))}
      <h2>{words.ranks}</h2>
      <p>{words.ranksText}</p>
    </>
  )
}

/** An edition as the open-data and press pages list it. */
export interface PublishedEdition {
  readonly edition: StoredEdition
  readonly files: readonly { readonly href: string; readonly label: string }[]
  /** Merkle root of the seal; null where there is none. */
  readonly root: string | null
  /** Manifest of its published files; null where they were not written. */
  readonly publication: Publication | null
  /** Hash of what was fixed before its first e-mail; null where nothing was. */
  readonly fixed: string | null
}

function Files(props: { files: PublishedEdition['files'] }) {
  return (
    <ul>
      {props.files.map(({ href, label }) => (
        <li>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  )
}

/** All files, licence, how to cite, seal and how to verify. */
export function OpenDataPage(props: {
  language: StudyLanguage
  published: readonly PublishedEdition[]
  studyTitle: string
  operatorName: string
  publicUrl: string
}) {
  const words = inLanguage(WORDS, props.language)
  return (
    <>
      <h1>{words.data}</h1>
      <p class="lead">{words.dataLead}</p>
      {props.published.length === 0 ? <p class="empty">{words.none}</p> : null}
      {props.published.map(({ edition, files, root, publication, fixed }) => (
        <section>
          <h2>{edition.title}</h2>
          <Files files={files} />
          <p>
            <strong>{words.cite}.</strong>{' '}
            {`${props.operatorName}, ${props.studyTitle}, ${edition.title}, ${props.publicUrl}/editions/${edition.id}`}
          </p>
          {root ? (
            <>
              <p>
                <strong>{words.seal}.</strong> <code>{root}</code>
              </p>
              <p>{words.verify.replace('{edition}', edition.id)}</p>
            </>
          ) : null}
          {publication ? (
            <p>
              <strong>{words.files}.</strong> <code>{publication.statement.filesRoot}</code>{' '}
              {publication.statement.publicKey === null ? (
                words.unsigned
              ) : (
                <>
                  {words.signed} <code>{publication.statement.publicKey}</code>
                </>
              )}
            </p>
          ) : null}
          {fixed ? (
            <p>
              <strong>{words.fixed}.</strong> <code>{fixed}</code>
            </p>
          ) : null}
        </section>
      ))}
    </>
  )
}

/** League tables under embargo or out, for journalists. */
export function PressPage(props: { language: StudyLanguage; published: readonly PublishedEdition[] }) {
  const words = inLanguage(WORDS, props.language)
  return (
    <>
      <h1>{words.press}</h1>
      <p class="lead">{words.pressLead}</p>
      {props.published.length === 0 ? <p class="empty">{words.pressNone}</p> : null}
      {props.published.map(({ edition, files }) => {
        const { embargoUntil } = edition.configuration.edition
        return (
          <section>
            <h2>
              <a href={`/editions/${edition.id}`}>{edition.title}</a>
            </h2>
            <p>
              {embargoUntil === null
                ? words.free
                : `${words.embargo} ${formatMoment(embargoUntil, props.language, 'Europe/Paris')}`}
            </p>
            <Files files={files} />
          </section>
        )
      })}
    </>
  )
}
