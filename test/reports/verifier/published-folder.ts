/** A published and signed edition as files in memory, for tests of whoever checks them. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { publishSite } from '../../../src/app/publish-site.js'
import { closeEdition } from '../../../src/editions/closing.js'
import type { PublishedFile } from '../../../src/editions/publication.js'
import { publishEdition } from '../../../src/editions/publishing.js'
import { newSigningKey, SIGNING_KEY_VARIABLE } from '../../../src/editions/signing-key.js'
import { AFTER, syntheticLedger } from '../synthetic-ledger.js'

/** Reads every file below a folder. */
export function filesOf(folder: string): readonly PublishedFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = join(entry.parentPath, entry.name)
      return { path: relative(folder, file), content: readFileSync(file) }
    })
}

/** Publishes the edition of 2026 after that of 2025. */
export async function publishedFolder({ signed = true, brands = 8 } = {}): Promise<{
  readonly files: readonly PublishedFile[]
  /** Public key. */
  readonly key: string
  /** Its secret part. */
  readonly secret: string
}> {
  const ledger = syntheticLedger({ brands })
  const folder = mkdtempSync(join(tmpdir(), 'replymark-published-'))
  const { secret, publicKey } = newSigningKey()
  try {
    for (const edition of ['2025', '2026']) {
      closeEdition(ledger, edition, AFTER, 'test')
      publishEdition(ledger, edition, AFTER, 'test')
    }
    const environment = signed ? { [SIGNING_KEY_VARIABLE]: secret } : {}
    await publishSite({ ledger, edition: '2026', folder, by: 'test', environment, now: () => AFTER })
    return { files: filesOf(folder), key: publicKey, secret }
  } finally {
    ledger.close()
    rmSync(folder, { recursive: true })
  }
}
