/** Whose making a refusal is. */
import { describe, expect, it } from 'vitest'
import { isOfOwnMaking, ownReasonIn } from '../../../src/reading/bounce/own-making.js'

describe('the making of a refusal', () => {
  it.each([
    ['554 5.7.1 Service unavailable; Client host [192.0.2.7] blocked using bl.lists.example', 'blocked'],
    ['550 5.7.23 SPF validation failed for shopper.example', 'authentication-failed'],
    ['550 5.4.5 Daily user sending limit exceeded', 'sending-limit'],
    ['553 5.7.1 <claire@shopper.example>: Sender address rejected: not owned by user', 'sender-rejected'],
    ['550 5.7.501 Access denied for this account', 'blocked'],
    ['554 5.7.1 The sending account was suspended by its provider', 'sender-suspended'],
    ['550 Your e-mail account has been disabled for abuse', 'sender-suspended'],
    ['450 4.7.1 Too many messages today, come back tomorrow', 'too-fast'],
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
    '550 5.7.1 Only members of the group may write to contact@brand.example',
    '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; restricted to a group of senders',
    '550 5.2.3 RESOLVER.RST.RecipSizeLimit; message too large for this recipient',
    '450 4.2.1 The customer you write to is receiving mail at a rate that keeps others out',
    '550 5.1.1 contact@brand.example: user unknown, see https://brand.example/help/spam-policy',
    '550 5.2.1 The mailbox contact@brand.example has been suspended',
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
