/** A process of its own that polls a mailbox once into a ledger; the test kills it at a named moment. */
import { openLedger } from '../../src/ledger/ledger.js'
import { faultPointFrom } from '../../src/mail/fault-points.js'
import { openMailbox } from '../../src/mail/mailbox.js'
import { dovecotAccount, passwords } from './dovecot.js'

const [, , file = '', user = ''] = process.argv
const atFaultPoint = faultPointFrom(process.env.REPLYMARK_FAULT_POINT)
const ledger = openLedger(file, { evidenceKey: null })
const mailbox = await openMailbox(dovecotAccount(user), {
  password: passwords().REPLYMARK_IMAP_PASSWORD ?? '',
  store: {
    cursor: (account, folder) => ledger.messages.cursor(account, folder),
    since: () => 0,
    aside: () => [],
    setAside: () => {},
    store: (batch) => {
      atFaultPoint('between-fetch-and-commit')
      ledger.messages.ingest(batch, Date.now())
      atFaultPoint('after-commit')
    },
  },
})
await mailbox.poll()
await mailbox.close()
ledger.close()
