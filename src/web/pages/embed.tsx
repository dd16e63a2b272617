/** The league table alone, for an iframe on another site: links open in the reader's own window. */
import type { StudyLanguage } from '../../domain/language.js'
import type { Theme } from '../context.js'
import type { LeagueLine } from '../data/rankings.js'
import { leagueAddress } from './edition.js'
import { type LeagueQuery, LeagueTable } from './league-table.js'

/** The page. */
export function EmbedPage(props: {
  language: StudyLanguage
  theme: Theme
  title: string
  /** Address of the full page. */
  home: string
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
          <p class="small">Replymark</p>
        </main>
      </body>
    </html>
  )
}
