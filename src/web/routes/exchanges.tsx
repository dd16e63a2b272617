/** One exchange: its page, its raw source, its sanitised HTML, contesting a mark and dismissing a mistake. */
import sanitizeHtml from 'sanitize-html'
import type { Exchange } from '../../domain/exchange.js'
import { CORRECTABLE, correct } from '../../editions/amend/decide.js'
import { saidError, say, titleIn } from '../../languages/index.js'
import { decideReview } from '../../ledger/decide-review.js'
import { openMail } from '../../reading/mime/open-mail.js'
import { firstReply } from '../../scoring/build-evidence.js'
import { isStaff, type Visitor } from '../accounts/role.js'
import type { WebContext } from '../context.js'
import { CONTEST_ACTION, contestationOf } from '../data/contestation.js'
import { mayBrandSee } from '../data/embargo.js'
import { brandName, CRITERION_TITLES, gridWeights, scenarioTitle } from '../data/names.js'
import { proofsOf, waitingFor } from '../data/proofs.js'
import type { WebDependencies } from '../dependencies.js'
import type { Register } from '../http/register.js'
import { ExchangePage } from '../pages/exchange.js'
import { documentOf, renderPage } from '../render.js'

/** Fewest and most characters of a contestation. */
const COMMENT_LENGTH = { least: 10, most: 4000 } as const

