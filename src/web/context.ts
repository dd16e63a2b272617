/** What every request carries once the first handlers have run. */
import type { Context } from 'hono'
import type { StudyLanguage } from '../domain/language.js'
import type { Visitor } from './accounts/role.js'

/** Colours chosen by the visitor; `auto` follows the system. */
export type Theme = 'auto' | 'light' | 'dark'

/** Hono's types for our application. */
export interface WebEnvironment {
  Variables: {
    requestId: string
    visitor: Visitor | null
    /** Address of the client as limits count it. */
    client: string
    language: StudyLanguage
    theme: Theme
  }
}

/** The context of a request. */
export type WebContext = Context<WebEnvironment>
