/** The running edition: one line that says where it stands, progress by sector, doubts, problems with what to do about each. */

import type { StudyLanguage } from '../../domain/language.js'
import { inLanguage } from '../../languages/index.js'
import type { DashboardView } from '../data/dashboard.js'
import { formatNumber } from '../format.js'
import { Scroll } from './scroll.js'

const WORDS = {
  fr: {
    none: 'Aucune édition n’est prévue. Préparez-en une avec « replymark plan --edition … » : elle apparaîtra ici.',
    line: '{sent} sur {planned} envoyés, {answered} répondus, {reviews} attendent une personne.',
    day: 'Jour {now} sur {of}\u00a0: ',
    windowsOver: 'Toutes les fenêtres de réponse sont closes\u00a0: ',
    sectors: 'Par secteur',
    sector: 'Secteur',
    sent: 'Envoyés',
    answered: 'Répondus',
    waiting: 'En attente',
    progress: 'Avancement',
    problems: 'Problèmes',
    noProblems: 'Aucun problème.',
    control: 'Conduire l’édition',
    start: 'Démarrer',
    pause: 'Suspendre',
    close: 'Clore',
    publish: 'Publier',
    confirm: 'Je confirme : ',
    closeWarns: 'les réponses reçues après la clôture ne compteront pas.',
    publishWarns: 'les notes deviennent publiques et l’édition est scellée pour toujours.',
    fixed: 'Plan, grille et analyse fixés sous cette empreinte, à rendre publique avant le premier e-mail :',
    reviews: 'À relire',
    inbox: 'Courrier sans échange',
    exchanges: 'Tous les échanges',
    health: 'État des boîtes et de la file',
    audit: 'Journal',
    people: 'Personnes et clés',
    notRunning: 'Le service d’envoi ne tourne pas ici : lancez « replymark run ».',
    states: { configured: 'configurée', planned: 'prévue', running: 'en cours', closed: 'close', published: 'publiée' },
  },
  en: {
    none: 'No edition is planned. Prepare one with `replymark plan --edition …`: it will appear here.',
    line: '{sent} of {planned} sent, {answered} answered, {reviews} need you.',
    day: 'Day {now} of {of}: ',
    windowsOver: 'Every answer window is over: ',
    sectors: 'By sector',
    sector: 'Sector',
    sent: 'Sent',
    answered: 'Answered',
    waiting: 'Waiting',
    progress: 'Progress',
    problems: 'Problems',
    noProblems: 'No problem.',
    control: 'Run the edition',
    start: 'Start',
    pause: 'Pause',
    close: 'Close',
    publish: 'Publish',
    confirm: 'I confirm: ',
    closeWarns: 'answers received after closing will not count.',
    publishWarns: 'marks become public and the edition is sealed for good.',
    fixed: 'Plan, grid and analysis are fixed under this hash; make it known before the first e-mail:',
    reviews: 'To review',
    inbox: 'Mail without an exchange',
    exchanges: 'All exchanges',
    health: 'Mailboxes and queue',
    audit: 'Audit log',
    people: 'People and keys',
    notRunning: 'The sending service does not run here: start `replymark run`.',
    states: {
      configured: 'configured',
      planned: 'planned',
      running: 'running',
      closed: 'closed',
      published: 'published',
    },
  },
} as const

/** The part that renews itself. */
export function DashboardState(props: { view: DashboardView; language: StudyLanguage }) {
  const { view, language } = props
  const words = inLanguage(WORDS, language)
  const count = (value: number) => formatNumber(value, language, 0)
  const day = view.day
    ? words.day.replace('{now}', count(view.day.now)).replace('{of}', count(view.day.of))
    : view.windowsOver
      ? words.windowsOver
      : ''
  const line = words.line
    .replace('{sent}', count(view.total.sent))
    .replace('{planned}', count(view.total.planned))
    .replace('{answered}', count(view.total.answered))
    .replace('{reviews}', count(view.openReviews))
  return (
    <>
      <p class="lead">{day + line}</p>
      {view.fixed === null ? null : (
        <p class="small">
          {words.fixed} <code>{view.fixed}</code>
        </p>
      )}
      <h2>{words.sectors}</h2>
      <Scroll label={words.sectors}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.sector}</th>
              <th scope="col">{words.progress}</th>
              <th scope="col" class="number">
                {words.sent}
              </th>
              <th scope="col" class="number">
                {words.answered}
              </th>
              <th scope="col" class="number">
                {words.waiting}
              </th>
            </tr>
          </thead>
          <tbody>
            {view.sectors.map(({ title, counts }) => (
              <tr>
                <th scope="row">{title}</th>
                <td>
                  <progress value={counts.sent} max={Math.max(1, counts.planned)} aria-label={title}></progress>
                </td>
                <td class="number">{`${count(counts.sent)} / ${count(counts.planned)}`}</td>
                <td class="number">{count(counts.answered)}</td>
                <td class="number">{count(counts.waiting)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <h2>{words.problems}</h2>
      {view.problems.length === 0 ? <p>{words.noProblems}</p> : null}
      <ul>
        {view.problems.map((problem) => (
          <li>
            {problem.what} <span class="small">{problem.todo}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Control(props: { view: DashboardView; action: 'close' | 'publish'; language: StudyLanguage }) {
  const words = inLanguage(WORDS, props.language)
  const { action } = props
  return (
    <form method="post" action={`/operator/editions/${props.view.edition}`}>
      <label class="hint">
        <input type="checkbox" name="confirmed" value={props.view.edition} required /> {words.confirm}
        {action === 'close' ? words.closeWarns : words.publishWarns}
      </label>
      <p>
        <button type="submit" class="danger" name="action" value={action}>
          {words[action]}
        </button>
      </p>
    </form>
  )
}

/** The page. */
export function DashboardPage(props: { view: DashboardView | null; language: StudyLanguage }) {
  const { view, language } = props
  const words = inLanguage(WORDS, language)
  if (!view) return <p class="empty">{words.none}</p>
  return (
    <>
      <h1>{`${view.title} · ${words.states[view.state]}`}</h1>
      <p class="no-print">
        <a href="/operator/reviews">{words.reviews}</a> · <a href="/operator/inbox">{words.inbox}</a> ·{' '}
        <a href={`/operator/exchanges?edition=${view.edition}`}>{words.exchanges}</a> ·{' '}
        <a href="/operator/health">{words.health}</a> · <a href="/operator/audit">{words.audit}</a>
        {view.mayControl ? (
          <>
            {' '}
            · <a href="/operator/people">{words.people}</a>
          </>
        ) : null}
      </p>
      <div data-live={`/operator/events?edition=${view.edition}`} aria-live="polite">
        <DashboardState view={view} language={language} />
      </div>
      {view.mayControl ? (
        <section class="no-print">
          <h2>{words.control}</h2>
          {view.sendsHere || view.state === 'closed' || view.state === 'published' ? null : (
            <p class="hint">{words.notRunning}</p>
          )}
          {view.sendsHere && (view.state === 'planned' || view.state === 'running') ? (
            <form method="post" action={`/operator/editions/${view.edition}`}>
              <button type="submit" name="action" value={view.running ? 'pause' : 'start'}>
                {view.running ? words.pause : words.start}
              </button>
            </form>
          ) : null}
          {view.state === 'running' ? <Control view={view} action="close" language={language} /> : null}
          {view.state === 'closed' ? <Control view={view} action="publish" language={language} /> : null}
        </section>
      ) : null}
    </>
  )
}
