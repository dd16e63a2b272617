/** The methodology sheet: what was done, the grid with the reason of each weight, how uncertainty is computed, fair play. */

import type { StudyLanguage } from '../../src/domain/language.js'
import { RANK_RULE } from '../../src/domain/rank-rule.js'
import { inLanguage, reasonIn, textIn, titleIn } from '../../src/languages/index.js'
import { EQUAL_TREATMENT_LEVEL, SMALLEST_EFFECT } from '../../src/ranking/equal-treatment.js'
import { PRIOR_DEGREES_OF_FREEDOM } from '../../src/ranking/moderated-variance.js'
import type { EditionReport } from '../edition-schema.js'
import { formatFor } from '../format.js'
import { FAMILIES, wordsIn } from '../words.js'
import { page, Scroll } from './layout.js'
import { Preregistration } from './preregistration.js'

/** Paragraphs on statistics, French and English, with the constants of the code. */
function statistics(report: EditionReport, language: StudyLanguage): readonly string[] {
  const { number } = formatFor(language)
  const draws = number(report.method.draws, 0)
  const level = number(100 * EQUAL_TREATMENT_LEVEL)
  return inLanguage(
    {
      fr: [
        `L’indice d’une marque est la moyenne de ses notes. Son intervalle à 95 % vient d’un bootstrap studentisé, stratifié par situation (Efron) : les effets des situations sont ôtés, et la dispersion propre à la marque, que cinq ou sept notes disent mal, est rapprochée de celle des marques de même niveau (poids de ${PRIOR_DEGREES_OF_FREEDOM} degrés de liberté, Smyth 2004).`,
        `Les rangs sont ex æquo à un dixième de point. ${RANK_RULE.fr}`,
        `L’intervalle imprimé vient d’intervalles d’indice justes pour toutes les marques à la fois, changés en places par ${draws} tirages des vrais indices des autres, rapprochés de la moyenne selon leur fiabilité (Goldstein et Spiegelhalter 1996, Laird et Louis 1989, Mandel et Betensky 2008). Les fichiers donnent aussi celui d’une marque prise seule, et l’intervalle strict, juste quel que soit le marché (Mogstad, Romano, Shaikh et Wilhelm 2024).`,
        'Taux : intervalle de Wilson (1927). Délais : Kaplan–Meier, sans réponse compté au-delà de la fenêtre ; médiane par test du signe interpolé (petits nombres) ou Brookmeyer et Crowley (1982). Fautes : intervalle exact de Poisson. Évolutions signalées : Benjamini et Hochberg (1995) à 5 %.',
        `Égalité de traitement : notes débarrassées de la marque, de la situation et des autres attributs ; les clients mystères, non leurs e-mails, sont permutés (Judd, Westfall et Kenny 2012), et toutes les comparaisons, attributs et secteurs, sont corrigées ensemble par la plus grande statistique (Westfall et Young 1993). Une édition sans discrimination accuse à tort dans ${level} % des cas au plus ; un écart inférieur à ${SMALLEST_EFFECT} points n’est pas imprimé.`,
      ],
      en: [
        `A brand’s index is the mean of its marks. Its 95% interval comes from a studentised bootstrap stratified by scenario (Efron): scenario effects are taken out, and the brand’s own spread, of which five or seven marks say little, is pulled towards that of brands of the same level (weight of ${PRIOR_DEGREES_OF_FREEDOM} degrees of freedom, Smyth 2004).`,
        `Ranks are tied at one decimal. ${RANK_RULE.en}`,
        `The printed interval comes from index intervals that hold for all brands at once, turned into places by ${draws} draws of the others’ true indices, pulled to the mean by their reliability (Goldstein & Spiegelhalter 1996, Laird & Louis 1989, Mandel & Betensky 2008). The files also give the one of a brand taken alone, and the strict one, which holds whatever the market (Mogstad, Romano, Shaikh & Wilhelm 2024).`,
        'Rates: Wilson interval (1927). Delays: Kaplan–Meier, no answer counts as later than the window; median by the interpolated sign test (small numbers) or Brookmeyer & Crowley (1982). Mistakes: exact Poisson interval. Moves called significant: Benjamini & Hochberg (1995) at 5%.',
        `Equal treatment: marks freed of brand, scenario and the other attributes; shoppers, not their e-mails, are permuted (Judd, Westfall & Kenny 2012), and all comparisons, attributes and sectors, are corrected together by the largest statistic (Westfall & Young 1993). An edition without discrimination accuses wrongly in at most ${level}% of cases; a difference below ${SMALLEST_EFFECT} points is not printed.`,
      ],
    },
    language,
  )
}

