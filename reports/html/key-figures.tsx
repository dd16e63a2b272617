/** Key figures of an edition as a row of large figures. */

import type { StudyLanguage } from '../../src/domain/language.js'
import type { EditionReport } from '../edition-schema.js'
import { keyFigures } from '../key-figures.js'

/** The row. */
export function KeyFigures({ report, language }: { readonly report: EditionReport; readonly language: StudyLanguage }) {
  return (
    <dl class="figures">
      {keyFigures(report, language).map(({ label, value, note }) => (
        <div>
          <dt>{label}</dt>
          <dd>
            {value}
            <small>{note}</small>
          </dd>
        </div>
      ))}
    </dl>
  )
}
