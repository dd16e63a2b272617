/** Reads a form before any handler does, so that a body which is none is refused once and in words. */
import type { MiddlewareHandler } from 'hono'
import { ReplymarkError } from '../../domain/error.js'
import { saidError, say } from '../../languages/index.js'

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
        throw saidError('usage', say('web.form-unreadable'), {
          hint: say('web.send-form-as-page'),
          cause: error,
        })
      }
    }
    await next()
  }
}
