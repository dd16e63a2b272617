/** Attacks that need time or a file: a live page that outlives its account, and a ledger that is damaged while the service runs. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openLedger } from '../../src/ledger/ledger.js'
import { createApp } from '../../src/web/app.js'
import { openSmallStudy } from './small-study.js'

const folder = mkdtempSync(join(tmpdir(), 'replymark-attacks-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a live page', () => {
  it.each([
    ['the account is removed', 'remove'],
    ['the person signs out everywhere', 'sign-out'],
    ['the person becomes a journalist', 'demote'],
    ['the key is revoked', 'revoke'],
  ])('ends when %s', async (_, attack) => {
    const study = await openSmallStudy()
    const email = 'analyst@study.example'
    const id = study.accounts.find(email)?.id ?? ''
    const key = study.apiKeys.create({ label: 'live', role: 'analyst', brand: null, expiresAt: null })
    const headers: Record<string, string> =
      attack === 'revoke' ? { authorization: `Bearer ${key}` } : { cookie: await study.cookieOf(email) }
    const response = await study.app.request('/operator/events', { headers })
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    const reader = response.body!.getReader()
    expect(new TextDecoder().decode((await reader.read()).value)).toContain('event: state')
    if (attack === 'remove') study.accounts.remove(id)
    if (attack === 'sign-out') study.accounts.signOutEverywhere(id)
    if (attack === 'demote') study.ledger.sqlite.exec("update user set role = 'press'")
    if (attack === 'revoke') for (const { id: own } of study.apiKeys.list()) study.apiKeys.revoke(own)
    // What changes in the study afterwards is not told any more; the stream has an end.
    study.ledger.sqlite.exec("update editions set state = 'running' where id = '2026'")
    let told = ''
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      told += new TextDecoder().decode(value)
    }
    expect(told).toBe('')
  })
})

describe('/readyz', () => {
  it('says 200 on a sound ledger and 503 on a damaged one, by the same request', async () => {
    const file = join(folder, 'ledger.sqlite')
    const sound = openLedger(file, { evidenceKey: null })
    const root = sound.sqlite.prepare("select rootpage from sqlite_schema where name = 'messages'").pluck().get()
    const pageSize = sound.sqlite.pragma('page_size', { simple: true }) as number
    sound.sqlite.pragma('wal_checkpoint(TRUNCATE)')
    const { dependencies } = await openSmallStudy()
    const ask = (ledger: typeof sound) => createApp({ ...dependencies, ledger }).request('/readyz')
    expect((await ask(sound)).status).toBe(200)
    sound.close()
    const content = readFileSync(file)
    content.fill(0x5a, (Number(root) - 1) * pageSize, Number(root) * pageSize)
    writeFileSync(file, content)
    const damaged = openLedger(file, { evidenceKey: null })
    const refused = await ask(damaged)
    expect(refused.status).toBe(503)
    expect(await refused.text()).not.toContain(folder)
    // Alive it is: a restart would not help.
    expect((await createApp({ ...dependencies, ledger: damaged }).request('/healthz')).status).toBe(200)
    damaged.close()
  })
})
