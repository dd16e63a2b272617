/** Deciders' own alarms: words of which another form or a word of the same sound is far likelier where they stand. */
import type { Mistake, MistakeCategory, MistakeSign } from '../../../domain/mistake.js'
import { FEMININE, type FrenchWord, INFINITIVE, MASCULINE, SINGULAR } from '../lexicon/word.js'
import type { FrenchText } from '../text.js'
import { isCapital, type Token, WORD } from '../token.js'
import { DECIDER_CURVES } from './alarm-weights.js'
import type { Decision, FrenchDeciders } from './french-deciders.js'
import { signsOfDecider } from './weigh-alarms.js'

/** A decider's alarm. */
export interface DeciderAlarm {
  readonly alarm: { readonly mistake: Mistake; readonly from: number; readonly to: number }
  readonly signs: readonly MistakeSign[]
}

/** Margin below which a decision says nothing. */
const LEAST_MARGIN = 2

const MESSAGES: Readonly<Record<string, { readonly category: MistakeCategory; readonly message: string }>> = {
  homophone: { category: 'homophone', message: 'Un mot qui sonne de même est bien plus probable ici.' },
  determiner: { category: 'agreement', message: 'Un autre déterminant est bien plus probable ici.' },
  number: { category: 'agreement', message: 'L’autre nombre (singulier ou pluriel) est bien plus probable ici.' },
  gender: { category: 'agreement', message: 'L’autre genre est bien plus probable ici.' },
  ending: { category: 'homophone', message: 'Une autre terminaison (-er, -é, -ez, -ait) est bien plus probable ici.' },
  person: { category: 'conjugation', message: 'Le verbe serait plus probable à une autre personne.' },
}

/** What kind of slip a decision finds: tasks have reliabilities of their own. */
export function taskOf({ choice, best }: Decision, text: FrenchText): string {
  if (choice.task !== 'form') return choice.task
  const written = text.lexicon.lookup(choice.alternatives[choice.written]!.text)
  const meant = text.lexicon.lookup(choice.alternatives[best]!.text)
  const one = nominal(written)
  const other = nominal(meant)
  const isVerb = (word: FrenchWord): boolean => word.finite !== 0 || (word.kind & INFINITIVE) !== 0
  if (isVerb(written) && isVerb(meant) && written.finite && meant.finite && (one === 0 || other === 0)) return 'person'
  if (one === 0 || other === 0) return 'ending'
  const sameGender =
    ((one & MASCULINE) !== 0) === ((other & MASCULINE) !== 0) || ((one & FEMININE) !== 0) === ((other & FEMININE) !== 0)
  const sameNumber = ((one & SINGULAR) !== 0) === ((other & SINGULAR) !== 0)
  return sameNumber && !sameGender ? 'gender' : 'number'
}

function nominal(word: FrenchWord): number {
  return word.noun | word.adjective | word.participle
}

/** Names and titles are no words to choose: a capital inside a sentence, or all capitals. */
export function isChoosable(text: FrenchText, index: number, token: Token): boolean {
  if (token.type !== WORD) return false
  if (!isCapital(token)) return true
  return text.startsSentence(index) && token.text !== token.text.toUpperCase()
}

/** All alarms of the deciders on a text, those of one place by their margin. */
export function alarmsOfDeciders(source: string, text: FrenchText, deciders: FrenchDeciders): readonly DeciderAlarm[] {
  const alarms: DeciderAlarm[] = []
  for (const [index, token] of text.tokens.entries()) {
    if (!isChoosable(text, index, token)) continue
    for (const decision of deciders.doubtsAt(text, index, LEAST_MARGIN)) {
      const task = taskOf(decision, text)
      if (!DECIDER_CURVES[task]) continue
      alarms.push({
        alarm: { mistake: mistakeOf(source, text, decision, task), from: decision.from, to: decision.to },
        signs: signsOfDecider(task, decision.margin),
      })
    }
  }
  return alarms
}

function mistakeOf(source: string, text: FrenchText, decision: Decision, task: string): Mistake {
  const start = text.at(decision.from).start
  const end = text.at(decision.to).end
  const { category, message } = MESSAGES[task]!
  const meant = decision.choice.alternatives[decision.best]!.text
  const suggestion = isCapital(text.at(decision.from)) ? meant.charAt(0).toUpperCase() + meant.slice(1) : meant
  return {
    start,
    end,
    text: source.slice(start, end),
    category,
    rule: `decider-${task}`,
    message,
    suggestions: [suggestion],
  }
}
