/** An edition of two brands under way, for tests of repairing it: what is sent, read and marked is done by the real parts. */
import { expect } from 'vitest'
import { assessEdition } from '../../jobs/assess-exchanges/assess-edition.js'
import { interpretMessages } from '../../jobs/interpret-messages/interpret-messages.js'
import { sendDue } from '../../jobs/send-probes/send-due.js'
import { buildEditionReport } from '../../reports/edition-data.js'
import { methodologyPage } from '../../reports/html/methodology-page.js'
import { readGrid } from '../../src/cli/commands/mark/read-inputs.js'
import type { EditionConfiguration } from '../../src/domain/configuration.js'
import { DAY_MS } from '../../src/domain/time.js'
import { closeEdition } from '../../src/editions/closing.js'
import { readReportRows } from '../../src/editions/edition-rows.js'
import { preregistrationHash, preregistrationOf } from '../../src/editions/preregistration.js'
import { publishEdition } from '../../src/editions/publishing.js'
import { settleStates } from '../../src/editions/settle-states.js'
import { verifyEdition } from '../../src/editions/verification.js'
import { decideReview } from '../../src/ledger/decide-review.js'
import { commitmentOf } from '../../src/planning/plan-secret.js'
import { brandMail, type FakeContext, fakeContext, receive } from '../jobs/fake-context.js'
import { MONDAY, sampleConfiguration, sampleProbe } from '../ledger/samples.js'

const GRID = await readGrid('replymark')
const SECRET = 'a'.repeat(64)
export const EDITION = '2026'

function shopper(id: string, account = 'main') {
  const claire = sampleConfiguration().personas[0]!
  return { ...claire, id, firstName: 'Anne', lastName: 'Roux', localPart: `${id}.roux`, account }
}

export const lune = sampleConfiguration().brands[0]!
export const soleil = {
  ...lune,
  id: 'soleil',
  name: 'Soleil',
  contacts: [{ address: 'bonjour@soleil.example', department: 'customer-service' }],
  domains: ['soleil.example'],
}

export const CONFIGURATION: Partial<EditionConfiguration> = {
  grid: GRID,
  planCommitment: commitmentOf(SECRET),
  brands: [lune, soleil],
  personas: [sampleConfiguration().personas[0]!, shopper('anne'), shopper('lea')],
  edition: { ...sampleConfiguration().edition, brands: ['maison-lune', 'soleil'], personas: ['claire', 'anne', 'lea'] },
}

export const TO_LUNE = `${EDITION}/maison-lune/complaint`
export const TO_SOLEIL = `${EDITION}/soleil/complaint`

/** An edition of two brands, one e-mail each; the one to Lune is sent, Soleil's waits for its day. */
export async function running(): Promise<FakeContext> {
  const context = fakeContext({ probes: 0, configuration: CONFIGURATION })
  const { ledger } = context
  ledger.sqlite.exec(`INSERT INTO plan_secrets VALUES ('${EDITION}', '${SECRET}', 1)`)
  ledger.probes.add(
    [
      { ...sampleProbe(1), id: TO_LUNE },
      {
        ...sampleProbe(2, { brand: 'soleil', recipient: 'bonjour@soleil.example', persona: 'anne' }),
        id: TO_SOLEIL,
        dueAt: MONDAY + 2 * DAY_MS,
      },
    ],
    MONDAY,
  )
  const { configuration } = ledger.editions.require(EDITION)
  const fixed = preregistrationOf(configuration, ledger.probes.ofEdition(EDITION))
  ledger.preregistrations.store(fixed, preregistrationHash(fixed), MONDAY)
  await sendDue(context, true)
  return context
}

export const how = (context: FakeContext, reason = 'the address was wrong') => ({
  by: 'user:x',
  at: context.time,
  reason,
})

/** Sends everything that is still due, answers nothing more, and ends the edition. */
export async function finish(context: FakeContext): Promise<void> {
  const { ledger } = context
  for (let next = ledger.probes.nextDueAt(); next !== null; next = ledger.probes.nextDueAt()) {
    context.time = Math.max(context.time, next)
    const { sent } = await sendDue(context, true)
    expect(sent).toBeGreaterThan(0)
  }
  context.time += 40 * DAY_MS
  await interpretMessages(context)
  settleStates(ledger, EDITION, context.time)
  await assessEdition(context, EDITION)
  ledger.settings.set('mailbox-read:main', context.time, context.time)
  for (const { id } of ledger.reviews.open({ edition: EDITION }))
    decideReview(ledger, { item: id, decision: 'accept', by: 'user:x', at: context.time })
  await assessEdition(context, EDITION)
  closeEdition(ledger, EDITION, context.time, 'test')
}

/** Publishes, verifies and gives the methodology sheet. */
export async function published(context: FakeContext) {
  const { ledger } = context
  publishEdition(ledger, EDITION, context.time, 'test')
  expect(await verifyEdition(ledger, EDITION)).toMatchObject({ state: 'verified', difference: null })
  const report = buildEditionReport(readReportRows(ledger, EDITION))
  return {
    report,
    fr: methodologyPage(report, 'fr').replaceAll(/[\u00a0\u202f]/g, ' '),
    en: methodologyPage(report, 'en'),
    kinds: report.edition.preregistration!.deviations.map(({ kind }) => kind),
  }
}

export const answer = (context: FakeContext, probe: string) => {
  const { replyAddress, mail } = context.ledger.probes.get(probe)!
  const quoted = mail.text
    .trim()
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')
  receive(context, brandMail(replyAddress, `Bonjour,\n\nVotre colis arrive demain.\n\nPaul Martin\n\n${quoted}`))
}
