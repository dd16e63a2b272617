/** The page with which anybody checks a published folder in a browser: everything is inside, nothing is sent anywhere. */

import type { StudyLanguage } from '../../src/domain/language.js'
import { inLanguage } from '../../src/languages/index.js'
import type { EditionReport } from '../edition-schema.js'
import { formatFor } from '../format.js'
import { wordsIn } from '../words.js'
import { page } from './layout.js'

/**
 * The page as one HTML file.
 * @param script the verifier's JavaScript
 */
export function verifyPage(report: EditionReport, language: StudyLanguage, script: string): string {
  const { text } = formatFor(language)
  const said = (fr: string, en: string) => text(inLanguage({ fr, en }, language))
  return page({
    report,
    language,
    kind: wordsIn(language).verify,
    title: said('Vérifiez ces résultats vous-même', 'Check these results yourself'),
    lead: said(
      'Choisissez le dossier publié : cette page compare chaque fichier avec le manifeste, vérifie la signature et recalcule le classement depuis les notes publiées. Rien ne quitte votre ordinateur.',
      'Choose the published folder: this page compares every file with the manifest, checks the signature and computes the league table again from the published marks. Nothing leaves your computer.',
    ),
    script,
    children: (
      <>
        <p>
          <label for="key">
            {said(
              'Clé publique de l’opérateur, telle qu’il l’a rendue publique ailleurs (facultatif)',
              'Public key of the operator, as made known elsewhere (optional)',
            )}
          </label>
          <br />
          <input id="key" type="text" autocomplete="off" spellcheck={false} size={48} maxlength={64} />
        </p>
        <p>
          <label for="folder">{said('Le dossier publié, en entier', 'The published folder, as a whole')}</label>
          <br />
          <input id="folder" type="file" multiple {...{ webkitdirectory: true }} />
        </p>
        <p>
          <label for="files">
            {said('Ou quelques fichiers, avec manifest.json', 'Or some of its files, with manifest.json')}
          </label>
          <br />
          <input id="files" type="file" multiple />
        </p>
        <section id="result" aria-live="polite"></section>
        <noscript>
          <p>
            {said(
              'Cette page a besoin de JavaScript. Sans navigateur : node verify.mjs, dans le dossier publié.',
              'This page needs JavaScript. Without a browser: node verify.mjs, in the published folder.',
            )}
          </p>
        </noscript>
      </>
    ),
  })
}
