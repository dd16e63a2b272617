/** Editions under way that people repair and amend: what counts, what is told, and that the seal holds. */
import { describe, expect, it } from 'vitest'
import { assessEdition } from '../../jobs/assess-exchanges/assess-edition.js'
import { interpretMessages } from '../../jobs/interpret-messages/interpret-messages.js'
import { sendDue } from '../../jobs/send-probes/send-due.js'
import type { EditionConfiguration } from '../../src/domain/configuration.js'
import { DAY_MS, HOUR_MS } from '../../src/domain/time.js'
import { amendEdition } from '../../src/editions/amend/amend-edition.js'
import type { AmendableThing } from '../../src/editions/amend/plan-differences.js'
import { cancelProbe, resendProbe, restoreProbe, voidProbe } from '../../src/editions/amend/repair-probe.js'
import { closeEdition } from '../../src/editions/closing.js'
import { readEdition } from '../../src/editions/edition-rows.js'
import { settleStates } from '../../src/editions/settle-states.js'
import { type FakeContext, fakeContext } from '../jobs/fake-context.js'
import { MONDAY, sampleConfiguration, sampleProbe } from '../ledger/samples.js'
import {
  answer,
  CONFIGURATION,
  EDITION,
  finish,
  how,
  lune,
  published,
  running,
  soleil,
  TO_LUNE,
  TO_SOLEIL,
} from './running-edition.js'

