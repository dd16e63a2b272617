/**
 * An edition in a few sentences: what was done, what was found, by whom. The opening of its page, the description that search
 * engines and social networks show, the feed and the share card say the same, for it is made once, here.
 */
import type { StudyLanguage } from '../src/domain/language.js'
import type { Instant } from '../src/domain/time.js'
import { inLanguage, textIn } from '../src/languages/index.js'
import type { EditionReport } from './edition-schema.js'
import { formatFor } from './format.js'
import { headlines } from './sentences.js'
import type { ShareCard } from './share-card.js'

/** What is said of an edition, in one language. */
export interface EditionSummary {
  /** Study and edition. */
  readonly heading: string
  /** What statistics license to say first: how many are answered, and how fast. */
  readonly finding: string
  /** One paragraph: who wrote how many e-mails to whom, when, about what, and how long answers were awaited. */
  readonly done: string
  /** Between 50 and 5 000 characters, as dataset search asks for. */
  readonly description: string
  readonly operator: string
  readonly licence: { readonly title: string; readonly url: string }
  /** First and last day on which e-mails went, `YYYY-MM-DD`. */
  readonly sent: { readonly from: string; readonly until: string }
  /** Milliseconds since 1970; null before publication. */
  readonly publishedAt: Instant | null
  readonly card: ShareCard
}

/** What is said of a brand in an edition, in one language. */
export interface BrandSummary {
  readonly finding: string
  readonly description: string
  readonly card: ShareCard
}

function sourceOf(report: EditionReport, language: StudyLanguage): string {
  const { number } = formatFor(language)
  const { counts, study, licence } = report
  const [probes, brands] = [number(counts.probes, 0), number(counts.brands, 0)]
  return inLanguage(
    {
      fr: `${study.operator} · ${probes} e-mails à ${brands} marques · ${licence.id}`,
      en: `${study.operator} · ${probes} e-mails to ${brands} brands · ${licence.id}`,
    },
    language,
  )
}

/** Sums an edition up. */
export function editionSummary(report: EditionReport, language: StudyLanguage): EditionSummary {
  const { number, percent, duration, day, text } = formatFor(language)
  const { counts, overall, edition, study } = report
  const found = headlines(report, language)
  const [probes, brands, scenarios] = [counts.probes, counts.brands, counts.scenarios].map((one) => number(one, 0))
  const done = text(
    inLanguage(
      {
        fr: `Du ${day(edition.sendFrom)} au ${day(edition.sendUntil)}, ${study.operator} a envoyé ${probes} e-mails de clients mystère à ${brands} marques, autour de ${scenarios} situations de la vie d’un client, et a attendu chaque réponse ${edition.answerWindowDays} jours. Chaque réponse est notée sur 100 : est-elle venue, en combien de temps, règle-t-elle la question, est-elle polie et sans faute ?`,
        en: `From ${day(edition.sendFrom)} to ${day(edition.sendUntil)}, ${study.operator} sent ${probes} mystery-shopper e-mails to ${brands} brands, on ${scenarios} situations of a customer’s life, and waited ${edition.answerWindowDays} days for each answer. Every answer is marked out of 100: did it come, how fast, does it settle the question, is it courteous and free of mistakes?`,
      },
      language,
    ),
  )
  const heading = `${study.title} · ${edition.title}`
  const labels = inLanguage(
    {
      fr: ['ont une réponse', 'délai médian', 'fautes pour 100 mots'],
      en: ['get an answer', 'median delay', 'mistakes per 100 words'],
    },
    language,
  )
  const values = [
    percent(overall.responseRate.value),
    duration(overall.medianDelayHours.value),
    number(overall.mistakesPer100Words.value),
  ]
  return {
    heading,
    finding: found.survival,
    done,
    description: `${found.survival}. ${found.leagueTable}. ${done}`,
    operator: study.operator,
    licence: report.licence,
    sent: { from: edition.sendFrom, until: edition.sendUntil },
    publishedAt: edition.publishedAt,
    card: {
      heading,
      finding: found.survival,
      figures: values.map((value, at) => ({ value, label: labels[at]! })),
      source: sourceOf(report, language),
    },
  }
}

/** Sums a brand up in an edition; null where the edition has no such brand. */
export function brandSummary(report: EditionReport, brand: string, language: StudyLanguage): BrandSummary | null {
  const standing = report.standings.find((one) => one.brand === brand)
  if (!standing) return null
  const { number, percent, duration, ordinal, range, text } = formatFor(language)
  const { edition, study } = report
  const { index, rank, rankInterval, responseRate, medianDelayHours } = standing
  const places = rankInterval && range(number(rankInterval.low, 0), number(rankInterval.high, 0))
  const finding = text(
    index.value === null || rank === null
      ? inLanguage(
          {
            fr: `${standing.name} n’est pas classée dans ${edition.title}`,
            en: `${standing.name} has no rank in ${edition.title}`,
          },
          language,
        )
      : inLanguage(
          {
            fr: `${standing.name} : ${number(index.value)} sur 100, ${ordinal(rank)} sur ${report.counts.ranked}${places ? ` (rang réel : ${places})` : ''}`,
            en: `${standing.name}: ${number(index.value)} out of 100, ${ordinal(rank)} of ${report.counts.ranked}${places ? ` (true rank: ${places})` : ''}`,
          },
          language,
        ),
  )
  const sector = report.sectors.find(({ id }) => id === standing.sector)
  const labels = inLanguage(
    { fr: ['de réponses', 'délai médian', 'secteur'], en: ['answered', 'median delay', 'sector'] },
    language,
  )
  return {
    finding,
    description: text(
      inLanguage(
        {
          fr: `${finding}. ${percent(responseRate.value)} des e-mails de clients mystère ont eu une réponse (n = ${responseRate.n}). ${study.title}, ${edition.title}, par ${study.operator}.`,
          en: `${finding}. ${percent(responseRate.value)} of mystery-shopper e-mails got an answer (n = ${responseRate.n}). ${study.title}, ${edition.title}, by ${study.operator}.`,
        },
        language,
      ),
    ),
    card: {
      heading: `${study.title} · ${edition.title}`,
      finding,
      figures: [
        { value: percent(responseRate.value), label: labels[0]! },
        { value: duration(medianDelayHours.value), label: labels[1]! },
        { value: sector ? textIn(sector.title, language) : standing.sector, label: labels[2]! },
      ],
      source: sourceOf(report, language),
    },
  }
}
