import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { publishSite } from '../../src/app/publish-site.js'
import { comparePublishedFolder } from '../../src/app/published-folder.js'
import { closeEdition } from '../../src/editions/closing.js'
import { MANIFEST_FILE, type Publication, publicationText, stampedBytes } from '../../src/editions/publication.js'
import { publishEdition } from '../../src/editions/publishing.js'
import { newSigningKey, parseSigningKey, SIGNING_KEY_VARIABLE } from '../../src/editions/signing-key.js'
import { TIMESTAMP_VARIABLE } from '../../src/editions/timestamp.js'
import { verifyEdition } from '../../src/editions/verification.js'
import type { Ledger } from '../../src/ledger/ledger.js'
import { startAuthority } from '../editions/time-stamping-authority.js'
import { AFTER, syntheticLedger } from '../reports/synthetic-ledger.js'
import { filesOf } from '../reports/verifier/published-folder.js'

let ledger: Ledger
let folder = ''
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'replymark-site-')), 'site')
  ledger = syntheticLedger({ brands: 3, years: [2026] })
  closeEdition(ledger, '2026', AFTER, 'test')
  publishEdition(ledger, '2026', AFTER, 'test')
})
afterEach(() => {
  ledger.close()
  rmSync(join(folder, '..'), { recursive: true })
})
const publish = (environment: Readonly<Record<string, string>> = {}) =>
  publishSite({ ledger, edition: '2026', folder, by: 'test', environment, now: () => AFTER })
const stored = () => ledger.publications.ofEdition('2026').map(({ publication }) => publication as Publication)
const text = (path: string) => readFileSync(join(folder, path), 'utf8')

describe('publishing files', () => {
  it('writes what the manifest says, keeps it in the ledger, and gives the same bytes again', async () => {
    const { publication, files } = await publish()
    expect(filesOf(folder)).toHaveLength(files)
    expect(text(MANIFEST_FILE)).toBe(publicationText(publication))
    expect(stored()).toEqual([JSON.parse(publicationText(publication))])
    await publish()
    expect(stored()).toHaveLength(1)
    expect(await comparePublishedFolder(ledger, '2026', folder)).toMatchObject({ differences: [], left: null, files })
  })

  it('signs with the key of the environment, names its public part on the pages, and its secret nowhere', async () => {
    const { secret, publicKey } = newSigningKey()
    await publish({ [SIGNING_KEY_VARIABLE]: secret })
    for (const path of [
      'index.html',
      'fr/methodology.html',
      'en/press-kit.html',
      'data/edition-report.json',
      MANIFEST_FILE,
    ])
      expect(text(path)).toContain(publicKey)
    const bytes = [...filesOf(folder).map(({ content }) => Buffer.from(content)), ledger.sqlite.serialize()]
    const forms = [
      secret,
      Buffer.from(secret, 'base64url').toString('hex'),
      Buffer.from(secret, 'base64url').toString('base64'),
    ]
    for (const form of forms) expect(bytes.some((content) => content.includes(form))).toBe(false)
    expect((await verifyEdition(ledger, '2026', null)).notes.join()).toContain(`signed by the key ${publicKey}`)
  })

  it('makes a new revision that names the one before where it is signed later, and refuses to lose a signature', async () => {
    await publish()
    const key = { [SIGNING_KEY_VARIABLE]: newSigningKey().secret }
    await publish(key)
    const [first, second] = stored()
    expect(second!.statement).toMatchObject({ revision: 2, previous: first!.statement.filesRoot })
    await expect(publish()).rejects.toMatchObject({ code: 'conflict' })
    await expect(publish({ [SIGNING_KEY_VARIABLE]: newSigningKey().secret })).rejects.toMatchObject({
      code: 'conflict',
    })
    expect((await verifyEdition(ledger, '2026', null)).difference).toBeNull()
  })

  it('ties the audit log to what is signed: a log written anew with a chain that fits is named', async () => {
    await publish({ [SIGNING_KEY_VARIABLE]: newSigningKey().secret })
    expect((await verifyEdition(ledger, '2026', null)).difference).toBeNull()
    const entries = [...ledger.audit.inOrder()]
    ledger.sqlite.exec('DROP TRIGGER audit_log_delete; DELETE FROM audit_log')
    ledger.sqlite.exec(`UPDATE sqlite_sequence SET seq = 0 WHERE name = 'audit_log'`)
    // One entry that no seal holds, since it came after the seal.
    for (const entry of entries)
      ledger.audit.add({ ...entry, actor: entry.action === 'publish-edition' ? 'user:other' : entry.actor })
    expect((await verifyEdition(ledger, '2026', null)).difference).toMatch(
      /audit log before it is not the one that was signed/,
    )
  })

  it('refuses what is no key without telling it', () => {
    const wrong = `${newSigningKey().secret}x`
    try {
      parseSigningKey(wrong)
      expect.unreachable()
    } catch (error) {
      expect(error).toMatchObject({ code: 'configuration' })
      expect(String((error as Error).stack) + JSON.stringify(error)).not.toContain(wrong.slice(0, 20))
    }
    expect(parseSigningKey(undefined)).toBeNull()
    expect(parseSigningKey('')).toBeNull()
  })

  it('takes a time-stamp where an authority is named, and writes nothing where it gives none', async () => {
    const authority = await startAuthority()
    try {
      authority.answerWith({ status: 500, body: Buffer.alloc(0) })
      await expect(publish({ [TIMESTAMP_VARIABLE]: authority.url })).rejects.toMatchObject({ code: 'unavailable' })
      expect(existsSync(folder)).toBe(false)
      expect(stored()).toEqual([])
      authority.answerWith(null)
      await publish({ [TIMESTAMP_VARIABLE]: authority.url })
      const [{ statement, signature, timestamp }] = stored() as [Publication]
      const token = Buffer.from(timestamp!, 'base64')
      expect(authority.verify(token, stampedBytes(statement, signature))).toMatch(/Verification: OK/)
      expect((await verifyEdition(ledger, '2026', null)).notes.join()).toMatch(
        /authority saw their manifest at 2\d{3}-/,
      )
      expect(authority.requests).toHaveLength(2)
    } finally {
      await authority.stop()
    }
  })
})

describe('comparing the folder with the ledger', () => {
  it('names a file that changed, one that is gone, one that was added and another manifest', async () => {
    await publish()
    writeFileSync(join(folder, 'data/standings.csv'), 'brand\r\n')
    rmSync(join(folder, 'fr/league-table.html'))
    writeFileSync(join(folder, 'en/more.html'), '')
    writeFileSync(join(folder, MANIFEST_FILE), text(MANIFEST_FILE).replace('"revision": 1', '"revision": 2'))
    const told = (await comparePublishedFolder(ledger, '2026', folder)).differences.join('; ')
    for (const name of [
      'data/standings.csv',
      'fr/league-table.html',
      'en/more.html',
      'file manifest.json is not the one',
    ])
      expect(told).toContain(name)
  })

  it('says that it did not compare what is not there', async () => {
    expect(await comparePublishedFolder(ledger, '2026', folder)).toEqual({ differences: [], left: null, files: 0 })
    await publish()
    rmSync(folder, { recursive: true })
    expect((await comparePublishedFolder(ledger, '2026', folder)).left).toContain('--site')
  })
})
