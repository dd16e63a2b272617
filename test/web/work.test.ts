/** What people do on the pages: review, contest, dismiss, close, publish, manage accounts. */
import { beforeEach, describe, expect, it } from 'vitest'
import { MONDAY, sampleReading } from '../ledger/samples.js'
import { MISTAKE, openSmallStudy, type SmallStudy } from './small-study.js'

let study: SmallStudy
beforeEach(async () => {
  study = await openSmallStudy()
})

async function send(email: string, path: string, fields: Record<string, string>): Promise<Response> {
  const headers = { cookie: await study.cookieOf(email), 'sec-fetch-site': 'same-origin' }
  return study.app.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) })
}
const open = async (email: string, path: string) =>
  study.app.request(path, { headers: { cookie: await study.cookieOf(email) } })

describe('a brand', () => {
  const own = '/exchanges/2026/maison-lune/complaint'

  it('contests a mark with a comment, once, and staff sees it in the queue', async () => {
    expect(
      (await send('brand@maison-lune.example', `${own}/contest`, { comment: 'Notre réponse donnait bien une date.' }))
        .status,
    ).toBe(303)
    const [review] = study.ledger.reviews.open()
    expect(review).toMatchObject({
      subject: 'contestation',
      target: '2026/maison-lune/complaint',
      brand: 'maison-lune',
    })
    expect(await (await open('brand@maison-lune.example', own)).text()).toContain('Une contestation est ouverte')
    expect(await (await open('analyst@study.example', '/operator/reviews')).text()).toContain(
      'Notre réponse donnait bien une date.',
    )
  })

  it('whose contestation is upheld sees the exchange taken out; upholding without an outcome or a reason is refused', async () => {
    await send('brand@maison-lune.example', `${own}/contest`, { comment: 'Notre réponse donnait bien une date.' })
    const { id } = study.ledger.reviews.open()[0]!
    const path = `/operator/reviews/${id}`
    expect((await send('analyst@study.example', path, { decision: 'accept', comment: 'vu' })).status).toBe(400)
    expect((await send('analyst@study.example', path, { decision: 'accept', outcome: 'void' })).status).toBe(400)
    const upheld = { decision: 'accept', outcome: 'void', comment: 'vu', seen: '0' }
    expect((await send('analyst@study.example', path, upheld)).status).toBe(303)
    expect(study.ledger.probes.get('2026/maison-lune/complaint')?.state).toBe('void')
    expect((await send('operator@study.example', path, { ...upheld, outcome: 'resend' })).status).toBe(409)
    const page = await (await open('operator@study.example', '/operator/reviews')).text()
    expect(page).toContain('Déjà tranché')
    expect(page).toContain('analyst@study.example')
    const exchange = await (await open('operator@study.example', own)).text()
    for (const said of ['Reçue', 'Contestation retenue', 'un analyste de l’étude', '<bdi>vu</bdi>'])
      expect(exchange, said).toContain(said)
  })

  it('contests a single criterion, and is told that a second contestation would not be read', async () => {
    const comment = 'La date est dans la première phrase.'
    expect((await send('brand@maison-lune.example', `${own}/contest`, { comment, criterion: 'answer' })).status).toBe(
      303,
    )
    const [review] = study.ledger.reviews.open()
    expect(review?.reason).toMatch(/^.+: La date est dans la première phrase\.$/)
    expect((await send('brand@maison-lune.example', `${own}/contest`, { comment })).status).toBe(409)
    const kept = { decision: 'dismiss', comment: 'La phrase annonce un délai, pas une date.', seen: '0' }
    expect((await send('analyst@study.example', `/operator/reviews/${review?.id}`, kept)).status).toBe(303)
    const answered = await (await open('brand@maison-lune.example', own)).text()
    for (const said of [
      'Reçue',
      'note à ce moment 90,0',
      'Contestation écartée',
      'un analyste de l’étude',
      kept.comment,
    ])
      expect(answered, said).toContain(said)
    // Who decided is told by role, never by name or address; and no empty form invites to write once more.
    expect(answered).not.toContain('analyst@study.example')
    expect(answered).not.toContain(`${own}/contest`)
  })

  it('must say why', async () => {
    expect((await send('brand@maison-lune.example', `${own}/contest`, { comment: 'non' })).status).toBe(400)
    expect(study.ledger.reviews.open()).toEqual([])
  })

  it('cannot open, contest or read the source of another brand’s exchange', async () => {
    const foreign = '/exchanges/2026/atelier-nord/complaint'
    expect((await open('brand@maison-lune.example', foreign)).status).toBe(403)
    expect(
      (await send('brand@maison-lune.example', `${foreign}/contest`, { comment: 'long enough to count' })).status,
    ).toBe(403)
    const hash = study.ledger.matches.exchange('2026/atelier-nord/complaint')?.messages[0]?.message.hash
    expect((await open('brand@maison-lune.example', `${own}/source/${hash}`)).status).toBe(404)
  })

  it('does not contest a published edition, which is sealed', async () => {
    expect(
      (
        await send('brand@maison-lune.example', '/exchanges/2024/maison-lune/complaint/contest', {
          comment: 'long enough to count',
        })
      ).status,
    ).toBe(409)
  })

  it('sees what to fix first and finds its value at stake, whose figures go nowhere', async () => {
    const html = await (await open('brand@maison-lune.example', '/my-brand')).text()
    expect(html).toContain('À corriger d’abord')
    expect(html).toContain('Valeur en jeu')
    // A field with a name would end in an address and in every log on its way.
    expect(html).not.toMatch(/<input id="stake-[^>]* name=/)
  })
})

describe('an analyst', () => {
  it('dismisses a mistake: a decision is written, the edition is marked again', async () => {
    const place = `${MISTAKE.start}-${MISTAKE.end}`
    const response = await send('analyst@study.example', '/exchanges/2026/maison-lune/complaint/dismiss', {
      mistake: place,
    })
    expect(response.status).toBe(303)
    expect(study.ledger.reviews.decisionOn('mistake', `2026/maison-lune/complaint#${place}`)).toMatchObject({
      decision: 'dismiss',
      decidedBy: 'user:analyst@study.example',
    })
    expect(study.done).toEqual(['reassess 2026'])
  })

  it('changes nothing of a published edition, which is sealed', async () => {
    const path = '/exchanges/2024/maison-lune/complaint/dismiss'
    const before = study.ledger.reviews.list()
    expect((await send('analyst@study.example', path, { mistake: `${MISTAKE.start}-${MISTAKE.end}` })).status).toBe(409)
    expect(study.ledger.reviews.list()).toEqual(before)
    expect(study.done).toEqual([])
  })

  it('sees that a letter was erased, and its marks all the same', async () => {
    const page = '/exchanges/2026/maison-lune/complaint'
    const [received] = study.ledger.matches.exchange('2026/maison-lune/complaint')!.messages
    const { hash } = received!.message
    const request = { request: 'r', erasedAt: 0, reason: 'asked' }
    study.ledger.erasures.record({ ...request, kind: 'reading', id: hash, hash: null })
    study.ledger.erasures.emptyReading(hash, 'domain')
    study.ledger.messages.purge(hash, 0, 'asked')
    const response = await open('analyst@study.example', page)
    expect(response.status).toBe(200)
    const html = await response.text()
    expect(html).toContain('Texte effacé à la demande d’une personne')
    expect(html).not.toContain(received!.reading.text.split('\n')[0])
  })

  it('decides a review with a comment', async () => {
    const item = study.ledger.reviews.openItem(
      {
        subject: 'finding',
        target: '2026/maison-lune/complaint#answer',
        edition: '2026',
        brand: 'maison-lune',
        reason: 'near the bound',
        openedBy: 'assess',
      },
      0,
    )
    expect(
      (
        await send('analyst@study.example', `/operator/reviews/${item}`, {
          decision: 'overrule',
          replacement: '0.5',
          comment: 'half',
        })
      ).status,
    ).toBe(303)
    expect(study.ledger.reviews.decisionsOf(item)).toMatchObject([
      { decision: 'overrule', replacement: { score: 0.5 }, comment: 'half' },
    ])
    expect(study.ledger.reviews.open()).toEqual([])
  })

  it('cannot overrule a finding without a score', async () => {
    const item = study.ledger.reviews.openItem(
      {
        subject: 'finding',
        target: '2026/maison-lune/complaint#answer',
        edition: '2026',
        brand: 'maison-lune',
        reason: 'near the bound',
        openedBy: 'assess',
      },
      0,
    )
    expect(
      (await send('analyst@study.example', `/operator/reviews/${item}`, { decision: 'overrule', replacement: '7' }))
        .status,
    ).toBe(400)
    expect(study.ledger.reviews.open()).toHaveLength(1)
  })

  it('cannot close or publish', async () => {
    expect(
      (await send('analyst@study.example', '/operator/editions/2026', { action: 'publish', confirmed: '2026' })).status,
    ).toBe(403)
    expect(study.done).toEqual([])
  })
})

describe('an operator', () => {
  it('publishes only behind a confirmation that names the edition', async () => {
    expect((await send('operator@study.example', '/operator/editions/2026', { action: 'publish' })).status).toBe(400)
    expect(
      (await send('operator@study.example', '/operator/editions/2026', { action: 'publish', confirmed: '2025' }))
        .status,
    ).toBe(400)
    expect(
      (await send('operator@study.example', '/operator/editions/2026', { action: 'publish', confirmed: '2026' }))
        .status,
    ).toBe(303)
    expect(study.done).toEqual(['publish 2026'])
  })

  it('adds a person who can sign in, and removes them with their sessions', async () => {
    const person = {
      action: 'add-account',
      email: 'new@study.example',
      name: 'New',
      role: 'analyst',
      password: 'quite a long sentence',
    }
    expect((await send('operator@study.example', '/operator/people', person)).status).toBe(200)
    const account = study.accounts.find('new@study.example')
    expect(account).toMatchObject({ role: 'analyst' })
    await send('operator@study.example', '/operator/people', { action: 'remove-account', id: account?.id ?? '' })
    expect(study.accounts.find('new@study.example')).toBeNull()
    expect(study.ledger.audit.newest(10).map(({ action }) => action)).toEqual(['remove-account', 'add-account'])
  })

  it('is shown a new API key once, and the list never holds it', async () => {
    const response = await send('operator@study.example', '/operator/people', {
      action: 'create-key',
      label: 'newsroom',
      role: 'press',
    })
    const key = /rm_[\w-]{43}/.exec(await response.text())?.[0] ?? ''
    expect((await study.app.request('/api/v1/editions', { headers: { authorization: `Bearer ${key}` } })).status).toBe(
      200,
    )
    expect(await (await open('operator@study.example', '/operator/people')).text()).not.toContain(key)
  })
})

describe('what nobody doubted', () => {
  const own = '/exchanges/2026/maison-lune/complaint'

  it('is overruled by staff on the page of the exchange, with a reason, and by nobody else', async () => {
    const criterion = study.ledger.assessments.ofProbe('2026/maison-lune/complaint')!.findings[0]!.criterion
    const target = `2026/maison-lune/complaint#${criterion}`
    const fields = { subject: 'finding', target, value: '0.5', comment: 'half of it' }
    expect((await send('brand@maison-lune.example', `${own}/correct`, fields)).status).toBe(403)
    expect((await send('analyst@study.example', `${own}/correct`, { ...fields, comment: '' })).status).toBe(400)
    expect((await send('analyst@study.example', `${own}/correct`, fields)).status).toBe(303)
    expect(study.ledger.reviews.decisionOn('finding', target)).toMatchObject({ replacement: { score: 0.5 } })
    expect(await (await open('analyst@study.example', own)).text()).toContain('Corriger un constat')
    expect(await (await open('brand@maison-lune.example', own)).text()).not.toContain('Corriger un constat')
  })
})

describe('mail that matches no exchange', () => {
  const text = 'Bonjour, votre colis arrive demain. Paul, depuis chez lui'
  const arrive = () => {
    const batch = { account: 'main', folder: 'INBOX', uidValidity: '9', lastUid: 1 }
    const { stored } = study.ledger.messages.ingest(
      { ...batch, messages: [{ uid: 1, internalDate: MONDAY, raw: Buffer.from(text) }] },
      MONDAY,
    )
    const [hash = ''] = stored
    study.ledger.readings.store(hash, sampleReading({ text, from: { name: 'P', address: 'p@home.example' } }), MONDAY)
    const none = { outcome: 'none', probes: [], candidates: [], reason: 'Nothing in it points to a probe.' } as const
    study.ledger.matches.store(hash, none, [], MONDAY)
    return hash
  }

  it('stands in the inbox until staff gives it to an exchange, with a reason', async () => {
    const hash = arrive()
    const page = async () => (await open('analyst@study.example', '/operator/inbox')).text()
    expect(await page()).toContain('p@home.example')
    const fields = { probe: '2026/maison-lune/complaint', comment: 'Paul answers from home' }
    expect((await send('press@paper.example', `/operator/inbox/${hash}`, fields)).status).toBe(403)
    expect((await send('analyst@study.example', `/operator/inbox/${hash}`, { ...fields, comment: '' })).status).toBe(
      400,
    )
    expect(
      (await send('analyst@study.example', `/operator/inbox/${hash}`, { ...fields, probe: '2026/x/y' })).status,
    ).toBe(404)
    expect((await send('analyst@study.example', `/operator/inbox/${hash}`, fields)).status).toBe(303)
    expect(study.ledger.reviews.decisionOn('match', hash)).toMatchObject({ replacement: [fields.probe] })
    expect(await page()).not.toContain('p@home.example')
    expect(await page()).toContain('chaque message reçu a son échange')
  })
})
