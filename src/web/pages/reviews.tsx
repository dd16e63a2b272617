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
    uphold: 'Retenir',
    stands: 'La note reste',
    outcome: 'Suite donnée',
    outcomes: { score: 'un autre score', void: 'écarter l’e-mail de tous les chiffres', resend: 'envoyer de nouveau' },
    criterion: 'Critère (pour un autre score)',
    reason: 'Motif',
    decided: 'Déjà tranché',
    decidedHint: 'La dernière décision vaut. Toutes restent ; décidez de nouveau si une autre doit valoir.',
    again: 'Décider de nouveau',
    undo: 'Revenir à la décision d’avant',
    decisions: { accept: 'retenu', overrule: 'corrigé', dismiss: 'écarté' },
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
    uphold: 'Uphold',
    stands: 'The mark stands',
    outcome: 'What comes of it',
    outcomes: { score: 'another score', void: 'take the e-mail out of every figure', resend: 'send it again' },
    criterion: 'Criterion (for another score)',
    reason: 'Reason',
    decided: 'Decided already',
    decidedHint: 'The last decision holds. All of them stay; decide again if another one is to hold.',
    again: 'Decide again',
    undo: 'Back to the decision before',
    decisions: { accept: 'accepted', overrule: 'overruled', dismiss: 'dismissed' },
  },
} as const

/** What upholding a contestation comes to: it demands one. */
function Outcome(props: { view: ReviewView; language: StudyLanguage; id: string }) {
  const words = inLanguage(WORDS, props.language)
  const { id } = props
  const { criteria } = props.view
  return (
    <>
      <div>
        <label for={`${id}-outcome`}>{words.outcome}</label>
        <select id={`${id}-outcome`} name="outcome">
          {(['score', 'void', 'resend'] as const).map((outcome) => (
            <option value={outcome}>{words.outcomes[outcome]}</option>
          ))}
        </select>
      </div>
      <div>
        <label for={`${id}-criterion`}>{words.criterion}</label>
        <select id={`${id}-criterion`} name="criterion">
          {criteria.map(({ value, label }) => (
            <option value={value}>{label}</option>
          ))}
        </select>
      </div>
      <div>
        <label for={`${id}-score`}>{words.score}</label>
        <input id={`${id}-score`} name="score" type="number" min="0" max="1" step="0.05" />
      </div>
    </>
  )
}

/** Every decision so far: who, when, what and why. */
function Decisions(props: { decisions: ReviewView['decisions']; language: StudyLanguage }) {
  const words = inLanguage(WORDS, props.language)
  if (props.decisions.length === 0) return null
  return (
    <ol class="small">
      {props.decisions.map(({ decision, replacement, comment, decidedAt, decidedBy }) => (
        <li>
          {formatMoment(decidedAt, props.language)} · <bdi>{decidedBy.replace(/^user:/, '')}</bdi> ·{' '}
          {words.decisions[decision]}
          {replacement === null
            ? ''
            : ` · ${typeof replacement === 'string' ? replacement : JSON.stringify(replacement)}`}
          {comment === '' ? null : (
            <>
              {' '}
              · <bdi>{comment}</bdi>
            </>
          )}
        </li>
      ))}
    </ol>
  )
}

function DecisionForm(props: { view: ReviewView; language: StudyLanguage; id: string }) {
  const { item, choices, decisions } = props.view
  const words = inLanguage(WORDS, props.language)
  const { id } = props
  const contested = item.subject === 'contestation'
  return (
    <>
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
        {contested ? <Outcome view={props.view} language={props.language} id={id} /> : null}
        {item.subject === 'finding' ? (
          <div>
            <label for={`${id}-score`}>{words.score}</label>
            <input id={`${id}-score`} name="replacement" type="number" min="0" max="1" step="0.05" />
          </div>
        ) : null}
        <div>
          <label for={`${id}-comment`}>{contested ? words.reason : words.comment}</label>
          <input id={`${id}-comment`} name="comment" maxlength={1000} required={contested} />
        </div>
        <input type="hidden" name="seen" value={String(decisions.length)} />
        <button type="submit" class="primary" name="decision" value="accept" data-key="a">
          {contested ? words.uphold : words.accept}
        </button>
        {choices.length > 0 || item.subject === 'finding' ? (
          <button type="submit" name="decision" value="overrule" data-key="o">
            {words.overrule}
          </button>
        ) : null}
        <button type="submit" name="decision" value="dismiss" data-key="d">
          {contested ? words.stands : words.dismiss}
        </button>
      </form>
      {decisions.length > 1 && !contested ? (
        <form method="post" action={`/operator/reviews/${encodeURIComponent(item.id)}`} class="inline-form">
          <input type="hidden" name="seen" value={String(decisions.length)} />
          <button type="submit" class="quiet" name="decision" value="undo">
            {words.undo}
          </button>
        </form>
      ) : null}
    </>
  )
}

function ReviewCard(props: { view: ReviewView; language: StudyLanguage }) {
  const { item, excerpt, exchange, brandName } = props.view
  const words = inLanguage(WORDS, props.language)
  const id = `review-${item.id}`
  return (
    <article
      class="mail"
      tabindex={0}
      data-review={props.view.decisions.length === 0 ? item.id : undefined}
      aria-labelledby={id}
    >
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
      <Decisions decisions={props.view.decisions} language={props.language} />
      {props.view.decisions.length > 0 ? (
        <details>
          <summary>{words.again}</summary>
          <DecisionForm view={props.view} language={props.language} id={id} />
        </details>
      ) : (
        <DecisionForm view={props.view} language={props.language} id={id} />
      )}
    </article>
  )
}

/** The page. */
export function ReviewsPage(props: {
  language: StudyLanguage
  reviews: readonly ReviewView[]
  /** What was decided, newest first. */
  decided: readonly ReviewView[]
}) {
  const words = inLanguage(WORDS, props.language)
  return (
    <>
      <h1>{words.title}</h1>
      {props.reviews.length === 0 ? <p class="empty">{words.empty}</p> : <p class="small no-print">{words.keys}</p>}
      {props.reviews.map((view) => (
        <ReviewCard view={view} language={props.language} />
      ))}
      {props.decided.length > 0 ? (
        <section>
          <h2>{words.decided}</h2>
          <p class="hint">{words.decidedHint}</p>
          {props.decided.map((view) => (
            <ReviewCard view={view} language={props.language} />
          ))}
        </section>
      ) : null}
    </>
  )
}
