import { describe, expect, it } from 'vitest'
import { composeProbes } from '../../src/composing/compose-probes.js'
import type { PlannedProbe } from '../../src/domain/probe.js'
import { loadStudy } from '../../src/study/load-study.js'

const study = await loadStudy('config', {})
const [persona] = study.personas
const [scenario] = study.scenarios.filter(({ followUp }) => followUp === null)

function composed(addressing: 'plus' | 'catch-all', token: string) {
  const planned: PlannedProbe = {
    id: '2026/b/s',
    edition: '2026',
    brand: study.brands[0]!.id,
    scenario: scenario!.id,
    persona: persona!.id,
    variant: scenario!.variants[0]!.id,
    account: persona!.account,
    recipient: study.brands[0]!.contacts[0]!.address,
    token,
    dueAt: 0,
    followsProbe: null,
  }
  const accounts = study.accounts.map((account) => ({ ...account, addressing, domain: 'post.example' }))
  return composeProbes([planned], { ...study, accounts })[0]!
}

describe('who a probe comes from', () => {
  it('From itself carries the address of its own where the domain is caught whole', () => {
    const probe = composed('catch-all', 'c.morel.1403')
    expect(probe.replyAddress).toBe('c.morel.1403@post.example')
    expect(probe.fromAddress).toBe(probe.replyAddress)
  })

  it('behind `+` answers are asked for by Reply-To, and From stays the persona’s', () => {
    const probe = composed('plus', 'achats4821')
    expect(probe.replyAddress).toBe(`${persona!.localPart}+achats4821@post.example`)
    expect(probe.fromAddress).toBe(`${persona!.localPart}@post.example`)
  })
})