/** How reliable the indices are, and what more e-mails would bring, in sentences; empty where it cannot be told. */
function reliability({ generalisability, counts }: EditionReport, language: StudyLanguage): readonly string[] {
  const own = generalisability?.sizes.find(({ exchanges }) => exchanges === counts.scenarios)
  if (!generalisability || !own) return []
  const { number, percent } = formatFor(language)
  const { brand, scenario, persona, exchange } = generalisability.variances
  const total = brand + scenario + persona + exchange
  const share = (variance: number) => percent(total > 0 ? variance / total : null)
  const more = generalisability.sizes
    .filter(({ exchanges }) => exchanges > counts.scenarios)
    .map((size) => `${size.exchanges} e-mails : ${number(size.generalisability, 2)}`)
    .join(' ; ')
  return inLanguage(
    {
      fr: [
        `Fiabilité (théorie de la généralisabilité, Brennan 2001) : la dispersion des notes vient pour ${share(brand)} des marques, ${share(scenario)} des situations, ${share(persona)} des clients mystères et ${share(exchange)} de l’échange lui-même. G = ${number(own.generalisability, 2)}, Φ = ${number(own.dependability, 2)} avec ${own.exchanges} e-mails par marque${more ? ` (G avec ${more})` : ''}. D’une édition à la suivante, le changement d’une marque ne se distingue du hasard qu’à partir de ${number(own.detectableChange, 0)} points.`,
      ],
      en: [
        `Reliability (generalisability theory, Brennan 2001): ${share(brand)} of the spread of marks comes from the brands, ${share(scenario)} from the scenarios, ${share(persona)} from the shoppers and ${share(exchange)} from the single exchange. G = ${number(own.generalisability, 2)}, Φ = ${number(own.dependability, 2)} with ${own.exchanges} e-mails a brand${more ? ` (G with ${more.replaceAll(' : ', ': ').replaceAll(' ; ', '; ')})` : ''}. From one edition to the next, a brand’s change is told from chance from ${number(own.detectableChange, 0)} points only.`,
      ],
    },
    language,
  )
}

/** The rules of conduct with the edition's own numbers, French and English. */
function fairPlay(report: EditionReport, language: StudyLanguage): readonly string[] {
  const { perBrand, perBrandPeriodDays, minGapDays, rightOfReplyDays, retentionDays } = report.method.fairPlay
  return inLanguage(
    {
      fr: [
        `Au plus ${perBrand} e-mails à une marque en ${perBrandPeriodDays} jours, ${minGapDays} jours au moins entre deux ; horaires ouvrés, liste d’exclusion.`,
        'Aucune pièce jointe, aucune promesse d’achat, aucune réponse automatique.',
        'Les clients mystères sont des adultes inventés. L’empreinte de chaque e-mail est publiée (tableau des notes) : la marque peut vérifier ensuite lesquels étaient les nôtres.',
        `Droit de réponse : chaque marque voit et peut contester ses notes avant publication${rightOfReplyDays > 0 ? `, pendant ${rightOfReplyDays} jours` : ''}.`,
        'Aucun agent n’est nommé ; les données ne servent à aucune sanction (ESOMAR 2005, MSPA 2011, MRS 2014).',
        retentionDays === null
          ? 'Conservation : aucune durée n’est fixée pour les e-mails bruts.'
          : `Conservation : les e-mails bruts sont effacés ${retentionDays} jours après la publication ; leurs empreintes restent, et le sceau se vérifie toujours.`,
      ],
      en: [
        `At most ${perBrand} e-mails to a brand in ${perBrandPeriodDays} days, at least ${minGapDays} days between two; working hours, opt-out list.`,
        'No attachments, no promise to buy, no automatic answer.',
        'Shoppers are invented adults. The hash of every e-mail is published (table of marks): a brand can check afterwards which were ours.',
        `Right of reply: every brand sees and can contest its marks before publication${rightOfReplyDays > 0 ? `, for ${rightOfReplyDays} days` : ''}.`,
        'No agent is named; the data are not used for discipline (ESOMAR 2005, MSPA 2011, MRS 2014).',
        retentionDays === null
          ? 'Retention: no time is set for raw e-mails.'
          : `Retention: raw e-mails are deleted ${retentionDays} days after publication; their hashes stay, and the seal still verifies.`,
      ],
    },
    language,
  )
}

