/** Reads a form before any handler does, so that a body which is none is refused once and in words. */
import type { MiddlewareHandler } from 'hono'
import { ReplymarkError } from '../../domain/error.js'

/**
 * Refuses a form that cannot be read. What is read is kept by Hono for the handler.
 * @throws ReplymarkError `usage`
 */
export function readableForms(): MiddlewareHandler {
  return async (context, next) => {
    if (context.req.method === 'POST') {
      try {
        await context.req.parseBody()
      } catch (error) {
        if (error instanceof ReplymarkError) throw error
        throw new ReplymarkError('usage', 'The form could not be read', {
          hint: 'Send it as the page does: its parts or fields are not well formed.',
          cause: error,
        })
      }
    }
    await next()
  }
}
