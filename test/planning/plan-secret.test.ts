import { createHash, createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { commitmentOf, createSecretRandom, deriveBytes } from '../../src/planning/plan-secret.js'

const SECRET = '0123456789abcdef'.repeat(4)

describe('the secret of a plan', () => {
  it('is committed to by the hash of its bytes', () => {
    expect(commitmentOf(SECRET)).toBe(createHash('sha256').update(Buffer.from(SECRET, 'hex')).digest('hex'))
  })

  it('gives bytes by HMAC over the labels, told apart however they are cut', () => {
    const mac = createHmac('sha256', Buffer.from(SECRET, 'hex')).update('["a",1]').digest('hex')
    expect(deriveBytes(SECRET, 'a', 1).toString('hex')).toBe(mac)
    expect(deriveBytes(SECRET, 'a', 'bc')).not.toEqual(deriveBytes(SECRET, 'ab', 'c'))
    expect(deriveBytes(SECRET, '1')).not.toEqual(deriveBytes(SECRET, 1))
  })

  it.each(['', 'short', SECRET.toUpperCase(), `${SECRET}00`])('refuses %j', (secret) => {
    expect(() => commitmentOf(secret)).toThrow('32 bytes')
  })

  it('gives streams that are the same for the same labels and independent of how much another was used', () => {
    const take = (...labels: string[]) => {
      const stream = createSecretRandom(SECRET, 'plan').fork(...labels)
      return Array.from({ length: 40 }, () => stream.next32())
    }
    expect(take('times')).toEqual(take('times'))
    expect(take('times')).not.toEqual(take('variants'))
    const used = createSecretRandom(SECRET, 'plan')
    for (let draw = 0; draw < 99; draw += 1) used.uniform()
    expect(used.fork('times').next32()).toBe(take('times')[0])
    expect(new Set(take('times')).size).toBe(40)
  })

  it('draws evenly', () => {
    const stream = createSecretRandom(SECRET, 'even')
    const counts = Array.from({ length: 10 }, () => 0)
    for (let draw = 0; draw < 10_000; draw += 1) counts[stream.below(10)]! += 1
    // Chi-square with 9 degrees of freedom: 27.9 is exceeded by chance once in a thousand draws, and this draw is fixed.
    expect(counts.reduce((sum, count) => sum + (count - 1_000) ** 2 / 1_000, 0)).toBeLessThan(27.9)
  })
})
