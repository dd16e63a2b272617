/** How to use the API: its address, examples to copy, every operation with who may call it. */
import type { StudyLanguage, Texts } from '../../domain/language.js'
import { inLanguage } from '../../languages/index.js'
import type { Access } from '../accounts/role.js'
import type { RateRule } from '../http/rate-limit.js'
import { apiExamples } from './api-examples.js'
import { Scroll } from './scroll.js'

const WORDS = {
  fr: {
    title: 'API',
    lead: 'Tout ce que montrent les pages, en JSON. Les éditions publiées se lisent sans clé, depuis n’importe quel site ou carnet de calcul.',
    base: 'Adresse de base',
    examples: 'Exemples',
    examplesLead: 'Prêts à copier ; aucun n’a besoin d’une bibliothèque.',
    csv: 'Les listes se donnent aussi en CSV, avec l’en-tête « Accept: text/csv ». Une page compte 100 lignes, 500 au plus (limit) ; la suivante est à l’adresse de l’en-tête Link, ou avec cursor égal à next. Les moments sont en millisecondes et, sous le même nom suivi de Iso, en ISO 8601.',
    key: 'Le reste demande une clé, faite par l’opérateur et envoyée ainsi :',
    rate: 'Un client peut envoyer {burst} requêtes d’affilée, puis {perMinute} par minute ; les en-têtes RateLimit-Remaining et RateLimit-Reset disent ce qui reste.',
    errors:
      'Les erreurs sont des documents problem+json (RFC 9457) : 400 nomme un paramètre inconnu, 401 une clé qui n’est pas valable. Les réponses portent un ETag ; renvoyez-le dans If-None-Match.',
    spec: 'Description OpenAPI 3.1',
    operations: 'Opérations',
    route: 'Adresse',
    purpose: 'Contenu',
    access: 'Accès',
  },
  en: {
    title: 'API',
    lead: 'All that the pages show, as JSON. Published editions are read without a key, from any site or notebook.',
    base: 'Base address',
    examples: 'Examples',
    examplesLead: 'Ready to copy; none needs a package.',
    csv: 'Lists come as CSV too, with the header “Accept: text/csv”. A page holds 100 lines, 500 at most (limit); the next one is at the address of the Link header, or with cursor equal to next. Moments stand in milliseconds and, under the same name with Iso, in ISO 8601.',
    key: 'The rest needs a key, made by the operator and sent like this:',
    rate: 'A client may send {burst} requests at once, then {perMinute} a minute; the headers RateLimit-Remaining and RateLimit-Reset say what is left.',
    errors:
      'Errors are problem+json documents (RFC 9457): 400 names an unknown parameter, 401 a key that is not valid. Answers carry an ETag; send it back in If-None-Match.',
    spec: 'OpenAPI 3.1 description',
    operations: 'Operations',
    route: 'Address',
    purpose: 'Content',
    access: 'Access',
  },
} as const

/** Who may call, for people. */
const CALLERS: Readonly<Record<Access, Texts>> = {
  public: { fr: 'tout le monde', en: 'everybody' },
  'signed-in': { fr: 'toute clé', en: 'any key' },
  'own-brand': { fr: 'la marque elle-même', en: 'the brand itself' },
  press: { fr: 'presse', en: 'press' },
  staff: { fr: 'analystes et opérateur', en: 'analysts and operator' },
  operator: { fr: 'opérateur', en: 'operator' },
}

/** The page. */
export function ApiPage(props: {
  language: StudyLanguage
  publicUrl: string
  /** Newest edition that is out; null where none is, and there is nothing to show by example. */
  edition: string | null
  rule: RateRule
  operations: readonly { readonly path: string; readonly purpose: Texts; readonly access: Access }[]
}) {
  const { language, publicUrl, edition, rule } = props
  const words = inLanguage(WORDS, language)
  const rate = words.rate.replace('{burst}', String(rule.burst)).replace('{perMinute}', String(rule.perMinute))
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p>
        <strong>{words.base}</strong> <code class="address">{`${publicUrl}/api/v1`}</code>
      </p>
      {edition === null ? null : (
        <>
          <h2>{words.examples}</h2>
          <p>{words.examplesLead}</p>
          {apiExamples(publicUrl, edition).map(({ tool, code }) => (
            <>
              <h3>{tool}</h3>
              <Scroll label={tool}>
                <pre>{code}</pre>
              </Scroll>
            </>
          ))}
        </>
      )}
      <p>{words.csv}</p>
      <p>{rate}</p>
      <p>
        {words.errors} <a href="/api/openapi.json">{words.spec}</a>.
      </p>
      <p>{words.key}</p>
      <pre>Authorization: Bearer rm_…</pre>
      <h2>{words.operations}</h2>
      <Scroll label={words.operations}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.route}</th>
              <th scope="col">{words.purpose}</th>
              <th scope="col">{words.access}</th>
            </tr>
          </thead>
          <tbody>
            {props.operations.map(({ path, purpose, access }) => (
              <tr>
                <th scope="row">
                  <code>{path}</code>
                </th>
                <td>{inLanguage(purpose, language)}</td>
                <td>{inLanguage(CALLERS[access], language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  )
}
