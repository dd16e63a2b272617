/** Dead letters of the queue on Redis: who and why in one hash, what it was in another, so that a look at the list moves no payload. */
import type { Redis } from 'ioredis'
import type { DeadLetter } from './queue.js'

/** A letter with its payload as a batch of one. */
export interface DeadPiece {
  readonly letter: DeadLetter
  readonly body: string
}

/** The dead letters of a study. */
export function deadLettersIn(redis: Redis, prefix: string) {
  const letters = `${prefix}:dead`
  const bodies = `${prefix}:dead-bodies`
  const written = async () =>
    Object.values(await redis.hgetall(letters))
      .map((text) => JSON.parse(text) as { readonly at: number; readonly letter: DeadLetter })
      .toSorted((one, other) => one.at - other.at)
      .map(({ letter }) => letter)
  return {
    /** Keys of all of them. */
    keys: () => redis.hkeys(letters),
    count: () => redis.hlen(letters),
    /** All of them, oldest first. */
    list: written,
    /** Puts one there, or in the place of the one with its key. */
    async put(letter: DeadLetter, body: string): Promise<void> {
      // The moment only orders the list; a letter that dies again moves to its end.
      const at = await redis.incr(`${prefix}:dead-order`)
      await redis
        .multi()
        .hset(bodies, letter.key, body)
        .hset(letters, letter.key, JSON.stringify({ at, letter }))
        .exec()
    },
    /** Takes all of them out, or the one with a key. */
    async take(key?: string): Promise<readonly DeadPiece[]> {
      const taken: DeadPiece[] = []
      for (const letter of await written()) {
        if (key !== undefined && letter.key !== key) continue
        const body = await redis.hget(bodies, letter.key)
        await redis.multi().hdel(letters, letter.key).hdel(bodies, letter.key).exec()
        if (body !== null) taken.push({ letter, body })
      }
      return taken
    },
  }
}