describe('one e-mail', () => {
  it('that was sent again counts once: the new one, by another shopper, at its own address and time', async () => {
    const context = await running()
    const { ledger } = context
    const made = resendProbe(ledger, TO_LUNE, context.settings.accounts, how(context))
    const again = ledger.probes.get(`${TO_LUNE}~2`)!
    expect(made).toMatchObject({ added: [`${TO_LUNE}~2`], voided: [TO_LUNE], cancelled: [] })
    expect(ledger.probes.get(TO_LUNE)).toMatchObject({ state: 'void', stateReason: 'the address was wrong' })
    expect(again.persona).not.toBe('claire')
    expect(again.token).not.toBe(ledger.probes.get(TO_LUNE)!.token)
    expect(again.dueAt).toBeGreaterThanOrEqual(context.time + 3 * DAY_MS - HOUR_MS)
    for (const moment of [MONDAY + 2 * DAY_MS, again.dueAt].toSorted((one, other) => one - other)) {
      context.time = moment
      await sendDue(context, true)
    }
    expect(ledger.probes.get(again.id)?.state).toBe('sent')
    context.time += HOUR_MS
    answer(context, again.id)
    await finish(context)
    const { results } = readEdition(ledger, EDITION)
    expect(results.filter(({ brand, assessment }) => brand === 'maison-lune' && assessment !== null)).toHaveLength(1)
    const { fr, en, kinds, report } = await published(context)
    expect(kinds).toEqual(['probe-resent'])
    expect(en).toContain('sent again; the first one counts nowhere – reason: the address was wrong')
    expect(fr).toContain('envoyé de nouveau')
    expect(report.marks.filter(({ brand }) => brand === 'maison-lune')).toMatchObject([{ mailHash: again.mail.hash }])
  })

  it('that bounced goes again from the same shopper', async () => {
    const context = await running()
    context.ledger.probes.move(TO_LUNE, 'sent', 'bounced', { at: context.time, by: 'test' })
    resendProbe(context.ledger, TO_LUNE, context.settings.accounts, how(context))
    expect(context.ledger.probes.get(`${TO_LUNE}~2`)).toMatchObject({ persona: 'claire', state: 'planned' })
  })

  it('that was taken out counts nowhere, is not settled by evidence, and counts again once that is taken back', async () => {
    const context = await running()
    const { ledger } = context
    context.time += HOUR_MS
    answer(context, TO_LUNE)
    await interpretMessages(context)
    settleStates(ledger, EDITION, context.time)
    expect(ledger.probes.get(TO_LUNE)?.state).toBe('answered')
    voidProbe(ledger, TO_LUNE, how(context, 'written to the wrong brand'))
    settleStates(ledger, EDITION, context.time)
    await assessEdition(context, EDITION)
    expect(ledger.probes.get(TO_LUNE)?.state).toBe('void')
    expect(ledger.assessments.ofEdition(EDITION)).toEqual([])
    restoreProbe(ledger, TO_LUNE, how(context, 'it was the right brand'))
    await finish(context)
    const { kinds, en } = await published(context)
    expect(kinds).toEqual(['probe-voided', 'probe-restored'])
    for (const reason of ['written to the wrong brand', 'it was the right brand']) expect(en).toContain(reason)
  })

  it('that was cancelled is told once, by its reason', async () => {
    const context = await running()
    cancelProbe(context.ledger, TO_SOLEIL, how(context, 'the shop is closed'))
    await finish(context)
    expect(context.handed).toHaveLength(1)
    const { kinds, fr } = await published(context)
    expect(kinds).toEqual(['probe-cancelled'])
    expect(fr).toContain('annulé avant son envoi – motif : the shop is closed')
  })

  it('is repaired only in a state that allows it, with a reason, in an edition under way', async () => {
    const context = await running()
    const { ledger } = context
    const { accounts } = context.settings
    expect(() => voidProbe(ledger, TO_SOLEIL, how(context))).toThrow(/is planned/)
    expect(() => cancelProbe(ledger, TO_LUNE, how(context))).toThrow(/is sent/)
    expect(() => resendProbe(ledger, TO_SOLEIL, accounts, how(context))).toThrow(/is planned/)
    expect(() => restoreProbe(ledger, TO_LUNE, how(context))).toThrow(/is sent/)
    expect(() => voidProbe(ledger, TO_LUNE, how(context, '  '))).toThrow(/Why\?/)
    expect(() => voidProbe(ledger, '2026/x/y', how(context))).toThrow(/not in the ledger/)
    expect(ledger.amendments.list()).toEqual([])
    resendProbe(ledger, TO_LUNE, accounts, how(context))
    expect(() => restoreProbe(ledger, TO_LUNE, how(context))).toThrow(/is void/)
    const fresh = fakeContext()
    expect(() => cancelProbe(fresh.ledger, sampleProbe(1).id, how(fresh))).toThrow(/is planned; only one under way/)
  })

  it('has no room left once the send window is over, and says what to do', async () => {
    const context = await running()
    context.time = Date.UTC(2026, 2, 28)
    expect(() => resendProbe(context.ledger, TO_LUNE, context.settings.accounts, how(context))).toThrow(/no room/)
    expect(context.ledger.probes.get(TO_LUNE)?.state).toBe('sent')
  })

  it('opens a closed edition again', async () => {
    const context = await running()
    await finish(context)
    voidProbe(context.ledger, TO_LUNE, how(context, 'seen by the brand: not ours'))
    expect(context.ledger.editions.require(EDITION).state).toBe('running')
    await assessEdition(context, EDITION)
    closeEdition(context.ledger, EDITION, context.time, 'test')
    const { kinds } = await published(context)
    expect(kinds).toEqual(['probe-voided', 'closed-again'])
  })
})

