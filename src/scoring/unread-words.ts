/** An answer whose words no program here reads: what is said of it, and which criteria therefore wait for a person. */
import type { CriterionFamily } from '../domain/finding.js'
import type { Texts } from '../domain/language.js'
import type { UnreadForm } from '../domain/message.js'

/** Where the words are, to follow "the answer's words are". */
const PLACES: Readonly<Record<UnreadForm, Texts>> = {
  encrypted: { fr: 'chiffrés', en: 'encrypted' },
  document: { fr: 'dans un document joint', en: 'in an attached document' },
  picture: { fr: 'dans une image', en: 'in a picture' },
  recording: { fr: 'dans un enregistrement', en: 'in a recording' },
  mail: { fr: 'dans un message joint', en: 'in an attached mail' },
  container: { fr: 'dans une enveloppe qui ne s’ouvre pas', en: 'in a wrapper that does not open' },
  file: { fr: 'dans un fichier joint', en: 'in an attached file' },
}

/** Families that judge the words of an answer; the others ask whether and when it came. */
const JUDGE_WORDS: readonly CriterionFamily[] = ['answer-quality', 'welcome']

/** True where a family's criteria cannot speak of an answer that nobody read. */
export function needsWords(family: CriterionFamily): boolean {
  return JUDGE_WORDS.includes(family)
}

/** Says that an answer came and could not be read here. */
export function unreadInWords(form: UnreadForm): Texts {
  const { fr, en } = PLACES[form]
  return {
    fr: `Répondu, mais illisible ici : les mots de la réponse sont ${fr}. Une personne doit la lire ; rien n’est noté 0 pour cela.`,
    en: `Answered, but not readable here: the answer’s words are ${en}. A person has to read it; nothing is marked 0 for that.`,
  }
}
