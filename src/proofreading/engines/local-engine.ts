/** Engines that run in this process: a check over a text, behind the port. */
import type { StudyLanguage } from '../../domain/language.js'
import type { Mistake } from '../../domain/mistake.js'
import type { Proofreader, ProofreadingContext } from '../proofreader.js'

/** The synchronous core of an engine. */
export type TextCheck = (text: string, context: ProofreadingContext) => readonly Mistake[]

/** Puts a synchronous check behind the port. */
export function localEngine(language: StudyLanguage, engine: string, version: string, check: TextCheck): Proofreader {
  return {
    language,
    engine,
    version,
    async proofread(text, context = {}) {
      return check(text, context)
    },
    async close() {},
  }
}