/** The page as one HTML file. */
export function methodologyPage(report: EditionReport, language: StudyLanguage): string {
  const words = wordsIn(language)
  const { number, day, text } = formatFor(language)
  const { edition, counts, method } = report
  const facts: [string, string][] = [
    [inLanguage({ fr: 'Marques', en: 'Brands' }, language), number(counts.brands, 0)],
    [inLanguage({ fr: 'Situations', en: 'Scenarios' }, language), number(counts.scenarios, 0)],
    [inLanguage({ fr: 'Clients mystères', en: 'Shoppers' }, language), number(counts.personas, 0)],
    [inLanguage({ fr: 'E-mails comptés', en: 'E-mails counted' }, language), number(counts.probes, 0)],
    ...(counts.undelivered
      ? [
          [
            inLanguage({ fr: 'Jamais arrivés, de notre fait', en: 'Never arrived, because of us' }, language),
            inLanguage(
              {
                fr: `${number(counts.undelivered, 0)} : refusés pour l’hôte, le domaine ou le compte d’envoi ; ils ne comptent pour aucune marque`,
                en: `${number(counts.undelivered, 0)}: turned away for the sending host, domain or account; they count for no brand`,
              },
              language,
            ),
          ] as [string, string],
        ]
      : []),
    [inLanguage({ fr: 'Envois', en: 'Sent' }, language), `${day(edition.sendFrom)} – ${day(edition.sendUntil)}`],
    [
      inLanguage({ fr: 'Fenêtre de réponse', en: 'Answer window' }, language),
      `${edition.answerWindowDays} ${inLanguage({ fr: 'jours', en: 'days' }, language)}`,
    ],
    [
      inLanguage({ fr: 'Grille', en: 'Grid' }, language),
      `${textIn(method.grid.title, language)}, ${method.grid.id} v${method.grid.version}, ${method.grid.hash.slice(0, 12)}`,
    ],
    [inLanguage({ fr: 'Correcteurs', en: 'Proofreaders' }, language), method.proofreaders.join(', ') || '–'],
    [inLanguage({ fr: 'Graine', en: 'Seed' }, language), String(edition.seed)],
    ...(edition.planCommitment === null
      ? []
      : [
          [
            inLanguage({ fr: 'Empreinte du plan secret', en: 'Hash of the secret plan' }, language),
            edition.planCommitment,
          ] as [string, string],
        ]),
    ...(edition.planSecret === null
      ? []
      : [
          [
            inLanguage({ fr: 'Secret du plan, révélé', en: 'Secret of the plan, revealed' }, language),
            edition.planSecret,
          ] as [string, string],
        ]),
  ]
  return page({
    report,
    language,
    kind: words.methodology,
    title: inLanguage({ fr: 'Comment ces résultats ont été mesurés', en: 'How these results were measured' }, language),
    children: (
      <>
        <Scroll label={words.methodology}>
          <table>
            <tbody>
              {facts.map(([name, value]) => (
                <tr>
                  <th scope="row">{text(name)}</th>
                  <td>{text(value)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
        <h2>{inLanguage({ fr: 'La grille', en: 'The grid' }, language)}</h2>
        <p>
          {text(
            inLanguage(
              {
                fr: 'Chaque échange est noté sur 100. Sans réponse : 0. Un critère de poids 0 est montré sans compter.',
                en: 'Every exchange is marked out of 100. No answer: 0. A criterion of weight 0 is shown and not counted.',
              },
              language,
            ),
          )}
        </p>
        {method.grid.families.map((family) => (
          <section>
            <h3>{`${titleIn(FAMILIES[family.id], language) ?? family.id} · ${family.weight} points`}</h3>
            <p class="note">{text(reasonIn(family.because, language))}</p>
            <Scroll label={family.id}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{words.criterion}</th>
                    <th scope="col" class="number">
                      {words.weight}
                    </th>
                    <th scope="col">{words.reason}</th>
                  </tr>
                </thead>
                <tbody>
                  {family.criteria.map((criterion) => (
                    <tr>
                      <th scope="row">{inLanguage(criterion.title, language)}</th>
                      <td class="number">{number(criterion.weight, Number.isInteger(criterion.weight) ? 0 : 2)}</td>
                      <td>{text(reasonIn(criterion.because, language))}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroll>
          </section>
        ))}
        <h2>
          {inLanguage(
            { fr: 'Ce que les chiffres savent, et ne savent pas', en: 'What the figures know, and do not' },
            language,
          )}
        </h2>
        {[...statistics(report, language), ...reliability(report, language)].map((paragraph) => (
          <p>{text(paragraph)}</p>
        ))}
        <Preregistration report={report} language={language} />
        <h2>{inLanguage({ fr: 'Règles de conduite', en: 'Fair play' }, language)}</h2>
        <ul class="plain">
          {fairPlay(report, language).map((rule) => (
            <li>{text(rule)}</li>
          ))}
        </ul>
      </>
    ),
  })
}
