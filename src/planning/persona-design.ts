/**
 * Who writes which scenario to which brand: over the brands each scenario is written equally often by each persona that can,
 * and no persona writes twice to the same brand. The Latin square is the case of as many brands as personas.
 *
 * A design is an edge colouring of the bipartite multigraph scenarios × personas, whose edges are the wanted shares and whose
 * colours are brands: it exists whenever no persona has more edges than there are brands (König, Math. Ann. 77, 1916).
 */
import type { Random } from '../ranking/random.js'

/** Scenario index and persona index of a unit of work. */
type Shares = readonly (readonly number[])[]

/** Why no design exists: more scenarios at once than personas who can write them. */
export interface DesignFault {
  /** Index of the scenario for which nobody is left. */
  readonly scenario: number
}

/**
 * How often each persona writes each scenario: shares differ by at most one unless eligibility forces more, and no persona
 * has more than `brands` in all.
 * @param eligible for each scenario the indices of the personas that can write it
 */
function wantedShares(
  eligible: readonly (readonly number[])[],
  personas: number,
  brands: number,
  random: Random,
): Shares | DesignFault {
  const shares = eligible.map(() => Array<number>(personas).fill(0))
  const total = Array<number>(personas).fill(0)
  const order = [...eligible.keys()].toSorted((left, right) => eligible[left]!.length - eligible[right]!.length)
  for (const scenario of order) {
    const able = random.shuffle(eligible[scenario]!).toSorted((left, right) => total[left]! - total[right]!)
    if (able.length === 0) return { scenario }
    for (const [place, persona] of able.entries()) {
      const share = Math.floor(brands / able.length) + (place < brands % able.length ? 1 : 0)
      shares[scenario]![persona] = share
      total[persona]! += share
    }
  }
  for (let persona = 0; persona < personas; persona += 1) {
    while (total[persona]! > brands) {
      const scenario = relieve(persona, shares, total, eligible, brands)
      if (scenario !== null) return { scenario }
    }
  }
  return shares
}

/** Moves one unit away from an overloaded persona along the shortest chain; names a scenario where no chain exists. */
function relieve(
  overloaded: number,
  shares: number[][],
  total: number[],
  eligible: readonly (readonly number[])[],
  brands: number,
): number | null {
  const cameBy = new Map<number, { scenario: number; from: number }>()
  const queue = [overloaded]
  for (const persona of queue) {
    if (persona !== overloaded && total[persona]! < brands) {
      for (let at = persona; at !== overloaded; ) {
        const { scenario, from } = cameBy.get(at)!
        shares[scenario]![at]! += 1
        shares[scenario]![from]! -= 1
        at = from
      }
      total[overloaded]! -= 1
      total[persona]! += 1
      return null
    }
    for (const [scenario, row] of shares.entries()) {
      if (row[persona]! === 0) continue
      for (const other of eligible[scenario]!) {
        if (other === overloaded || cameBy.has(other)) continue
        cameBy.set(other, { scenario, from: persona })
        queue.push(other)
      }
    }
  }
  return shares.findIndex((row) => row[overloaded]! > 0)
}

/** Partner of each vertex by colour (brand); −1 where the colour is free there. */
class Colouring {
  readonly #partner: Int32Array[]
  readonly #hint: Int32Array

  constructor(
    vertices: number,
    readonly colours: number,
  ) {
    this.#partner = Array.from({ length: vertices }, () => new Int32Array(colours).fill(-1))
    this.#hint = new Int32Array(vertices)
  }

  partner(vertex: number, colour: number): number {
    return this.#partner[vertex]![colour]!
  }

  #set(vertex: number, colour: number, other: number): void {
    this.#partner[vertex]![colour] = other
    if (other < 0 && colour < this.#hint[vertex]!) this.#hint[vertex] = colour
  }

  #firstFree(vertex: number): number {
    let colour = this.#hint[vertex]!
    while (colour < this.colours && this.partner(vertex, colour) >= 0) colour += 1
    this.#hint[vertex] = colour
    return colour
  }

  /** Colours one more edge, recolouring one alternating path where the two ends have no free colour in common. */
  add(left: number, right: number): void {
    const colour = this.#firstFree(left)
    const other = this.#firstFree(right)
    if (this.partner(right, colour) >= 0) this.#swapPath(right, colour, other)
    this.#set(left, colour, right)
    this.#set(right, colour, left)
  }

  /** Swaps two colours along the path that starts at a vertex with `first`; `second` is free at its start. */
  #swapPath(start: number, first: number, second: number): void {
    const path = [start]
    let colour = first
    for (let next = this.partner(start, colour); next >= 0; next = this.partner(next, colour)) {
      path.push(next)
      colour = colour === first ? second : first
    }
    for (const vertex of path) {
      const atFirst = this.partner(vertex, first)
      const atSecond = this.partner(vertex, second)
      this.#set(vertex, first, atSecond)
      this.#set(vertex, second, atFirst)
    }
  }
}

/**
 * Draws a design.
 * @param eligible for each scenario the indices of the personas that can write it
 * @returns for each brand the persona index of each scenario, or why there is none
 */
export function designPersonas(
  eligible: readonly (readonly number[])[],
  personas: number,
  brands: number,
  random: Random,
): readonly (readonly number[])[] | DesignFault {
  const shares = wantedShares(eligible, personas, brands, random)
  if ('scenario' in shares) return shares
  const colouring = new Colouring(eligible.length + personas, brands)
  const edges = shares.flatMap((row, scenario) =>
    row.flatMap((share, persona) => Array<[number, number]>(share).fill([scenario, persona])),
  )
  for (const [scenario, persona] of random.shuffle(edges)) colouring.add(scenario, eligible.length + persona)
  const places = random.shuffle(Array.from({ length: brands }, (_, brand) => brand))
  return places.map((colour) => eligible.map((_, scenario) => colouring.partner(scenario, colour) - eligible.length))
}
