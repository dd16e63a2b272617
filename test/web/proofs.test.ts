import { describe, expect, it } from 'vitest'
import { interpretMessages } from '../../jobs/interpret-messages/interpret-messages.js'
import { proofSentence, proofsOf, waitingFor } from '../../src/web/data/proofs.js'
import { brandMail, fakeContext, receive } from '../jobs/fake-context.js'
import { markSent } from '../ledger/samples.js'

describe('what the page of an exchange says of a message', () => {
  it.each([
    [
      { verdict: 'authenticated', by: 'authentication-results', method: 'dmarc', domain: 'a.example' },
      'a.example vouches for it (DMARC)',
    ],
    [
      { verdict: 'failed', by: 'authentication-results', method: 'dkim', domain: 'a.example' },
      'a.example did not send it (DKIM)',
    ],
    [{ verdict: 'unproven', by: 'authentication-results', method: null, domain: 'b.example' }, 'only b.example does'],
    [{ verdict: 'unproven', by: 'authentication-results', method: null, domain: '' }, 'does not vouch for it.'],
    [{ verdict: 'unproven', by: null, method: null, domain: '' }, 'No trusted server'],
  ] as const)('%j', (proof, words) => {
    const sentence = proofSentence(proof)
    expect(sentence.en).toContain(words)
    expect(sentence.fr).not.toBe(sentence.en)
  })

  it('a forged answer waits with its reason, the genuine one counts with its proof', async () => {
    const context = fakeContext({
      configuration: { answers: { authservIds: ['mx.ours.example'], clockSkewSeconds: 120 } },
    })
    const { ledger } = context
    const probe = ledger.probes.ofEdition('2026')[0]!
    markSent(ledger, probe)
    const header = (result: string) => [
      `Authentication-Results: mx.ours.example; dmarc=${result} header.from=maison-lune.example`,
    ]
    const forged = receive(context, brandMail(probe.replyAddress, 'Non.', header('fail')))
    const genuine = receive(context, brandMail(probe.replyAddress, 'Bonjour,\nOui, demain.', header('pass')))
    await interpretMessages(context)
    const exchange = ledger.matches.exchange(probe.id)!
    expect(exchange.messages.map(({ message }) => message.hash)).toEqual([genuine])
    const waiting = waitingFor(ledger, exchange)
    expect(waiting).toMatchObject([{ message: { hash: forged }, reason: expect.stringContaining('disowns it') }])
    const proofs = proofsOf([...exchange.messages, ...waiting], ledger.editions.require('2026').configuration)
    expect(proofs[genuine]?.en).toContain('Authenticated')
    expect(proofs[forged]?.fr).toContain('Désavoué')
    await context.queue.close()
  })
})
