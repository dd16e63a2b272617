/** Who sends a request, now: asked for each request, and again at each tick of an open stream. */
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
