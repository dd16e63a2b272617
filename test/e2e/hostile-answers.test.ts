/** A hundred hostile answers go through the real reading pipeline and are opened on every page that shows them: nothing runs, nothing leaves. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY_MS } from '../../src/domain/time.js'
import { readMessage } from '../../src/reading/read-message.js'
import { markSent, sampleProbe } from '../ledger/samples.js'
import { NOW } from '../web/small-study.js'
import { CHROMIUM, type OpenBrowser, openBrowser } from './browser.js'
import { HOSTILE_MARKUP } from './hostile-markup.js'

function encodedWord(text: string): string {
  return `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`
}

/** The payload in every place a sender controls: name, subject, text, HTML, file name, content type. */
function hostileMail(payload: string, number: number): string {
  return [
    `From: ${encodedWord(payload)} <contact@maison-lune.example>`,
    'To: camille@shopper.example',
    `Subject: ${encodedWord(payload)}`,
    `Message-ID: <hostile-${number}@maison-lune.example>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="outer"',
    '',
    '--outer',
    'Content-Type: multipart/alternative; boundary="inner"',
    '',
    '--inner',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Bonjour, votre colis part demain. ${payload}`,
    '--inner',
    'Content-Type: text/html; charset=utf-8',
    '',
    `<html><head>${payload}</head><body ${payload}><p>Bonjour</p>${payload}</body></html>`,
    '--inner--',
    '--outer',
    `Content-Type: text/html; name="${payload.replaceAll(/["\r\n]/g, '')}"`,
    `Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(payload)}`,
    '',
    payload,
    '--outer--',
    '',
  ].join('\r\n')
}

describe.skipIf(!CHROMIUM)('hostile answers in Chromium', () => {
  let open: OpenBrowser
  const probe = sampleProbe(999_999, {
    edition: '2030',
    brand: 'maison-lune',
    id: '2030/maison-lune/complaint',
    scenario: 'complaint',
  })
  beforeAll(async () => {
    open = await openBrowser()
    const { ledger } = open.study
    const model = ledger.editions.require('2026').configuration
    ledger.editions.plan({ ...model, edition: { ...model.edition, id: '2030', title: 'Hostile' } }, NOW)
    ledger.probes.add([probe], NOW)
    markSent(ledger, probe, NOW)
    for (const [number, payload] of HOSTILE_MARKUP.entries()) {
      const at = NOW + DAY_MS + number
      const raw = Buffer.from(hostileMail(payload, number))
      const batch = {
        account: 'main',
        folder: 'INBOX',
        uidValidity: '2',
        lastUid: number + 1,
        messages: [{ uid: number + 1, internalDate: at, raw }],
      }
      const hash = ledger.messages.ingest(batch, at).stored[0] as string
      ledger.readings.store(hash, await readMessage(raw), at)
      const candidate = { probe: probe.id, clue: 'reply-address-token' as const, confidence: 0.5, seen: payload }
      const decision = { outcome: 'matched' as const, probes: [probe.id], candidates: [candidate], reason: payload }
      ledger.matches.store(hash, decision, [{ probe: probe.id, role: 'answer', by: 'match' }], at)
      ledger.reviews.openItem(
        { subject: 'match', target: hash, edition: '2030', brand: 'maison-lune', reason: payload, openedBy: payload },
        at,
      )
      ledger.audit.add({ at, actor: payload, action: payload, target: payload, details: null })
    }
  })
  afterAll(() => open?.close())

  it('are a hundred and more', () => {
    expect(new Set(HOSTILE_MARKUP).size).toBeGreaterThanOrEqual(100)
    expect(open.study.ledger.matches.exchange(probe.id)?.messages).toHaveLength(HOSTILE_MARKUP.length)
  })

  it.each([
    '/exchanges/2030/maison-lune/complaint',
    '/operator/reviews',
    '/operator/audit',
    '/operator/exchanges?edition=2030',
  ])('%s shows them as text', async (path) => {
    const page = await open.page({ email: 'operator@study.example' })
    const response = await page.goto(path)
    expect(response?.status()).toBe(200)
    await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true')
    expect(await page.evaluate('globalThis.ran')).toBeUndefined()
    const scripts = (await page.evaluate(
      '[...document.scripts].map((script) => script.src || script.text)',
    )) as string[]
    expect(scripts.every((script) => script.startsWith(open.address))).toBe(true)
    await page.close()
  })

  it('the raw source and the HTML version of each open without running or loading anything', async () => {
    // The frame has no right to run script, so that nothing can be asked of it from inside: dialogs and requests tell.
    const page = await open.page({ email: 'operator@study.example' })
    const cookie = await open.study.cookieOf('operator@study.example')
    for (const { message } of open.study.ledger.matches.exchange(probe.id)?.messages ?? []) {
      const address = `/exchanges/2030/maison-lune/complaint`
      await page.goto(`${address}/html/${message.hash}`)
      const html = await (
        await open.study.app.request(`${address}/html/${message.hash}`, { headers: { cookie } })
      ).text()
      expect(html).not.toMatch(
        /<(script|img|image|iframe|object|embed|svg|math|link|style|form|input|base|video|audio|template|meta http)\b/i,
      )
      expect(html).not.toMatch(/<[^>]*\s(on\w+|href|src|style|background|poster|formaction)\s*=/i)
      const source = await open.study.app.request(`${address}/source/${message.hash}`, { headers: { cookie } })
      expect(source.headers.get('content-type')).toBe('text/plain; charset=utf-8')
      expect(source.headers.get('x-content-type-options')).toBe('nosniff')
    }
    await page.close()
  })

  it('opened no dialog and reached no other host', () => {
    expect(open.dialogs).toEqual([])
    expect(open.foreign).toEqual([])
  })
})
