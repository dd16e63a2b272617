/** Assessing one exchange: proofreads the reply, builds the evidence and runs the grid over it. Everything it needs is in the payload. */

import type { BusinessCalendar } from '../calendar/business-hours.js'
import type { Assessment } from '../domain/assessment.js'
import type { Brand } from '../domain/brand.js'
import type { Exchange } from '../domain/exchange.js'
import type { Grid } from '../domain/grid.js'
import type { StudyLanguage } from '../domain/language.js'
import type { Mistake } from '../domain/mistake.js'
import type { Persona } from '../domain/persona.js'
import type { Scenario } from '../domain/scenario.js'
import type { ProofreadingSettings } from '../domain/study.js'
import { isStudyLanguage, lackOf } from '../languages/index.js'
import { createProofreader } from '../proofreading/engines/create-proofreader.js'
import { PROOFREAD_CHARACTERS, type Proofreader, type ProofreadingContext } from '../proofreading/proofreader.js'
import { assessExchange } from '../scoring/assess-exchange.js'
import { buildEvidence, firstReply } from '../scoring/build-evidence.js'
import { countWords } from '../text/count-words.js'

/** Payload of `assess-exchange`. */
export interface AssessmentWork {
  readonly exchange: Exchange
  readonly persona: Persona
  readonly brand: Brand
  readonly scenario: Scenario
  readonly answerWindowDays: number
  /** New texts of the brand's other replies in the edition, oldest first. */
  readonly otherReplies: readonly string[]
  readonly earlier: Exchange | null
  readonly calendar: BusinessCalendar
  readonly grid: Grid
  readonly proofreading: ProofreadingSettings
  /** Places in the reply where a person dismissed a mistake: `start-end`. */
  readonly dismissed: readonly string[]
  /** Words that people's dismissals added to the brand's glossary. */
  readonly dismissedWords: readonly string[]
}

/** Keeps engines open between exchanges. */
export interface Assessor {
  /** @param given what an engine found before, in the place of proofreading; its mistakes are those that nobody dismissed */
  assess(work: AssessmentWork, given?: Pick<Assessment, 'proofreader' | 'mistakes'>): Promise<Assessment>
  close(): Promise<void>
}

/** Letters whose mistakes are remembered: an exchange is assessed again whenever the brand answers another mail, its letter is the same. */
const REMEMBERED_LETTERS = 2_000
/** Longer letters are not remembered: what is kept in memory must not be a stranger's choice. */
const REMEMBERED_CHARACTERS = 10_000

/** Opens an assessor; a language's engine is loaded when the first reply in it comes. */
export function createAssessor(): Assessor {
  const engines = new Map<string, Promise<Proofreader>>()
  const letters = new Map<string, readonly Mistake[]>()

  /** Proofreads a letter, or remembers what was found in it under the same engine and context. */
  async function proofread(
    engine: Proofreader,
    text: string,
    context: ProofreadingContext,
  ): Promise<readonly Mistake[]> {
    if (text.length > REMEMBERED_CHARACTERS) return engine.proofread(text, context)
    const key = JSON.stringify([engine.engine, engine.version, engine.language, text, context])
    const known = letters.get(key)
    if (known) return known
    const found = await engine.proofread(text, context)
    const [oldest] = letters.keys()
    if (letters.size >= REMEMBERED_LETTERS && oldest !== undefined) letters.delete(oldest)
    letters.set(key, found)
    return found
  }

  function canProofread(language: string | null): language is StudyLanguage {
    return language !== null && isStudyLanguage(language) && lackOf(language, ['proofreader']).length === 0
  }

  function engineFor(language: StudyLanguage, settings: ProofreadingSettings): Promise<Proofreader> {
    const { server, tradeWords } = settings
    const engine = settings.engine[language] ?? 'replymark'
    const key = JSON.stringify([language, engine, server, tradeWords])
    const known = engines.get(key)
    if (known) return known
    const created = createProofreader(language, { engine, server, tradeWords })
    engines.set(key, created)
    // A server that does not answer now may answer the next time.
    created.catch(() => engines.delete(key))
    return created
  }

  return {
    async assess(work, given) {
      const { exchange, persona, brand, scenario, proofreading } = work
      const reply = firstReply(exchange, work.answerWindowDays)
      let mistakes: readonly Mistake[] | null = given?.mistakes ?? null
      let proofreader: string | null = given?.proofreader ?? null
      // A reply in another language than those of the study is not proofread; `language` says so.
      if (!given && reply && canProofread(reply.reading.language)) {
        const engine = await engineFor(reply.reading.language, proofreading)
        const found = await proofread(engine, reply.reading.text.slice(0, PROOFREAD_CHARACTERS), {
          possible: true,
          glossary: [...brand.glossary, ...scenario.glossary, ...work.dismissedWords],
          names: [
            persona.firstName,
            persona.lastName,
            brand.name,
            ...brand.aliases,
            ...(reply.reading.from?.name ? [reply.reading.from.name] : []),
          ],
        })
        mistakes = found.filter((mistake) => !work.dismissed.includes(`${mistake.start}-${mistake.end}`))
        proofreader = `${engine.engine} ${engine.version}`
      }
      const evidence = buildEvidence({ ...work, mistakes })
      const words = reply ? countWords(reply.reading.text) : 0
      return assessExchange(evidence, work.grid, { probe: exchange.probe.id, proofreader, words })
    },
    async close() {
      const open = await Promise.allSettled(engines.values())
      engines.clear()
      for (const engine of open) if (engine.status === 'fulfilled') await engine.value.close()
    },
  }
}
