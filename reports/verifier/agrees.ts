/**
 * Whether two values say the same where the one was computed on another engine: logarithms and powers may differ in their last
 * bits there (ECMA-262 §21.3.2 leaves them to the implementation), and by far less than anything that is printed.
 */

/** Largest relative difference of two figures that are the same; printed ones have at most four digits. */
const TOLERANCE = 1e-9

/** True where both hold the same keys, texts and lengths, and figures that agree. Keys without a value are as if left out. */
export function agrees(one: unknown, other: unknown): boolean {
  if (typeof one === 'number' && typeof other === 'number')
    return one === other || Math.abs(one - other) <= TOLERANCE * Math.max(1, Math.abs(one), Math.abs(other))
  if (Array.isArray(one) || Array.isArray(other))
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, index) => agrees(item, other[index]))
    )
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other
  const [left, right] = [one, other] as [Record<string, unknown>, Record<string, unknown>]
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) => agrees(left[key], right[key]))
}
