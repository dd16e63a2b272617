/** The league table alone, for an iframe on another site: links open in the reader's own window. */
import type { StudyLanguage } from '../../domain/language.js'
import { inLanguage } from '../../languages/index.js'
import { escapeXml } from '../../text/escape-xml.js'
import type { Theme } from '../context.js'
import type { LeagueLine } from '../data/rankings.js'
import { leagueAddress } from './edition.js'
import { type LeagueQuery, LeagueTable } from './league-table.js'

/** Height of the frame in pixels where the other site names none. */
export const EMBED_HEIGHT = 720

/** The code that another site puts into its page. */
export function embedCode(
  publicUrl: string,
  edition: string,
  language: StudyLanguage,
  title: string,
  height = EMBED_HEIGHT,
): string {
  const source = escapeXml(`${publicUrl}/editions/${edition}/embed?lang=${language}`)
  return `<iframe src="${source}" title="${escapeXml(title)}" width="100%" height="${height}" style="border:0" loading="lazy"></iframe>`
}

/** The page. */
export function EmbedPage(props: {
  language: StudyLanguage
  theme: Theme
  title: string
  /** Address of the full page. */
  home: string
  /** Who measured. */
  operator: string
  licence: { readonly title: string; readonly url: string }
  lines: readonly LeagueLine[]
  scale: readonly [number, number]
  query: LeagueQuery
  publicUrl: string
  /** Path of this embed. */
  path: string
}) {
  const { language } = props
  return (
    <html lang={language} data-theme={props.theme === 'auto' ? undefined : props.theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{props.title}</title>
        <link rel="stylesheet" href="/assets/style.css" />
      </head>
      <body>
        <main class="page">
          <h1 class="lead">
            <a href={props.home} target="_blank" rel="noopener">
              {props.title}
            </a>
          </h1>
          <LeagueTable
            language={language}
            lines={props.lines}
            query={props.query}
            caption=""
            scale={props.scale}
            address={(next) => leagueAddress(props.path, next)}
            linkBrand={(brand) => `${props.publicUrl}/brands/${brand}`}
            linkTarget="_blank"
          />
          <p class="small">
            {inLanguage({ fr: 'Source : ', en: 'Source: ' }, language)}
            <a href={props.home} target="_blank" rel="noopener">
              {props.operator}
            </a>
            {' · '}
            <a href={props.licence.url} target="_blank" rel="noopener license">
              {props.licence.title}
            </a>
          </p>
        </main>
      </body>
    </html>
  )
}
