/** Pages and forms of the people who run a study. */

import { streamSSE } from 'hono/streaming'
import type { ProbeState } from '../../domain/probe.js'
import type { ReviewDecision } from '../../domain/review.js'
import { DAY_MS } from '../../domain/time.js'
import { correct, decide, undoDecision } from '../../editions/amend/decide.js'
import { unmatchedMail } from '../../editions/unmatched-mail.js'
import { inLanguage, saidError, say } from '../../languages/index.js'
import { isStaff, ROLES, type Role, type Visitor } from '../accounts/role.js'
import { visitorOf } from '../accounts/visitor-of.js'
import type { WebContext } from '../context.js'
import { currentEdition, readDashboard } from '../data/dashboard.js'
import { brandName, scenarioTitle } from '../data/names.js'
import { readDecided, readReviews } from '../data/reviews.js'
import { readSending } from '../data/troubles.js'
import type { WebDependencies } from '../dependencies.js'
import type { Register } from '../http/register.js'
import { DashboardPage, DashboardState } from '../pages/dashboard.js'
import { InboxPage } from '../pages/inbox.js'
import { AuditPage, ExchangesPage, HealthPage } from '../pages/lists.js'
import { PeoplePage } from '../pages/people.js'
import { ReviewsPage } from '../pages/reviews.js'
import { renderPage } from '../render.js'

/** Lines of a list on one page. */
const PAGE_SIZE = 200

/** Milliseconds between two looks at the ledger for the live page. */
const LIVE_INTERVAL_MS = 1000

/** Decided reviews that the page of reviews lists, newest first. */
const DECIDED_SHOWN = 50

/** Most days an API key may live: ten years. */
const MOST_KEY_DAYS = 3650

const DECISIONS: readonly ReviewDecision['decision'][] = ['accept', 'overrule', 'dismiss']

function text(form: Record<string, unknown>, name: string): string {
  // A form may hold two fields of one name (a choice and a score); the one that was filled in counts.
  const value = form[name]
  const all = Array.isArray(value) ? value : [value]
  return all.find((one): one is string => typeof one === 'string' && one !== '') ?? ''
}

function actorOf(visitor: Visitor | null): string {
  return `user:${visitor?.email ?? 'unknown'}`
}

function roleOf(name: string): Role {
  const role = ROLES.find((known) => known === name)
  if (role) return role
  throw saidError('usage', say('web.no-role', { role: name }), { hint: say('web.roles', { roles: ROLES.join(', ') }) })
}

/** Days a key lives; null where the field is empty: it does not expire. */
function daysOf(value: string): number | null {
  if (value.trim() === '') return null
  const days = Number(value)
  if (Number.isInteger(days) && days >= 1 && days <= MOST_KEY_DAYS) return days
  throw saidError('usage', say('web.key-lifetime', { days: value }), {
    hint: say('web.key-days', { most: MOST_KEY_DAYS }),
  })
}

