/** Who sends a request, now: asked for each request, and again at each tick of an open stream. */
import { saidError, say } from '../../languages/index.js'
import type { WebContext } from '../context.js'
import type { WebDependencies } from '../dependencies.js'
import type { Visitor } from './role.js'

/** The person or key behind a request; null where there is none, or no longer. */
export async function visitorOf(
  { apiKeys, accounts }: Pick<WebDependencies, 'apiKeys' | 'accounts'>,
  context: WebContext,
): Promise<Visitor | null> {
  return (
    apiKeys.visitor(context.req.header('authorization') ?? null) ?? (await accounts.visitor(context.req.raw.headers))
  )
}

/**
 * Refuses a key that speaks for nobody, instead of answering its sender like a stranger. Another scheme is none of ours: a proxy in
 * front may ask for Basic.
 * @throws ReplymarkError `unauthenticated`
 */
export function refuseWrongKey(context: WebContext, visitor: Visitor | null): void {
  if (visitor?.by === 'api-key' || !/^bearer(\s|$)/i.test(context.req.header('authorization') ?? '')) return
  throw saidError('unauthenticated', say('web.bad-key'), { hint: say('web.other-key') })
}
