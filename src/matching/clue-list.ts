/** One clue: from a value to the open probes that bear it, in the order of their ids. */
import type { OpenProbe } from './open-probe.js'

/** A list longer than this tells nothing (a sentence of the template, a free mail domain) and is passed over. */
export const MOST_PER_CLUE = 200

const NONE: readonly OpenProbe[] = []

/** Place of a probe in a list sorted by id, or where it would stand. */
function placeOf(probes: readonly OpenProbe[], id: string): number {
  let from = 0
  let until = probes.length
  while (from < until) {
    const middle = (from + until) >> 1
    if (probes[middle]!.id < id) from = middle + 1
    else until = middle
  }
  return from
}

/** Lists of probes by a value. Those that grow too long to tell anything are kept without order. */
export class ClueList<Value> {
  readonly #lists = new Map<Value, OpenProbe[] | Map<string, OpenProbe>>()

  add(value: Value, probe: OpenProbe): void {
    const list = this.#lists.get(value)
    if (!list) this.#lists.set(value, [probe])
    else if (list instanceof Map) list.set(probe.id, probe)
    else {
      const place = placeOf(list, probe.id)
      if (list[place]?.id === probe.id) return
      list.splice(place, 0, probe)
      if (list.length > MOST_PER_CLUE) this.#lists.set(value, new Map(list.map((one) => [one.id, one])))
    }
  }

  remove(value: Value, id: string): void {
    const list = this.#lists.get(value)
    if (!list) return
    if (list instanceof Map) {
      list.delete(id)
      if (list.size <= MOST_PER_CLUE)
        this.#lists.set(
          value,
          [...list.values()].sort((one, other) => (one.id < other.id ? -1 : 1)),
        )
      return
    }
    const place = placeOf(list, id)
    if (list[place]?.id !== id) return
    if (list.length === 1) this.#lists.delete(value)
    else list.splice(place, 1)
  }

  has(value: Value): boolean {
    return this.#lists.has(value)
  }

  /** True where probes with a value are too many to tell anything. */
  isLong(value: Value): boolean {
    return this.#lists.get(value) instanceof Map
  }

  /** Probes with a value; none where they are too many to tell anything. */
  few(value: Value): readonly OpenProbe[] {
    const list = this.#lists.get(value)
    return Array.isArray(list) ? list : NONE
  }
}
