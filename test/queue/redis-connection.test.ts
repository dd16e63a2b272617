/** Which addresses of Redis are refused: work holds the texts of mails, which nobody on the way may read. */
import { describe, expect, it } from 'vitest'
import { connectForCommands, connectForWaiting } from '../../src/queue/redis-connection.js'

describe.each([
  'redis://queue.example:6379',
  'redis://:secret@10.0.0.7',
  'redis://127.0.0.1.evil.example',
  'redis://127.0.0.1@evil.example',
  'redis://[2001:db8::1]:6379',
  'REDIS://queue.example',
  'queue.example:6379',
  '//queue.example',
  '10.0.0.7',
  'http://127.0.0.1',
])('%s', (url) => {
  it('is refused, and the password is not told', () => {
    for (const connect of [connectForCommands, connectForWaiting]) {
      expect(() => connect(url)).toThrow(/without TLS/)
      expect(() => connect(url)).not.toThrow(/secret/)
    }
  })
})

describe.each([
  'rediss://queue.example:6379',
  'redis://127.0.0.1:1',
  'redis://localhost:1',
  'redis://[::1]:1',
])('%s', (url) => {
  it('is accepted', () => {
    const redis = connectForCommands(url)
    redis.disconnect()
  })
})
