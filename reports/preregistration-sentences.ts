/** Sentences about what was fixed before the first e-mail, and about deviations from it, in both languages. */
import type { StudyLanguage, Texts } from '../src/domain/language.js'
import { inLanguage } from '../src/languages/index.js'
import type { EditionReport } from './edition-schema.js'

type Fixed = NonNullable<EditionReport['edition']['preregistration']>
type ReportDeviation = Fixed['deviations'][number]

/** Names of options of the analysis; others (a proofreader's language) are printed as they are. */
const OPTIONS: Readonly<Record<string, Texts>> = {
  'index-precision': { fr: 'Précision des rangs, en points', en: 'Precision of ranks, points' },
  'bootstrap-draws': { fr: 'Tirages du bootstrap', en: 'Bootstrap draws' },
  'rank-interval-joint-level': { fr: 'Niveau commun des intervalles de rang', en: 'Joint level of rank intervals' },
  'movement-false-discovery-rate': {
    fr: 'Part de faux mouvements admise (Benjamini–Hochberg)',
    en: 'False discovery rate of movements (Benjamini–Hochberg)',
  },
  'equal-treatment-attributes': {
    fr: 'Égalité de traitement : attributs comparés',
    en: 'Equal treatment: attributes compared',
  },
  'equal-treatment-level': {
    fr: 'Égalité de traitement : risque de fausse accusation',
    en: 'Equal treatment: chance of a false accusation',
  },
  'equal-treatment-level-in-sectors': { fr: 'dont dans les secteurs', en: 'of which inside sectors' },
  'equal-treatment-smallest-effect': {
    fr: 'Égalité de traitement : plus petit écart imprimé, en points',
    en: 'Equal treatment: smallest difference printed, points',
  },
  'equal-treatment-permutations': { fr: 'Égalité de traitement : permutations', en: 'Equal treatment: permutations' },
  weightings: { fr: 'Pondérations tirées', en: 'Weightings drawn' },
  seed: { fr: 'Graine', en: 'Seed' },
}

/** An option of the analysis as people read it. */
export function optionInWords(option: string, language: StudyLanguage): string {
  const text = OPTIONS[option]
  return text ? inLanguage(text, language) : option
}

/** A number of e-mails. */
const mails = (count: number): Texts => ({
  fr: `${count} e-mail${count > 1 ? 's' : ''}`,
  en: `${count} e-mail${count === 1 ? '' : 's'}`,
})

/** What a person changed while the edition ran, by its kind. */
function amendmentInWords(deviation: ReportDeviation): Texts | null {
  const { kind, before, now, amendment } = deviation
  if (!amendment) return null
  const count = deviation.count ?? 0
  const { fr = '', en = '' } = mails(count)
  const plural = count > 1 ? 's' : ''
  const brand = amendment.brand ?? ''
  const about = amendment.scenario ?? ''
  const sentences: Readonly<Partial<Record<ReportDeviation['kind'], Texts>>> = {
    'brand-added': { fr: `marque ajoutée : ${brand} (${fr})`, en: `brand added: ${brand} (${en})` },
    'brand-withdrawn': {
      fr: `marque retirée : ${brand} (${fr} hors de tous les chiffres)`,
      en: `brand withdrawn: ${brand} (${en} in no figure)`,
    },
    'addresses-corrected': {
      fr: `adresses de ${brand} corrigées (${fr} réadressé${plural})`,
      en: `addresses of ${brand} corrected (${en} addressed anew)`,
    },
    'persona-retired': {
      fr: `client fictif retiré (${fr} confié${plural} à d’autres ou annulé${plural})`,
      en: `shopper retired (${en} given to others or cancelled)`,
    },
    'send-window-extended': {
      fr: `envois jusqu’au ${now} au lieu du ${before}`,
      en: `sending until ${now} instead of ${before}`,
    },
    'answer-window-extended': {
      fr: `réponses attendues ${now} jours au lieu de ${before}`,
      en: `answers awaited for ${now} days instead of ${before}`,
    },
    'hours-changed': { fr: 'heures ou jours ouvrés modifiés', en: 'working hours or days changed' },
    'probe-cancelled': {
      fr: `e-mail « ${about} » à ${brand} annulé avant son envoi`,
      en: `e-mail “${about}” to ${brand} cancelled before it was sent`,
    },
    'probe-voided': {
      fr: `e-mail « ${about} » à ${brand} écarté de tous les chiffres`,
      en: `e-mail “${about}” to ${brand} taken out of every figure`,
    },
    'probe-restored': {
      fr: `e-mail « ${about} » à ${brand} compté de nouveau`,
      en: `e-mail “${about}” to ${brand} counted again`,
    },
    'probe-resent': {
      fr: `e-mail « ${about} » à ${brand} envoyé de nouveau ; le premier ne compte nulle part`,
      en: `e-mail “${about}” to ${brand} sent again; the first one counts nowhere`,
    },
    redrawn: {
      fr: `${fr} en retard, tiré${plural} de nouveau dans la période d’envoi`,
      en: `${en} overdue and drawn anew within the send window`,
    },
  }
  const told = sentences[kind]
  if (!told) return null
  // ISO days say the same in both languages.
  const day = new Date(amendment.at).toISOString().slice(0, 10)
  return {
    fr: `${day}, ${told.fr} – motif : ${amendment.reason}`,
    en: `${day}, ${told.en} – reason: ${amendment.reason}`,
  }
}

