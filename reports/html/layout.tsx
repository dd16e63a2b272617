/** The frame of a printed page: one self-contained HTML file, styles inside, charts inlined, A4 when printed. */

import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { StudyLanguage } from '../../src/domain/language.js'
import { printable } from '../../src/domain/printable.js'
import { inLanguage } from '../../src/languages/index.js'
import type { Chart } from '../charts/theme.js'
import type { EditionReport } from '../edition-schema.js'
import { formatFor } from '../format.js'
import { renderSvg } from '../svg.js'
import { wordsIn } from '../words.js'

/** Near-black on warm white; tabular figures; hairlines instead of boxes; A4 in print. */
const STYLE = `
:root{--paper:#fbf9f4;--ink:#1b1a17;--muted:#5d5951;--line:#ddd8cc;--accent:#0b5fa5;--contra:#a53d15}
*{box-sizing:border-box}
html{font-size:16px;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font-family:Inter,"Source Sans 3","Segoe UI","Helvetica Neue",Arial,sans-serif;line-height:1.5;font-variant-numeric:tabular-nums}
main{max-width:980px;margin:0 auto;padding:40px 24px 64px}
header.page{border-bottom:1px solid var(--line);padding-bottom:20px;margin-bottom:28px}
.kicker{color:var(--muted);font-size:14px;margin:0}
h1{font-size:40px;line-height:1.12;letter-spacing:-.015em;margin:6px 0 10px;font-weight:650;text-wrap:balance}
h2{font-size:28px;line-height:1.2;margin:48px 0 10px;font-weight:620;text-wrap:balance}
h3{font-size:20px;line-height:1.3;margin:32px 0 8px;font-weight:600}
p,li{max-width:75ch}
.lead{font-size:20px;line-height:1.45;color:var(--ink);max-width:62ch;margin:0}
.muted,.note{color:var(--muted)}
.note{font-size:14px}
a{color:var(--accent)}
figure{margin:24px 0}
figure svg{width:100%;height:auto;display:block}
figcaption{font-size:13px;color:var(--muted);margin-top:6px}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:14px}
caption{text-align:left;color:var(--muted);font-size:14px;padding-bottom:8px}
th,td{padding:7px 10px 7px 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:baseline}
thead th{font-weight:600;color:var(--muted);font-size:13px;vertical-align:bottom;border-bottom-color:var(--muted)}
th.number,td.number{text-align:right}
td.number{white-space:nowrap}
tbody th{font-weight:600}
@media (min-width:641px){tbody th{white-space:nowrap}}
.up{color:#17693f}.down{color:var(--contra)}
tr.cut td,tr.cut th{border-bottom:2px solid var(--accent)}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(170px,1fr));gap:20px 28px;margin:24px 0;padding:0}
.figures div{border-top:2px solid var(--ink);padding-top:8px}
.figures dt{font-size:14px;color:var(--muted)}
.figures dd{margin:0;font-size:28px;font-weight:620;line-height:1.2}
.figures dd small{display:block;font-size:13px;font-weight:400;color:var(--muted)}
.provisional{border-left:3px solid var(--contra);padding:6px 0 6px 12px;color:var(--ink);font-size:14px}
ul.plain{padding-left:1.1em}
footer.page{margin-top:56px;padding-top:16px;border-top:1px solid var(--line);font-size:13px;color:var(--muted)}
footer.page p,#result,.hash{overflow-wrap:anywhere}
footer.page p{margin:4px 0}
input{max-width:100%}
.whisker{width:190px;min-width:120px}
@media (max-width:640px){h1{font-size:28px}h2{font-size:22px}main{padding:24px 16px}.wide{display:none}}
@page{size:A4;margin:16mm 14mm}
@media print{body{background:#fff;font-size:10.5pt}main{max-width:none;padding:0}h1{font-size:26pt}h2{font-size:17pt;break-after:avoid}h3{break-after:avoid}figure,tr,.figures div{break-inside:avoid}thead{display:table-header-group}a{color:inherit;text-decoration:none}.scroll{overflow:visible}}
`

/** What frames a page. */
export interface PageOptions {
  readonly report: EditionReport
  readonly language: StudyLanguage
  /** What kind of page it is, above the title. */
  readonly kind: string
  readonly title: string
  readonly lead?: string
  /** JavaScript of ours at the end of the page; no text of others may be in it. */
  readonly script?: string
  readonly children?: Child
}

/** A chart drawn into the page. */
export function Figure({ chart }: { readonly chart: Chart }) {
  return <figure>{raw(renderSvg(chart))}</figure>
}

/** A part that scrolls sideways on narrow screens, reachable by keyboard. */
export function Scroll({ label, children }: { readonly label: string; readonly children?: Child }) {
  return (
    <section class="scroll" aria-label={label} tabindex={0}>
      {children}
    </section>
  )
}

/** A page as one HTML document; `<!doctype html>` included. */
export function page({ report, language, kind, title, lead, script, children }: PageOptions): string {
  const words = wordsIn(language)
  const { text, moment } = formatFor(language)
  const { edition, study } = report
  const embargo = edition.embargoUntil !== null ? moment(edition.embargoUntil) : null
  const document = (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${study.title}`}</title>
        <style>{raw(STYLE)}</style>
      </head>
      <body>
        <main>
          <header class="page">
            <p class="kicker">{`${study.title} · ${edition.title} · ${kind}`}</p>
            <h1>{title}</h1>
            {lead ? <p class="lead">{lead}</p> : null}
            {edition.sealRoot === null ? (
              <p class="provisional">
                {inLanguage(
                  {
                    fr: text(
                      'Résultats provisoires : l’édition n’est ni publiée ni scellée, tout peut encore changer.',
                    ),
                    en: 'Provisional results: the edition is neither published nor sealed, everything may still change.',
                  },
                  language,
                )}
              </p>
            ) : null}
            {embargo ? (
              <p class="note">
                {text(
                  inLanguage(
                    { fr: `Sous embargo jusqu’au ${embargo}.`, en: `Under embargo until ${embargo}.` },
                    language,
                  ),
                )}
              </p>
            ) : null}
          </header>
          {children}
          <footer class="page">
            <p>
              {text(
                `${words.source}${inLanguage({ fr: ' :', en: ':' }, language)} ${study.operator}, ${study.title}, ${edition.title}.`,
              )}
            </p>
            <p>
              {text(
                `${words.licence}${inLanguage({ fr: ' :', en: ':' }, language)} ${report.licence.title} (${report.licence.id}).`,
              )}
            </p>
            <p>
              {text(
                `${words.seal}${inLanguage({ fr: ' :', en: ':' }, language)} ${edition.sealRoot ?? words.notSealed}`,
              )}
              {edition.sealRoot ? ` · replymark verify --edition ${edition.id}` : ''}
            </p>
            {edition.sealRoot ? (
              <p>
                {text(
                  `${words.signature}${inLanguage({ fr: ' :', en: ':' }, language)} ${edition.publicKey ? `ed25519 ${edition.publicKey}` : words.notSigned}`,
                )}
              </p>
            ) : null}
          </footer>
        </main>
        {script === undefined ? null : raw(`<script>${script}</script>`)}
      </body>
    </html>
  )
  // Names come from others: none turns a line around or hides a letter.
  return printable(`<!doctype html>\n${String(document)}\n`)
}
