/** Language of a short text by eld's small database; null where the text is too short to tell. */
import { eld } from 'eld/small'
import type { LanguageCode } from '../../domain/language.js'

/** A language and how surely it is that one. */
export interface DetectedLanguage {
  readonly language: LanguageCode | null
  /** 0–1. */
  readonly confidence: number
}

/** Names the language of a text. */
export function detectLanguage(text: string): DetectedLanguage {
  const found = eld.detect(text.slice(0, 4_000))
  if (!found.language) return { language: null, confidence: 0 }
  return { language: found.language, confidence: found.isReliable() ? 0.95 : 0.6 }
}
