/** The languages of the program: the only place that names them. A new one is a folder beside this file and a line here. */
import { english } from './en/index.js'
import { french } from './fr/index.js'
import { registerLanguage } from './registry.js'

export * from './messages/tell.js'
export * from './registry.js'

registerLanguage(french)
registerLanguage(english)
