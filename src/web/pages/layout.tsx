/** The frame of every page: masthead, navigation by role, language and theme switches, footer. */

import type { Child } from 'hono/jsx'
import type { StudyLanguage } from '../../domain/language.js'
import { inLanguage, ownName, toldLanguages } from '../../languages/index.js'
import { isStaff, type Visitor } from '../accounts/role.js'
import type { Theme } from '../context.js'
import { type Sharing, SharingHead } from './sharing.js'

/** What a page says of itself. */
export interface PageFrame {
  readonly title: string
  readonly language: StudyLanguage
  readonly theme: Theme
  readonly visitor: Visitor | null
  /** Path and query of the page, for the switches to come back to. */
  readonly here: string
  /** Title of the study, in the footer. */
  readonly study: string
  /** Names of scripts in assets, beside the one every page has. */
  readonly scripts?: readonly string[]
  /** What the page says to search engines and networks; one without is not indexed. */
  readonly sharing?: Sharing
  /** Address under which people open the service, without final slash. */
  readonly publicUrl: string
}

const WORDS = {
  fr: {
    skip: 'Aller au contenu',
    main: 'Navigation principale',
    table: 'Classement',
    trends: 'Tendances',
    compare: 'Comparer',
    method: 'Méthode',
    data: 'Données ouvertes',
    operator: 'Suivi',
    reviews: 'Relectures',
    brand: 'Ma marque',
    press: 'Presse',
    signIn: 'Se connecter',
    account: 'Mon compte',
    signOut: 'Se déconnecter',
    dark: 'Sombre',
    light: 'Clair',
    footer: 'Chaque note se recalcule à partir de pièces scellées.',
    api: 'API',
  },
  en: {
    skip: 'Skip to content',
    main: 'Main navigation',
    table: 'League table',
    trends: 'Trends',
    compare: 'Compare',
    method: 'Method',
    data: 'Open data',
    operator: 'Running edition',
    reviews: 'Reviews',
    brand: 'My brand',
    press: 'Press',
    signIn: 'Sign in',
    account: 'My account',
    signOut: 'Sign out',
    dark: 'Dark',
    light: 'Light',
    footer: 'Every mark can be recomputed from sealed evidence.',
    api: 'API',
  },
} as const

function links(visitor: Visitor | null, language: StudyLanguage): readonly (readonly [string, string])[] {
  const words = inLanguage(WORDS, language)
  return [
    ['/', words.table],
    ['/trends', words.trends],
    ['/compare', words.compare],
    ['/methodology', words.method],
    ['/open-data', words.data],
    ...(isStaff(visitor)
      ? ([
          ['/operator', words.operator],
          ['/operator/reviews', words.reviews],
        ] as const)
      : []),
    ...(visitor?.role === 'brand' ? ([['/my-brand', words.brand]] as const) : []),
    ...(visitor?.role === 'press' ? ([['/press', words.press]] as const) : []),
  ]
}

/** Themes a visitor may choose, and the class that shows each where the system has the other one. */
const THEME_OFFERS = [
  { value: 'dark', shown: 'in-light' },
  { value: 'light', shown: 'in-dark' },
] as const

/** A switch that works without script: a small form that comes back to the page. */
function Switch(props: {
  action: string
  name: string
  value: string
  here: string
  label: string
  lang?: string
  class?: string
}) {
  return (
    <form method="post" action={props.action} class={props.class}>
      <input type="hidden" name="back" value={props.here} />
      <button type="submit" class="quiet" name={props.name} value={props.value} lang={props.lang}>
        {props.label}
      </button>
    </form>
  )
}

/** Wraps a page's content. */
export function Layout(props: { frame: PageFrame; children?: Child }) {
  const { frame } = props
  const words = inLanguage(WORDS, frame.language)
  const path = frame.here.split('?')[0]
  const title = frame.title === frame.study ? frame.title : `${frame.title} · ${frame.study}`
  return (
    <html lang={frame.language} data-theme={frame.theme === 'auto' ? undefined : frame.theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="stylesheet" href="/assets/style.css" />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        {frame.sharing ? (
          <SharingHead
            sharing={frame.sharing}
            title={frame.title}
            language={frame.language}
            publicUrl={frame.publicUrl}
            study={frame.study}
          />
        ) : (
          <meta name="robots" content="noindex" />
        )}
        <script src="/assets/page.js" defer></script>
        {(frame.scripts ?? []).map((script) => (
          <script src={`/assets/${script}`} defer></script>
        ))}
      </head>
      <body>
        <a class="skip" href="#content">
          {words.skip}
        </a>
        <header class="masthead">
          <div class="page">
            <a class="wordmark" href="/">
              Replymark
            </a>
            <nav aria-label={words.main}>
              <ul>
                {links(frame.visitor, frame.language).map(([href, label]) => (
                  <li>
                    <a href={href} aria-current={href === path ? 'page' : undefined}>
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
            <div class="tools">
              {toldLanguages()
                .filter((other) => other !== frame.language)
                .map((other) => (
                  <Switch
                    action="/language"
                    name="language"
                    value={other}
                    here={frame.here}
                    label={ownName(other)}
                    lang={other}
                  />
                ))}
              {THEME_OFFERS.filter(({ value }) => value !== frame.theme).map(({ value, shown }) => (
                <Switch
                  action="/theme"
                  name="theme"
                  value={value}
                  here={frame.here}
                  label={words[value]}
                  class={frame.theme === 'auto' ? shown : undefined}
                />
              ))}
              {frame.visitor ? <a href="/account">{words.account}</a> : <a href="/sign-in">{words.signIn}</a>}
            </div>
          </div>
        </header>
        <main id="content" class="page">
          {props.children}
        </main>
        <footer class="site">
          <div class="page">
            {frame.study} · {words.footer} <a href="/methodology">{words.method}</a> ·{' '}
            <a href="/open-data">{words.data}</a> · <a href="/api">{words.api}</a>
          </div>
        </footer>
      </body>
    </html>
  )
}
