/** Control of the false discovery rate over many tests (Benjamini & Hochberg, JRSS B 57, 1995). */

/** Adjusted p values in the order given: the smallest rate at which each test would be called a discovery. */
export function adjustBenjaminiHochberg(pValues: readonly number[]): number[] {
  const order = pValues.map((_, index) => index).sort((a, b) => pValues[b]! - pValues[a]!)
  const adjusted = new Array<number>(pValues.length)
  let smallest = 1
  order.forEach((index, position) => {
    const rank = pValues.length - position
    smallest = Math.min(smallest, (pValues[index]! * pValues.length) / rank)
    adjusted[index] = smallest
  })
  return adjusted
}

/** Which tests are discoveries when at most `rate` of the discoveries may be false on average. */
export function discoveries(pValues: readonly number[], rate = 0.05): boolean[] {
  return adjustBenjaminiHochberg(pValues).map((p) => p <= rate)
}
