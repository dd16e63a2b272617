/** Whose making a refusal is. */
import { describe, expect, it } from 'vitest'
import { isOfOwnMaking, ownReasonIn } from '../../../src/reading/bounce/own-making.js'

describe('the making of a refusal', () => {
  it.each([
    ['554 5.7.1 Service unavailable; Client host [192.0.2.7] blocked using bl.lists.example', 'blocked'],
    ['550 5.7.23 SPF validation failed for shopper.example', 'authentication-failed'],
    ['550 5.4.5 Daily user sending limit exceeded', 'sending-limit'],
    ['553 5.7.1 <claire@shopper.example>: Sender address rejected: not owned by user', 'sender-rejected'],
    ['550 5.7.25 The IP address sending this message does not have a PTR record', 'no-reverse-name'],
  ])('%s is ours', (response, reason) => {
    expect(ownReasonIn(response)).toBe(reason)
  })

  it.each([
    '550 5.1.1 <contact@brand.example>: Recipient address rejected: User unknown in local recipient table',
    '552 5.2.2 Mailbox full',
    '451 4.4.1 Connection timed out',
    '421 4.3.0 Temporary system problem',
    'not one plain address: a b@c',
  ])('%s is not ours', (response) => {
    expect(ownReasonIn(response)).toBeNull()
  })

  it.each([
    ['expired', false],
    ['network-error', false],
    ['user-unknown', false],
    ['mailbox-full', false],
    ['undetermined', false],
    ['bad-reputation', true],
    ['spam-detected', true],
  ])('a report with the reason %s is ours: %s', (reason, own) => {
    expect(isOfOwnMaking(reason)).toBe(own)
  })
})