describe('an edition', () => {
  const amend = (
    context: FakeContext,
    thing: AmendableThing,
    id: string | null,
    files: Partial<EditionConfiguration>,
  ) =>
    amendEdition(
      context.ledger,
      {
        edition: EDITION,
        thing,
        id,
        files: { ...context.ledger.editions.require(EDITION).fixedConfiguration, ...files },
        accounts: context.settings.accounts,
      },
      how(context, `amended ${thing}`),
    )
  const edition = CONFIGURATION.edition!

  it('takes a brand in: every scenario, within what is left of the window', async () => {
    const context = await running()
    const etoile = { ...soleil, id: 'etoile', name: 'Étoile', domains: ['etoile.example'] }
    const made = amend(context, 'brand', 'etoile', { brands: [lune, soleil, etoile] })
    expect(made.added).toEqual([`${EDITION}/etoile/complaint`])
    await finish(context)
    const { kinds, report, fr } = await published(context)
    expect(kinds).toEqual(['brand-added'])
    expect(report.standings.map(({ brand }) => brand).toSorted()).toEqual(['etoile', 'maison-lune', 'soleil'])
    expect(fr).toContain('marque ajoutée : Étoile (1 e-mail) – motif : amended brand')
  })

  it('lets a brand go: nothing more is sent, nothing of it counts, and it stands in no table', async () => {
    const context = await running()
    amend(context, 'brand', 'maison-lune', { brands: [soleil] })
    await finish(context)
    const { kinds, report, en } = await published(context)
    expect(kinds).toEqual(['brand-withdrawn'])
    expect(report.standings.map(({ brand }) => brand)).toEqual(['soleil'])
    expect(en).toContain('brand withdrawn: Maison Lune (1 e-mail in no figure)')
  })

  it('corrects an address: what waits goes to the new one, once', async () => {
    const context = await running()
    const moved = { ...soleil, contacts: [{ address: 'aide@soleil.example', department: 'customer-service' }] }
    amend(context, 'brand', 'soleil', { brands: [lune, moved] })
    await finish(context)
    expect(context.handed.map(({ recipient }) => recipient)).toEqual([
      'contact@maison-lune.example',
      'aide@soleil.example',
    ])
    const { kinds, en } = await published(context)
    expect(kinds).toEqual(['addresses-corrected'])
    expect(en).not.toContain('aide@soleil.example')
  })

  it('retires a persona: others write what it had not written', async () => {
    const context = await running()
    amend(context, 'persona', 'anne', { personas: CONFIGURATION.personas!.filter(({ id }) => id !== 'anne') })
    await finish(context)
    expect(context.ledger.probes.get(TO_SOLEIL)?.state).toBe('cancelled')
    expect(context.ledger.probes.get(`${TO_SOLEIL}~2`)?.persona).not.toBe('anne')
    expect((await published(context)).kinds).toEqual(['persona-retired'])
  })

  it('extends its windows and changes its hours', async () => {
    const context = await running()
    amend(context, 'send-window', null, { edition: { ...edition, sendUntil: '2026-04-03' } })
    amend(context, 'answer-window', null, { edition: { ...edition, sendUntil: '2026-04-03', answerWindowDays: 20 } })
    const limits = { ...sampleConfiguration().limits, workingHours: { from: '08:00', until: '20:00' } }
    amend(context, 'hours', null, { edition: { ...edition, sendUntil: '2026-04-03', answerWindowDays: 20 }, limits })
    const { configuration, fixedConfiguration } = context.ledger.editions.require(EDITION)
    expect(configuration).toMatchObject({ edition: { sendUntil: '2026-04-03', answerWindowDays: 20 }, limits })
    expect(fixedConfiguration).toMatchObject({ edition: { sendUntil: '2026-03-27', answerWindowDays: 15 } })
    await finish(context)
    const { kinds, fr } = await published(context)
    expect(kinds).toEqual(['send-window-extended', 'answer-window-extended', 'hours-changed'])
    expect(fr).toContain('envois jusqu’au 2026-04-03 au lieu du 2026-03-27')
    expect(fr).toContain('réponses attendues 20 jours au lieu de 15')
  })

  it('is not amended in what decides marks, nor where nothing differs, nor to a shorter window', async () => {
    const context = await running()
    expect(() => amend(context, 'brand', 'soleil', {})).toThrow(/Nothing to amend/)
    expect(() => amend(context, 'send-window', null, { edition: { ...edition, sendUntil: '2026-03-20' } })).toThrow(
      /Nothing to amend/,
    )
    const renamed = { ...soleil, name: 'Soleil & Cie' }
    expect(() => amend(context, 'brand', 'soleil', { brands: [lune, renamed] })).toThrow(/Nothing to amend/)
    amend(context, 'brand', 'soleil', { brands: [lune] })
    expect(() => amend(context, 'brand', 'soleil', {})).toThrow(/Nothing to amend|withdrawn/)
  })
})

describe('the ledger', () => {
  it('refuses an e-mail that no amendment adds, and any change of an amendment', async () => {
    const { ledger, time } = await running()
    expect(() => ledger.probes.add([sampleProbe(9)], time)).toThrow(/only an amendment adds/)
    voidProbe(ledger, TO_LUNE, { by: 'user:x', at: time, reason: 'why' })
    expect(() => ledger.sqlite.exec(`UPDATE amendments SET reason = 'else'`)).toThrow(/only added to/)
    expect(() => ledger.sqlite.exec('DELETE FROM amendments')).toThrow(/only added to/)
  })
})
