/** A service in a process of its own over the sample edition; the test kills it at a named moment. */
import { openLedger } from '../../src/ledger/ledger.js'
import { faultPointFrom } from '../../src/mail/fault-points.js'
import { openEditionService } from './sample-edition.js'

const [, , file = '', user = '', smtpPort = '', moment = ''] = process.argv
/** The test's clock, which goes on from one process to the next. */
const began = Number(moment) - performance.now()
const ledger = openLedger(file, { evidenceKey: null })
const service = await openEditionService({
  ledger,
  user,
  smtpPort: Number(smtpPort),
  now: () => Math.floor(began + performance.now()),
  atFaultPoint: faultPointFrom(process.env.REPLYMARK_FAULT_POINT),
})
process.on('SIGTERM', () => {
  void service.stop().then(() => {
    ledger.close()
    process.exit(0)
  })
})
await service.start()
