/** The sentences of English by id, one file a subject. */
import { codes } from './codes.js'
import { editions } from './editions.js'
import { web } from './web.js'

/** All of them. */
export const messages = { ...codes, ...editions, ...web } as const