/** Registers them. */
export function registerOperatorPages(register: Register, dependencies: WebDependencies): void {
  const { ledger, accounts, apiKeys, now, actions, service } = dependencies

  /** A brand of some edition; null where the field is empty. */
  const brandOf = (id: string): string | null => {
    if (id === '') return null
    if (ledger.editions.list().some(({ configuration }) => configuration.brands.some((brand) => brand.id === id)))
      return id
    throw saidError('usage', say('web.no-brand-anywhere', { brand: id }), {
      hint: say('web.use-brand-id'),
    })
  }

  register('dashboard', (context) => {
    const language = context.get('language')
    const edition = currentEdition(dependencies, context.req.query('edition'))
    const view = edition ? readDashboard(dependencies, edition, context.get('visitor'), language) : null
    return renderPage(
      context,
      dependencies,
      { title: view?.title ?? 'Replymark' },
      <DashboardPage view={view} language={language} />,
    )
  })

  register('dashboardEvents', (context) => {
    const language = context.get('language')
    const edition = currentEdition(dependencies, context.req.query('edition'))
    if (!edition) throw saidError('not-found', say('web.no-edition-planned'))
    // A compressed stream would wait for a full block before it sends.
    context.header('content-encoding', 'identity')
    return streamSSE(context, async (stream) => {
      let shown = ''
      while (!stream.aborted) {
        // An account may be removed, signed out or given another role while the page is open.
        const visitor = await visitorOf(dependencies, context)
        if (!isStaff(visitor)) return
        const view = readDashboard(dependencies, ledger.editions.require(edition.id), visitor, language)
        const html = (<DashboardState view={view} language={language} />).toString()
        if (html !== shown) await stream.writeSSE({ event: 'state', data: JSON.stringify({ html }) })
        shown = html
        await stream.sleep(LIVE_INTERVAL_MS)
      }
    })
  })

  register('editionControl', async (context) => {
    const form = await context.req.parseBody()
    const { id } = ledger.editions.require(context.req.param('edition') ?? '')
    const by = actorOf(context.get('visitor'))
    const action = text(form, 'action')
    const back = context.redirect(`/operator?edition=${encodeURIComponent(id)}`, 303)
    if ((action === 'close' || action === 'publish') && text(form, 'confirmed') !== id) {
      throw saidError('usage', say('web.needs-confirmation'), {
        hint: say('web.tick-box'),
      })
    }
    if (action === 'close') await actions.close(id, by)
    else if (action === 'publish') await actions.publish(id, by)
    else if (action === 'start' || action === 'pause') {
      if (!service) {
        throw saidError('conflict', say('web.no-service'), {
          hint: say('web.start-service'),
        })
      }
      await (action === 'start' ? service.start(id) : service.pause(id))
      ledger.audit.add({ at: now(), actor: by, action: `${action}-edition`, target: id, details: null })
    } else throw saidError('usage', say('web.no-action'))
    return back
  })

  register('exchanges', (context) => {
    const language = context.get('language')
    const edition = currentEdition(dependencies, context.req.query('edition'))
    const state = context.req.query('state') ?? ''
    const from = Math.max(0, Number(context.req.query('from') ?? 0) || 0)
    const marks = new Map(
      edition ? ledger.assessments.ofEdition(edition.id).map(({ probe, mark }) => [probe, mark]) : [],
    )
    const probes = edition
      ? ledger.probes.ofEdition(edition.id).filter((probe) => !state || probe.state === (state as ProbeState))
      : []
    const lines = probes.slice(from, from + PAGE_SIZE).map((probe) => ({
      probe,
      brandName: edition ? brandName(edition.configuration, probe.brand) : probe.brand,
      scenarioTitle: edition ? scenarioTitle(edition.configuration, probe.scenario, language) : probe.scenario,
      mark: marks.get(probe.id) ?? null,
    }))
    const query = new URLSearchParams({ edition: edition?.id ?? '', state, from: String(from + PAGE_SIZE) })
    const next = from + PAGE_SIZE < probes.length ? `/operator/exchanges?${query}` : null
    const title = inLanguage({ fr: 'Échanges', en: 'Exchanges' }, language)
    return renderPage(
      context,
      dependencies,
      { title },
      <ExchangesPage language={language} edition={edition?.id ?? ''} state={state} lines={lines} next={next} />,
    )
  })

  register('inbox', (context) => {
    const language = context.get('language')
    const title = inLanguage({ fr: 'Courrier sans échange', en: 'Mail without an exchange' }, language)
    const mails = unmatchedMail(ledger, PAGE_SIZE)
    return renderPage(context, dependencies, { title }, <InboxPage mails={mails} language={language} />)
  })

  register('assign', async (context) => {
    const form = await context.req.parseBody()
    const review = correct(ledger, {
      subject: 'match',
      target: context.req.param('hash') ?? '',
      value: text(form, 'probe'),
      comment: text(form, 'comment').slice(0, 1000),
      by: actorOf(context.get('visitor')),
      at: now(),
    })
    if (review.edition) await actions.reassess(review.edition)
    return context.redirect('/operator/inbox', 303)
  })

  register('reviews', (context) => {
    const language = context.get('language')
    const title = inLanguage({ fr: 'À relire', en: 'To review' }, language)
    return renderPage(
      context,
      dependencies,
      { title },
      <ReviewsPage
        language={language}
        reviews={readReviews(dependencies, language)}
        decided={readDecided(dependencies, language, DECIDED_SHOWN)}
      />,
    )
  })

  register('review', async (context) => {
    const form = await context.req.parseBody({ all: true })
    const id = context.req.param('item') ?? ''
    const item = ledger.reviews.list().find((review) => review.id === id)
    if (!item)
      throw saidError('not-found', say('web.no-review', { review: id }), {
        hint: say('web.review-withdrawn'),
      })
    if (text(form, 'decision') === 'undo') {
      undoDecision(ledger, {
        item: id,
        seen: Number(text(form, 'seen')),
        by: actorOf(context.get('visitor')),
        at: now(),
      })
      if (item.edition) await actions.reassess(item.edition)
      return context.redirect('/operator/reviews', 303)
    }
    const decision = DECISIONS.find((known) => known === text(form, 'decision'))
    if (!decision) throw saidError('usage', say('web.no-decision'), { hint: say('web.decide-how') })
    const by = actorOf(context.get('visitor'))
    if (decision === 'overrule' && item.subject === 'finding' && text(form, 'replacement') === '')
      throw saidError('usage', say('web.overrule-needs-score'), { hint: say('web.fill-in-score') })
    const outcome = text(form, 'outcome')
    const value =
      item.subject === 'contestation'
        ? outcome === 'score'
          ? `${text(form, 'criterion')} ${text(form, 'score')}`
          : outcome
        : text(form, 'replacement')
    const seen = text(form, 'seen')
    decide(
      ledger,
      {
        item: id,
        decision,
        value,
        comment: text(form, 'comment').slice(0, 1000),
        ...(seen === '' ? {} : { seen: Number(seen) }),
        by,
        at: now(),
      },
      dependencies.sendingAccounts,
    )
    if (item.edition) await actions.reassess(item.edition)
    return context.redirect('/operator/reviews', 303)
  })

  register('health', async (context) => {
    const language = context.get('language')
    const totals = ledger.messages.evidenceTotals()
    return renderPage(
      context,
      dependencies,
      { title: inLanguage({ fr: 'État', en: 'Health' }, language) },
      <HealthPage
        language={language}
        mailboxes={service?.mailboxes() ?? null}
        sending={readSending(dependencies)}
        queue={service ? await service.queue() : null}
        messages={ledger.messages.count()}
        evidenceBytes={totals.bytes}
        sound={ledger.integrityProblems().length === 0}
      />,
    )
  })

  register('audit', (context) => {
    const language = context.get('language')
    const before = Number(context.req.query('before')) || Number.MAX_SAFE_INTEGER
    const entries = ledger.audit.newest(PAGE_SIZE, before)
    const last = entries.length === PAGE_SIZE ? entries.at(-1) : undefined
    const next = last ? `/operator/audit?before=${last.sequence}` : null
    return renderPage(
      context,
      dependencies,
      { title: inLanguage({ fr: 'Journal', en: 'Audit log' }, language) },
      <AuditPage language={language} entries={entries} next={next} />,
    )
  })

  const people = (context: WebContext, fresh: string | null) => {
    const language = context.get('language')
    const title = inLanguage({ fr: 'Personnes et clés', en: 'People and keys' }, language)
    return renderPage(
      context,
      dependencies,
      { title },
      <PeoplePage language={language} accounts={accounts.list()} keys={apiKeys.list()} fresh={fresh} />,
    )
  }

  register('people', (context) => people(context, null))

  register('peopleChange', async (context) => {
    const form = await context.req.parseBody()
    const visitor = context.get('visitor')
    const role = () => roleOf(text(form, 'role'))
    const brand = () => brandOf(text(form, 'brand'))
    const done = (action: string, target: string) =>
      ledger.audit.add({ at: now(), actor: actorOf(visitor), action, target, details: null })
    switch (text(form, 'action')) {
      case 'add-account': {
        const account = await accounts.add({
          email: text(form, 'email'),
          name: text(form, 'name'),
          role: role(),
          brand: brand(),
          password: text(form, 'password'),
        })
        done('add-account', account.email)
        return people(context, null)
      }
      case 'remove-account': {
        const id = text(form, 'id')
        if (id === visitor?.id)
          throw saidError('conflict', say('web.not-own-account'), { hint: say('web.ask-another-operator') })
        accounts.remove(id)
        done('remove-account', id)
        return people(context, null)
      }
      case 'create-key': {
        const named = { role: role(), brand: brand() }
        if (named.role === 'brand' && !named.brand)
          throw saidError('usage', say('web.brand-key-needs-brand'), { hint: say('web.fill-in-brand') })
        const days = daysOf(text(form, 'days'))
        const key = apiKeys.create({
          label: text(form, 'label'),
          ...named,
          expiresAt: days === null ? null : now() + days * DAY_MS,
        })
        done('create-key', text(form, 'label'))
        return people(context, key)
      }
      case 'revoke-key':
        apiKeys.revoke(text(form, 'id'))
        done('revoke-key', text(form, 'id'))
        return people(context, null)
      default:
        throw saidError('usage', say('web.no-action'))
    }
  })
}