/** One deviation, one sentence without its full stop. */
export function deviationInWords(deviation: ReportDeviation, language: StudyLanguage): string {
  const { kind, option, before, now } = deviation
  const amended = amendmentInWords(deviation)
  if (amended) return inLanguage(amended, language)
  const count = deviation.count ?? 0
  const { fr = '', en = '' } = mails(count)
  const plural = count > 1 ? 's' : ''
  const sentences: Readonly<Partial<Record<ReportDeviation['kind'], Texts>>> = {
    analysis: {
      fr: `${optionInWords(option ?? '', language)} : ${now ?? '–'} au lieu de ${before ?? '–'}`,
      en: `${optionInWords(option ?? '', language)}: ${now ?? '–'} instead of ${before ?? '–'}`,
    },
    grid: {
      fr: `une autre grille (${now?.slice(0, 12)}) que celle fixée (${before?.slice(0, 12)})`,
      en: `another grid (${now?.slice(0, 12)}) than the one fixed (${before?.slice(0, 12)})`,
    },
    cancelled: { fr: `${fr} prévu${plural} et annulé${plural}`, en: `${en} planned and cancelled` },
    'not-sent': { fr: `${fr} prévu${plural} et non envoyé${plural}`, en: `${en} planned and not sent` },
    undelivered: {
      fr: `${fr} refusé${plural} ou non délivré${plural}`,
      en: `${en} refused or not delivered`,
    },
    uncertain: { fr: `${fr} dont l’envoi est incertain`, en: `${en} of which nobody knows whether it was sent` },
    late: {
      fr: `${fr} parti${plural} plus d’un jour après le moment prévu`,
      en: `${en} sent more than a day after the planned moment`,
    },
    'closed-again': {
      fr: `édition rouverte et refermée ${count} fois`,
      en: `edition opened and closed again ${count === 1 ? 'once' : `${count} times`}`,
    },
    'contestations-upheld': {
      fr: `${count} contestation${plural} de marques retenue${plural}`,
      en: `${count} contestation${count === 1 ? '' : 's'} of brands upheld`,
    },
    corrected: {
      fr: `${count} constat${plural}, nature${plural} ou rapprochement${plural} corrigé${plural} par une personne sans que le programme ait douté`,
      en: `${count} finding${count === 1 ? '' : 's'}, kind${count === 1 ? '' : 's'} or match${count === 1 ? '' : 'es'} overruled by a person although the program did not doubt`,
    },
    proofreaders: { fr: `plusieurs correcteurs : ${now}`, en: `several proofreaders: ${now}` },
  }
  return inLanguage(sentences[kind] ?? { fr: kind, en: kind }, language)
}
