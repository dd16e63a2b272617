/** What a lexicon is compiled from: forms with their readings, infinitives with their classes. */

/** Readings of one form while compiling. */
export interface FormReading {
  noun: number
  adjective: number
  participle: number
  name: number
  kind: number
  /** Eight masks of persons, in the order of `build.ts`. */
  tenses: number[]
  lemma: number
  otherLemma: number
}

/** All readings by form: the material of the binary. */
export class LexiconMaterial {
  readonly forms = new Map<string, FormReading>()
  readonly lemmas = new Map<string, number>()
  readonly classes: number[] = []

  form(text: string): FormReading {
    const key = text.toLowerCase().replaceAll('’', "'")
    const known = this.forms.get(key)
    if (known) return known
    const reading: FormReading = {
      noun: 0,
      adjective: 0,
      participle: 0,
      name: 0,
      kind: 0,
      tenses: [0, 0, 0, 0, 0, 0, 0, 0],
      lemma: 0,
      otherLemma: 0,
    }
    this.forms.set(key, reading)
    return reading
  }

  /** Number of an infinitive, from 1. */
  lemma(infinitive: string, verbClass: number): number {
    let id = this.lemmas.get(infinitive)
    if (id === undefined) {
      id = this.lemmas.size + 1
      this.lemmas.set(infinitive, id)
      this.classes[id] = 0
    }
    this.classes[id] = (this.classes[id] ?? 0) | verbClass
    return id
  }

  verbForm(text: string, lemma: number): FormReading {
    const reading = this.form(text)
    if (!reading.lemma || reading.lemma === lemma) reading.lemma = lemma
    else if (!reading.otherLemma) reading.otherLemma = lemma
    return reading
  }
}
