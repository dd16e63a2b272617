/** Survey: asks the customer to rate an exchange. A link to rate below an answer does not make the answer a survey. */
import { fold } from './acts/act.js'
import { firstOf, type LetterActs } from './acts/recognise-acts.js'
import { type KindRule, shown } from './rule.js'

const SURVEY_SUBJECT =
  /\b(votre avis|donnez(-nous)? votre avis|enquete|questionnaire|satisfaction|notez|evaluez|comment (s'est|evaluez)|etes-vous satisfait|que pensez-vous|survey|feedback|how (did we do|was your|would you rate)|what did you think|(leave|write) (us )?a review|laissez (un|votre) avis|rate (your|our|us)|your opinion|tell us|umfrage|ihre meinung|su opinion|encuesta|sondaggio|enquete|inquerito)\b/

/** Senders that only ask for opinions. */
const SURVEY_SENDER =
  /(^|[@.+_-])(surveys?|feedback|enquetes?|avis|satisfaction|reviews?|nps|medallia|qualtrics|sondages?)([@.+_-]|$)/i

/** A scale to choose from: "de 1 à 5", a row of figures, stars. */
const SCALE =
  /\b(de|entre|from|between) [01]\b[^\n]{0,40}\b(a|et|to|and) (5|10)\b|(^|\n) ?[01] ?[|/-]? ?[12] ?[|/-]? ?[23] ?[|/-]? ?[34]\b|★{2,5}/

/** Neither answer nor promise, and no sentence that might be one. */
function saysNothingElse({ answering, count, sentences }: LetterActs): boolean {
  const unknown = sentences.some(({ act, sentence }) => act === null && sentence.split(/\s+/).length >= 4)
  return answering === 0 && count.promise === 0 && !unknown
}

/** Rules of this kind. */
export const SURVEY_RULES: readonly KindRule[] = [
  {
    id: 'survey-words',
    kind: 'survey',
    doc: 'Most of what it says asks for a rating or an opinion.',
    source: 'usage of satisfaction surveys after a contact (Zendesk CSAT, NPS mails)',
    examples: [
      {
        subject: 'Votre avis nous intéresse',
        body: 'Bonjour,\n\nVous avez récemment contacté notre service client. Sur une échelle de 0 à 10, recommanderiez-vous notre marque ?\n\nMerci de votre participation.',
        found: true,
      },
      {
        body: "Hello,\n\nWe'd love to hear what you think of our customer service. How would you rate the help you received?\n\nGood, I'm satisfied\n\nBad, I'm unsatisfied",
        found: true,
      },
      {
        body: 'Bonjour,\n\nJe vous confirme que le colis part demain. Vous pouvez le suivre avec le numéro 8X44. Le remboursement des frais de 5 euros est fait.\n\nNotez votre échange',
        found: false,
      },
    ],
    find: ({ acts, noticeActs, subject, from, letter }) => {
      const bySubject = SURVEY_SUBJECT.test(fold(subject))
      const below = noticeActs.count.survey > 0 && (bySubject || acts.count.survey > 0 || saysNothingElse(acts))
      const marked = acts.count.survey > 0 && (SURVEY_SENDER.test(from?.address ?? '') || SCALE.test(fold(letter)))
      const asked = acts.count.survey + (bySubject ? 1 : 0) + (below ? 1 : 0) + (marked ? 1 : 0)
      if (asked === 0 || (acts.count.survey === 0 && acts.words > 80)) return null
      if (acts.answering > 2.6 * asked && !(bySubject && acts.count.survey >= 1)) return null
      if (acts.count.survey === 1 && !bySubject && acts.count.promise > 0) return null
      // One question of contentment inside a letter that tells something is no survey.
      if (asked === 1 && (acts.content > 0 || acts.answering >= 2)) return null
      const seen = firstOf(acts, 'survey')
      return { confidence: asked >= 2 ? 0.95 : 0.8, seen: seen === '' ? shown(`Subject: ${subject}`) : seen }
    },
  },
]
