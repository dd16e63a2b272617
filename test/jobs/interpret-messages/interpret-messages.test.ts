/** Reading what came in: what waits in memory is bounded in messages and in bytes. */
import { expect, it } from 'vitest'
import { interpretMessages } from '../../../jobs/interpret-messages/interpret-messages.js'
import { payloadOf } from '../../../src/queue/queue.js'
import { fakeContext } from '../fake-context.js'

it('hands large mails to the queue a few at a time, and reads them all', async () => {
  const context = fakeContext()
  const megabyte = 1024 * 1024
  const letter = (number: number, bytes: number) =>
    Buffer.concat([
      Buffer.from(
        `From: x@y.example\nSubject: ${number}\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nBonjour.\n--b\nContent-Type: image/jpeg\nContent-Transfer-Encoding: base64\n\n`,
      ),
      Buffer.alloc(bytes, 'A'),
    ])
  const sizes = [6, 6, 6, 20, 1, 1].map((size) => size * megabyte)
  context.ledger.messages.ingest(
    {
      account: 'main',
      folder: 'INBOX',
      uidValidity: '1',
      lastUid: sizes.length,
      messages: sizes.map((size, index) => ({
        uid: index + 1,
        internalDate: context.time,
        raw: letter(index, size),
      })),
    },
    context.time,
  )
  const handed: number[] = []
  const { queue } = context
  const watched = {
    ...context,
    queue: {
      ...queue,
      add: (items: Parameters<typeof queue.add>[0]) => {
        handed.push(
          items.reduce(
            (sum, { payload }) => sum + Buffer.byteLength((payloadOf({ payload }) as { raw: Buffer }).raw, 'base64'),
            0,
          ),
        )
        return queue.add(items)
      },
      idle: () => queue.idle(),
      deadLetters: () => queue.deadLetters(),
    },
  }
  expect((await interpretMessages(watched)).read).toBe(sizes.length)
  // One message alone may be larger: it cannot be handed over in parts.
  expect(handed.filter((bytes) => bytes > 16.1 * megabyte)).toHaveLength(1)
  context.ledger.close()
})
