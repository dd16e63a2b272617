/** A second factor from the account page to the next sign-in, in a real browser. */
import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PASSWORD } from '../web/small-study.js'
import { CHROMIUM, type OpenBrowser, openBrowser } from './browser.js'

const PRESS = 'press@paper.example'

/** Time-based one-time password (RFC 6238, 30 s, SHA-1, six digits) of a base32 secret, as an app computes it. */
function oneTimePassword(secret: string, at: number): string {
  const bits = [...secret.replace(/=+$/, '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const digest = createHmac('sha1', key).update(counter).digest()
  const offset = digest.at(-1)! & 0xf
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

describe.skipIf(!CHROMIUM)('a second factor', () => {
  let open: OpenBrowser
  beforeAll(async () => {
    open = await openBrowser()
  })
  afterAll(() => open?.close())

  it('lets a journalist turn on a second factor and sign in with it, and with a backup code', async () => {
    const page = await open.page({ email: PRESS, language: 'en' })
    await page.goto('/account')
    await page.locator('#factor-password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Turn on' }).click()
    const secret = (await page.locator('pre.secret').textContent()) ?? ''
    const backup = ((await page.locator('pre.backup-codes').textContent()) ?? '').split('\n')
    await page.getByLabel('Code shown').fill(oneTimePassword(secret, Date.now()))
    await page.getByRole('button', { name: 'Confirm' }).click()
    await page.getByText('The second factor is on.').waitFor()

    // The code that was confirmed opens nothing any more; an app's clock may be half a minute ahead.
    for (const code of [oneTimePassword(secret, Date.now() + 30_000), backup[0] ?? '']) {
      const fresh = await open.page({ language: 'en' })
      await fresh.goto('/press')
      await fresh.getByLabel('E-mail address').fill(PRESS)
      await fresh.getByLabel('Password').fill(PASSWORD)
      await fresh.getByRole('button', { name: 'Sign in' }).click()
      await fresh.getByLabel(/Six-digit code/).fill('not a code')
      await fresh.getByRole('button', { name: 'Sign in' }).click()
      expect(await fresh.getByRole('alert').textContent()).toContain('not right')
      expect(new URL(fresh.url()).pathname).toBe('/sign-in/code')
      await fresh.getByLabel(/Six-digit code/).fill(code)
      await fresh.getByRole('button', { name: 'Sign in' }).click()
      await fresh.waitForURL('**/press')
    }
  })
})
