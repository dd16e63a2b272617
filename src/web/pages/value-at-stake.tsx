/**
 * Value at stake: a brand's own figures times the share of e-mails without an answer and the share of
 * those customers who leave, which the brand states. The browser computes it (assets/page.js): the figures are sent nowhere.
 */
import type { StudyLanguage } from '../../domain/language.js'
import type { Estimate } from '../../domain/standing.js'
import { inLanguage } from '../../languages/index.js'
import { formatShare } from '../format.js'

const WORDS = {
  fr: {
    heading: 'Valeur en jeu',
    note: 'Vos propres chiffres restent dans ce navigateur : rien n’est envoyé ni conservé. Clients qui écrivent × part sans réponse × part de ceux-là qui s’en vont × panier × achats par an × années.',
    measured:
      'Part sans réponse : {share} (n = {n}). C’est une mesure sur peu d’e-mails ; le résultat est un ordre de grandeur.',
    customers: 'Clients qui écrivent par an',
    lost: 'Clients sans réponse qui s’en vont (%)',
    basket: 'Panier moyen (€)',
    frequency: 'Achats par an',
    years: 'Années de fidélité',
    said: '{value} d’achats en jeu, sur toutes les années de fidélité, pour les clients d’une année.',
    script: 'Ce calcul demande JavaScript, pour que vos chiffres ne quittent pas votre navigateur.',
  },
  en: {
    heading: 'Value at stake',
    note: 'Your own figures stay in this browser: nothing is sent or kept. Customers who write × share unanswered × share of those who leave × basket × purchases a year × years.',
    measured:
      'Share unanswered: {share} (n = {n}). It is measured on few e-mails; the result is an order of magnitude.',
    customers: 'Customers who write, a year',
    lost: 'Unanswered customers who leave (%)',
    basket: 'Mean basket (€)',
    frequency: 'Purchases a year',
    years: 'Years a customer stays',
    said: '{value} of purchases at stake, over all the years they stay, for one year’s customers.',
    script: 'This needs JavaScript, so that your figures do not leave your browser.',
  },
} as const

/** The section; nothing where the share of answers is unknown. */
export function ValueAtStake(props: { language: StudyLanguage; responseRate: Estimate }) {
  const { language, responseRate } = props
  if (responseRate.value === null) return null
  const words = inLanguage(WORDS, language)
  const unanswered = 1 - responseRate.value
  const measured = words.measured
    .replace('{share}', formatShare(unanswered, language))
    .replace('{n}', String(responseRate.n))
  // Fields without a name are never part of a request.
  const field = (id: 'customers' | 'lost' | 'basket' | 'frequency' | 'years', most?: number) => (
    <div>
      <label for={`stake-${id}`}>{words[id]}</label>
      <input id={`stake-${id}`} data-factor={id} type="number" min="0" max={most} step="any" autocomplete="off" />
    </div>
  )
  return (
    <section class="no-print">
      <h2>{words.heading}</h2>
      <p class="small">{words.note}</p>
      <p class="small">{measured}</p>
      <p class="empty">{words.script}</p>
      <form class="inline-form" hidden data-stake={String(unanswered)} data-said={words.said}>
        {field('customers')}
        {field('lost', 100)}
        {field('basket')}
        {field('frequency')}
        {field('years')}
        <output class="notice" hidden />
      </form>
    </section>
  )
}
