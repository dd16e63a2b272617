/**
 * The process that the hostile corpus is sent to, one mail at a time as a file: so its memory is that of a service, without
 * what making the mails takes. Speaks with its parent by messages.
 */
import { readFileSync, rmSync } from 'node:fs'
import { hostileContexts, throughEverything } from './hostile.js'
import { HOSTILE_WARM_UP, type MailReport, type MailToRead } from './hostile-corpus.js'

const newContext = await hostileContexts()
// Opens the engines: loading them is no part of a mail's time.
for (const text of HOSTILE_WARM_UP) {
  const context = newContext(1)
  await throughEverything(context, [{ name: 'warm-up', probe: 1, bytes: Buffer.from(text) }])
  context.ledger.close()
}

process.on('message', (mail: MailToRead) => {
  void (async () => {
    const bytes = readFileSync(mail.file)
    const context = newContext(1, mail.ledger)
    const started = process.cpuUsage()
    const problems = await throughEverything(context, [{ name: mail.name, probe: 1, bytes }])
    const { user, system } = process.cpuUsage(started)
    context.ledger.close()
    for (const end of ['', '-wal', '-shm']) rmSync(`${mail.ledger}${end}`, { force: true })
    const report: MailReport = {
      milliseconds: Math.round((user + system) / 1_000),
      peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1_000),
      problems: problems.get(mail.name) ?? [],
    }
    process.send?.(report)
  })()
})
process.on('disconnect', () => process.exit(0))
process.send?.({ milliseconds: 0, peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1_000), problems: [] })
