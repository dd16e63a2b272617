/** The review queue: each doubt with its reason and evidence, decided by a button or a key, with a comment. */
import type { StudyLanguage } from '../../domain/language.js'
import { inLanguage } from '../../languages/index.js'

import type { ReviewView } from '../data/reviews.js'
import { formatMoment } from '../format.js'

const WORDS = {
  fr: {
    title: 'À relire',
    empty:
      'Rien n’attend une personne. Les doutes sur un rapprochement, une nature de message ou une note apparaîtront ici, et les contestations des marques.',
    accept: 'Retenir',
    overrule: 'Corriger',
    dismiss: 'Écarter',
    instead: 'Ce qui vaut à la place',
    comment: 'Commentaire',
    keys: 'Touches : j suivant, k précédent, a retenir, o corriger, d écarter.',
    exchange: 'Voir l’échange',
    subjects: {
      match: 'rapprochement',
      kind: 'nature',
      finding: 'critère',
      mistake: 'faute',
      'uncertain-probe': 'envoi incertain',
      contestation: 'contestation',
    },
    score: 'Score retenu, de 0 à 1',
  },
  en: {
    title: 'To review',
    empty:
      'Nothing waits for a person. Doubts about a match, a kind or a finding will appear here, and what brands contest.',
    accept: 'Accept',
    overrule: 'Overrule',
    dismiss: 'Dismiss',
    instead: 'What holds instead',
    comment: 'Comment',
    keys: 'Keys: j next, k previous, a accept, o overrule, d dismiss.',
    exchange: 'Open the exchange',
    subjects: {
      match: 'match',
      kind: 'kind',
      finding: 'finding',
      mistake: 'mistake',
      'uncertain-probe': 'uncertain sending',
      contestation: 'contestation',
    },
    score: 'Score that holds, 0 to 1',
  },
} as const

function ReviewCard(props: { view: ReviewView; language: StudyLanguage }) {
  const { item, excerpt, choices, exchange, brandName } = props.view
  const words = inLanguage(WORDS, props.language)
  const id = `review-${item.id}`
  return (
    <article class="mail" tabindex={0} data-review={item.id} aria-labelledby={id}>
      <header id={id}>
        <span class="tag">{words.subjects[item.subject]}</span> {brandName} ·{' '}
        {formatMoment(item.openedAt, props.language)}
        <br />
        <strong>
          <bdi>{item.reason}</bdi>
        </strong>
      </header>
      <div class="body">{excerpt}</div>
      {exchange ? (
        <p class="small">
          <a href={exchange}>{words.exchange}</a>
        </p>
      ) : null}
      <form method="post" action={`/operator/reviews/${encodeURIComponent(item.id)}`} class="inline-form">
        {choices.length > 0 ? (
          <div>
            <label for={`${id}-choice`}>{words.instead}</label>
            <select id={`${id}-choice`} name="replacement">
              {choices.map((choice) => (
                <option value={choice.value}>{choice.label}</option>
              ))}
            </select>
          </div>
        ) : null}
        {item.subject === 'finding' ? (
          <div>
            <label for={`${id}-score`}>{words.score}</label>
            <input id={`${id}-score`} name="replacement" type="number" min="0" max="1" step="0.05" />
          </div>
        ) : null}
        <div>
          <label for={`${id}-comment`}>{words.comment}</label>
          <input id={`${id}-comment`} name="comment" maxlength={1000} />
        </div>
        <button type="submit" class="primary" name="decision" value="accept" data-key="a">
          {words.accept}
        </button>
        {choices.length > 0 || item.subject === 'finding' ? (
          <button type="submit" name="decision" value="overrule" data-key="o">
            {words.overrule}
          </button>
        ) : null}
        <button type="submit" name="decision" value="dismiss" data-key="d">
          {words.dismiss}
        </button>
      </form>
    </article>
  )
}

/** The page. */
export function ReviewsPage(props: { language: StudyLanguage; reviews: readonly ReviewView[] }) {
  const words = inLanguage(WORDS, props.language)
  return (
    <>
      <h1>{words.title}</h1>
      {props.reviews.length === 0 ? <p class="empty">{words.empty}</p> : <p class="small no-print">{words.keys}</p>}
      {props.reviews.map((view) => (
        <ReviewCard view={view} language={props.language} />
      ))}
    </>
  )
}
