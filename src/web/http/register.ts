/** How pages are put onto their routes. */
import type { WebContext } from '../context.js'
import type { PageRoute } from './access-table.js'

/** A handler of a page route. */
export type PageHandler = (context: WebContext) => Response | Promise<Response>

/** Registers a page route with the access its table row asks for. */
export type Register = (route: PageRoute, handler: PageHandler) => void
