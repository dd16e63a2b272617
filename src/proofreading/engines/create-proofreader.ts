/** The only place that knows every engine by name: settings → a working proofreader, or an error that says which names exist. */
import { ReplymarkError } from '../../domain/error.js'
import type { ByLanguage, StudyLanguage } from '../../domain/language.js'
import { inLanguage, languageName, languagePack, tellLack, textIn } from '../../languages/index.js'
import { placedForm } from '../../text/written-form.js'
import type { Proofreader } from '../proofreader.js'

/** What a study says of proofreading, for one language. */
export interface ProofreaderSettings {
  /** `replymark`, `hunspell`, `languagetool` or `grammalecte`. */
  readonly engine: string
  /** Base address of the engine's server; null where the engine needs none. */
  readonly server: string | null
  /** Words of the trade that are right though no dictionary has them, beside the shipped ones. */
  readonly tradeWords: readonly string[]
}

type EngineFactory = (language: StudyLanguage, settings: ProofreaderSettings) => Promise<Proofreader>

/** Proofreaders of ours by language, loaded when they are asked for. */
const OURS: ByLanguage<(tradeWords: readonly string[]) => Promise<Proofreader>> = {
  fr: async (tradeWords) => (await import('./replymark-french.js')).createFrenchEngine(tradeWords),
  en: async (tradeWords) => (await import('./replymark-english.js')).createEnglishEngine(tradeWords),
}

/** Engines are loaded when they are asked for: English grammar alone takes 1.7 s to set up. */
const ENGINES: Readonly<Record<string, EngineFactory>> = {
  async replymark(language, { tradeWords }) {
    return inLanguage(OURS, language)(tradeWords)
  },
  async hunspell(language, { tradeWords }) {
    return (await import('./spelling-engines.js')).createHunspellEngine(language, tradeWords)
  },
  async languagetool(language, { server, tradeWords }) {
    return (await import('./languagetool.js')).createLanguageToolEngine(language, addressOf('languagetool', server), {
      tradeWords,
    })
  },
  async grammalecte(_language, { server, tradeWords }) {
    return (await import('./grammalecte.js')).createGrammalecteEngine(addressOf('grammalecte', server), { tradeWords })
  },
}

/** Names of the engines, for help texts and checks of configuration. */
export const ENGINE_NAMES: readonly string[] = Object.keys(ENGINES)

/**
 * Creates the proofreader that a study asks for, never another one.
 * @throws ReplymarkError `configuration` for an unknown engine, a language it cannot read or a missing server address;
 * `unavailable` when its server does not answer
 */
export async function createProofreader(language: StudyLanguage, settings: ProofreaderSettings): Promise<Proofreader> {
  const factory = Object.hasOwn(ENGINES, settings.engine) ? ENGINES[settings.engine] : undefined
  if (!factory) {
    throw new ReplymarkError('configuration', `There is no proofreading engine “${settings.engine}”.`, {
      hint: `Engines: ${ENGINE_NAMES.join(', ')}.`,
    })
  }
  const { proofreading } = languagePack(language)
  if (!proofreading) {
    throw new ReplymarkError('configuration', textIn(tellLack(language, ['proofreader']), 'en'), {
      hint: 'Answers in it are not proofread; the findings say so.',
    })
  }
  if (!proofreading.engines.includes(settings.engine)) {
    throw new ReplymarkError(
      'configuration',
      `The engine ${settings.engine} does not read ${languageName(language, 'en')}.`,
      { hint: `Choose one of: ${proofreading.engines.join(', ')}.` },
    )
  }
  return inWrittenForm(await factory(language, settings))
}

/** An engine that sees no character that people do not see; its mistakes stand where they are in the text it was given. */
function inWrittenForm(engine: Proofreader): Proofreader {
  return {
    ...engine,
    async proofread(original, context) {
      const { text, startOf, endOf } = placedForm(original)
      const mistakes = await engine.proofread(text, context)
      if (text === original) return mistakes
      return mistakes.map((mistake) => {
        const [start, end] = [startOf(mistake.start), endOf(mistake.end)]
        return { ...mistake, start, end, text: original.slice(start, end) }
      })
    },
  }
}

function addressOf(engine: string, server: string | null): string {
  if (server) return server
  throw new ReplymarkError('configuration', `The engine ${engine} needs the address of its server.`, {
    hint: 'Set proofreading.server in study.yaml, or --server on the command line, e.g. http://localhost:8081.',
  })
}
