/** What a reader takes away from an edition: the files people ask for first, all others, the embed, the citation. */
import type { StudyLanguage } from '../../domain/language.js'
import { inLanguage } from '../../languages/index.js'
import type { Citation } from '../citation.js'

const WORDS = {
  fr: {
    title: 'À emporter',
    all: 'Tous les fichiers',
    embed: 'Intégrer ce tableau',
    cite: 'Citer cette édition',
  },
  en: { title: 'Take away', all: 'All files', embed: 'Embed this table', cite: 'Cite this edition' },
} as const

/** A file of the edition, or a picture of it. */
export interface OfferedLink {
  readonly href: string
  readonly label: string
}

/** The section. */
export function TakeAway(props: {
  language: StudyLanguage
  /** What most readers want, shown as buttons. */
  first: readonly OfferedLink[]
  files: readonly OfferedLink[]
  embedCode: string
  citation: Citation
}) {
  const words = inLanguage(WORDS, props.language)
  const { citation } = props
  return (
    <section class="no-print">
      <h2 id="files">{words.title}</h2>
      <p class="buttons">
        {props.first.map(({ href, label }) => (
          <a class="button" href={href}>
            {label}
          </a>
        ))}
      </p>
      {props.files.length > 0 ? (
        <details>
          <summary>{`${words.all} (${props.files.length})`}</summary>
          <ul>
            {props.files.map(({ href, label }) => (
              <li>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <details>
        <summary>{words.embed}</summary>
        <pre>{props.embedCode}</pre>
      </details>
      <details>
        <summary>{words.cite}</summary>
        <p>{citation.text}</p>
        <h3>BibTeX</h3>
        <pre>{citation.bibtex}</pre>
        <h3>RIS</h3>
        <pre>{citation.ris}</pre>
      </details>
    </section>
  )
}
