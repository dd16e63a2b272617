/** Mails of the simulated market as examples: their kinds are known for sure, and a demo that doubts its own letters shows nothing. */
import type { MessageKind } from '../../../src/domain/message.js'
import type { PlannedProbe } from '../../../src/domain/probe.js'
import { createMarket } from '../../../src/sandbox/market.js'
import { loadStudy } from '../../../src/study/load-study.js'

/** Any moment: no kind depends on it. 2026-03-03T09:30:00Z. */
const SENT = 1_772_530_200_000

/** Mails with their true kinds of one simulated edition. */
export async function marketMails(seed: number): Promise<{ readonly raw: Uint8Array; readonly kind: MessageKind }[]> {
  const { brands, personas, scenarios } = await loadStudy('config', {})
  const market = createMarket({ seed, brands, personas, scenarios, editions: ['2026'], bias: null })
  const probes = brands.flatMap((brand, place) =>
    scenarios.map((scenario, index) => {
      const persona = personas[(place + index) % personas.length]!
      const token = `t${place}x${index}`
      const planned: PlannedProbe = {
        id: `2026/${brand.id}/${scenario.id}`,
        edition: '2026',
        brand: brand.id,
        scenario: scenario.id,
        persona: persona.id,
        variant: scenario.variants[0]!.id,
        account: persona.account,
        recipient: brand.contacts[0]!.address,
        token,
        dueAt: SENT,
        followsProbe: null,
      }
      return { ...planned, replyAddress: `${persona.localPart}+${token}@post.example` }
    }),
  )
  market.announce(probes)
  const mails: { raw: Uint8Array; kind: MessageKind }[] = []
  for (const probe of probes) {
    if (market.refuses(probe.recipient)) continue
    const deliveries = await market.receive({
      acceptedAt: SENT,
      envelopeFrom: probe.replyAddress,
      recipient: probe.recipient,
      messageId: `<${probe.token}@post.example>`,
      fromName: 'Claire Morel',
      fromAddress: 'claire.morel@post.example',
      replyTo: probe.replyAddress,
      subject: 'Une question',
      text: 'Bonjour,\n\nUne question.\n\nClaire Morel',
      headers: `Message-ID: <${probe.token}@post.example>`,
    })
    mails.push(...deliveries.map(({ raw, truth }) => ({ raw, kind: truth.kind })))
  }
  return mails
}
