/** A process of its own that stores one message after the other until it is ended. */
import { randomBytes } from 'node:crypto'
import { openLedger } from '../../src/ledger/ledger.js'

const ledger = openLedger(process.argv[2] ?? '', { evidenceKey: null })
for (let uid = 2; ; uid++) {
  const raw = Buffer.from(`Subject: ${uid}\r\n\r\n${randomBytes(3000).toString('base64')}`)
  const batch = { account: 'main', folder: 'INBOX', uidValidity: '7', lastUid: uid }
  ledger.messages.ingest({ ...batch, messages: [{ uid, internalDate: uid, raw }] }, uid)
}
