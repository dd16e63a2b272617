/** Plurals and feminines by inflection flag, as the Dicollecte dictionary's affix file has them. */

/** One way to inflect: `strip` letters off the end, `add` put on, where the word's end meets `condition`. */
export interface Inflection {
  readonly strip: string
  readonly add: string
  readonly condition: RegExp
  /** Gender and number of the result, space separated (`fem pl`). */
  readonly tags: string
}

/** Reads `data/inflections.txt`: flag → inflections. */
export function readInflections(text: string): ReadonlyMap<string, readonly Inflection[]> {
  const result = new Map<string, Inflection[]>()
  for (const line of text.split('\n')) {
    if (!line || line.startsWith('#')) continue
    const [flag = '', strip = '', add = '', condition = '', ...tags] = line.split(' ')
    const list = result.get(flag) ?? []
    list.push({
      strip: strip === '0' ? '' : strip,
      add: add === '0' ? '' : add,
      condition: new RegExp(`${condition}$`),
      tags: tags.join(' '),
    })
    result.set(flag, list)
  }
  return result
}

/** All forms of a word under a flag; the word itself where the flag is `-` or unknown. */
export function inflect(
  word: string,
  flag: string,
  inflections: ReadonlyMap<string, readonly Inflection[]>,
): readonly { text: string; tags: string }[] {
  const list = inflections.get(flag)
  if (!list) return [{ text: word, tags: '' }]
  const forms = list
    .filter(({ condition, strip }) => condition.test(word) && word.endsWith(strip))
    .map(({ strip, add, tags }) => ({ text: word.slice(0, word.length - strip.length) + add, tags }))
  return forms.length > 0 ? forms : [{ text: word, tags: '' }]
}