/** Registers them. */
export function registerExchangePages(register: Register, dependencies: WebDependencies, mailPolicy: string): void {
  const { ledger, now, actions } = dependencies

  function open(context: WebContext) {
    const { edition: editionId = '', brand = '', scenario = '' } = context.req.param() as Record<string, string>
    const edition = ledger.editions.require(editionId)
    const visitor = context.get('visitor') as Visitor
    if (!isStaff(visitor) && !mayBrandSee(edition, now())) {
      throw saidError('forbidden', say('web.exchanges-not-open'), {
        hint: say('web.exchanges-open-when'),
      })
    }
    const exchange = ledger.matches.exchange(`${editionId}/${brand}/${scenario}`)
    if (!exchange)
      throw saidError('not-found', say('web.no-exchange'), {
        hint: say('web.open-from-exchanges'),
      })
    return { edition, exchange, visitor }
  }

  function messageOf(context: WebContext, exchange: Exchange): Buffer {
    const hash = context.req.param('hash') ?? ''
    const shown = isStaff(context.get('visitor') as Visitor)
      ? [...exchange.messages, ...waitingFor(ledger, exchange)]
      : exchange.messages
    const known = shown.some(({ message }) => message.hash === hash)
    const raw = known ? ledger.messages.raw(hash) : null
    if (!raw) throw saidError('not-found', say('web.not-of-exchange'))
    return raw
  }

  register('exchange', (context) => {
    const { edition, exchange, visitor } = open(context)
    const language = context.get('language')
    const { configuration } = edition
    const { probe } = exchange
    const assessment = ledger.assessments.ofProbe(probe.id)
    const waiting = isStaff(visitor) ? waitingFor(ledger, exchange) : []
    const view = {
      exchange,
      proofs: proofsOf([...exchange.messages, ...waiting], configuration),
      waiting,
      assessment,
      markedMessage: firstReply(exchange, configuration.edition.answerWindowDays)?.message.hash ?? null,
      brandName: brandName(configuration, probe.brand),
      scenarioTitle: scenarioTitle(configuration, probe.scenario, language),
      timeZone: configuration.brands.find(({ id }) => id === probe.brand)?.timeZone ?? 'UTC',
      titles: CRITERION_TITLES,
      weights: gridWeights(configuration),
      mayDismiss: isStaff(visitor) && edition.state !== 'published',
      mayContest: visitor.role === 'brand' && edition.state !== 'published',
      contestation: contestationOf(dependencies, probe.id, edition.id),
    }
    return renderPage(
      context,
      dependencies,
      { title: `${view.brandName} · ${view.scenarioTitle}` },
      <ExchangePage view={view} language={language} />,
    )
  })

  register('exchangeSource', (context) => {
    const raw = messageOf(context, open(context).exchange)
    context.header('content-security-policy', mailPolicy)
    return context.body(new Uint8Array(raw), 200, {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': 'inline',
    })
  })

  register('exchangeHtml', async (context) => {
    const raw = messageOf(context, open(context).exchange)
    const { body } = await openMail(new Uint8Array(raw))
    const clean = sanitizeHtml(body.html ?? '<p>No HTML part.</p>', {
      allowedTags: [
        'p',
        'br',
        'div',
        'span',
        'b',
        'strong',
        'i',
        'em',
        'u',
        'ul',
        'ol',
        'li',
        'table',
        'tbody',
        'thead',
        'tr',
        'td',
        'th',
        'blockquote',
        'pre',
        'hr',
        'h1',
        'h2',
        'h3',
        'h4',
        'a',
        'font',
        'center',
      ],
      allowedAttributes: { td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan'] },
      disallowedTagsMode: 'discard',
    })
    context.header('content-security-policy', mailPolicy)
    return context.html(
      documentOf(
        `<html lang="x-unknown"><head><meta charset="utf-8"><title>HTML</title></head><body>${clean}</body></html>`,
      ),
    )
  })

  register('contest', async (context) => {
    const { edition, exchange, visitor } = open(context)
    if (visitor.role !== 'brand') throw saidError('forbidden', say('web.only-brand-contests'))
    if (edition.state === 'published') {
      throw saidError('conflict', say('web.sealed'), {
        hint: say('web.write-to-operator'),
      })
    }
    const form = await context.req.parseBody()
    const comment = typeof form.comment === 'string' ? form.comment.trim() : ''
    if (comment.length < COMMENT_LENGTH.least || comment.length > COMMENT_LENGTH.most) {
      throw saidError('usage', say('web.comment-length', { least: COMMENT_LENGTH.least, most: COMMENT_LENGTH.most }), {
        hint: say('web.say-what-is-wrong'),
      })
    }
    const by = `user:${visitor.email}`
    const { id, brand } = exchange.probe
    // One contestation an exchange: a second one would be kept nowhere, and nobody would read it.
    if (contestationOf(dependencies, id, edition.id))
      throw saidError('conflict', say('web.contested-already'), { hint: say('web.write-to-operator') })
    const marked = ledger.assessments.ofProbe(id)
    const finding = marked?.findings.find(({ criterion }) => criterion === form.criterion)
    const about = finding ? `${titleIn(CRITERION_TITLES[finding.criterion], context.get('language'))}: ` : ''
    const reason = about + comment
    const at = now()
    ledger.reviews.openItem(
      { subject: 'contestation', target: id, edition: edition.id, brand, reason, openedBy: by },
      at,
    )
    ledger.audit.add({ at, actor: by, action: CONTEST_ACTION, target: id, details: { mark: marked?.mark ?? null } })
    return context.redirect(`/exchanges/${id}`, 303)
  })

  register('dismiss', async (context) => {
    const { edition, exchange, visitor } = open(context)
    const form = await context.req.parseBody()
    if (edition.state === 'published')
      throw saidError('conflict', say('web.sealed'), {
        hint: say('web.named-variant'),
      })
    const place = typeof form.mistake === 'string' ? form.mistake : ''
    const mistake = ledger.assessments
      .ofProbe(exchange.probe.id)
      ?.mistakes.find(({ start, end }) => `${start}-${end}` === place)
    if (!mistake)
      throw saidError('not-found', say('web.no-mistake'), {
        hint: say('web.text-read-again'),
      })
    const by = `user:${visitor.email}`
    const target = `${exchange.probe.id}#${place}`
    const { brand } = exchange.probe
    const reason = `${mistake.text}: ${mistake.message}`
    const at = now()
    const item = ledger.reviews.openItem(
      { subject: 'mistake', target, edition: edition.id, brand, reason, openedBy: by },
      now(),
    )
    decideReview(ledger, { item, decision: 'dismiss', by, at })
    ledger.audit.add({ at, actor: by, action: 'dismiss-mistake', target, details: { text: mistake.text } })
    await actions.reassess(edition.id)
    return context.redirect(`/exchanges/${exchange.probe.id}`, 303)
  })

  register('correct', async (context) => {
    const { edition, exchange, visitor } = open(context)
    const form = await context.req.parseBody()
    const field = (name: string) => (typeof form[name] === 'string' ? form[name].trim() : '')
    const subject = CORRECTABLE.find((known) => known === field('subject'))
    if (!subject) throw saidError('usage', say('web.no-decision'), { hint: say('web.decide-how') })
    correct(ledger, {
      subject,
      target: field('target'),
      value: field('value'),
      comment: field('comment').slice(0, COMMENT_LENGTH.most),
      by: `user:${visitor.email}`,
      at: now(),
    })
    await actions.reassess(edition.id)
    return context.redirect(`/exchanges/${exchange.probe.id}`, 303)
  })
}
