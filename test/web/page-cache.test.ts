/** What anonymous readers get from the cache is what a handler would answer now. */
import { beforeEach, describe, expect, it } from 'vitest'
import { NOW, openSmallStudy, type SmallStudy } from './small-study.js'

let study: SmallStudy
let now = NOW
beforeEach(async () => {
  now = NOW
  study = await openSmallStudy({ now: () => now })
})

const open = async (path: string, headers: Record<string, string> = {}) =>
  (await study.app.request(path, { headers })).text()

describe('the page cache', () => {
  it('answers the same bytes as the first time', async () => {
    expect(await open('/editions/2024')).toBe(await open('/editions/2024'))
  })

  it('shows a change of the ledger at once', async () => {
    await open('/editions/2024')
    const [first] = study.ledger.standings.ofEdition('2026')
    study.ledger.editions.move('2026', 'published', NOW)
    expect(first).toBeDefined()
    expect(await open('/editions')).toContain('/editions/2026')
  })

  it('opens an embargoed edition when its time has come', async () => {
    expect((await study.app.request('/editions/2025')).status).toBe(404)
    const before = await open('/editions')
    now = NOW + 25 * 3_600_000
    expect(before).not.toContain('/editions/2025')
    expect(await open('/editions')).toContain('/editions/2025')
  })

  it('keeps languages apart', async () => {
    const french = await open('/trends', { 'accept-language': 'fr' })
    const english = await open('/trends', { 'accept-language': 'en' })
    expect(french).toContain('<html lang="fr"')
    expect(english).toContain('<html lang="en"')
  })

  it('never gives a signed-in reader an anonymous page, nor the other way round', async () => {
    await open('/editions/2024')
    const cookie = await study.cookieOf('operator@study.example')
    expect(await open('/editions/2024', { cookie })).toContain('href="/account"')
    expect(await open('/editions/2024')).toContain('href="/sign-in"')
  })

  it('gives each answer a request id of its own', async () => {
    const first = await study.app.request('/editions/2024')
    const second = await study.app.request('/editions/2024')
    expect(first.headers.get('x-request-id')).not.toBe(second.headers.get('x-request-id'))
    expect(second.headers.get('content-security-policy')).toContain("default-src 'none'")
  })
})
