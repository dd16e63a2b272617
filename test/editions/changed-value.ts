/** A value of a column, changed as little as may be, for tests that change every column. */

/** A value of the same kind that is another one. */
export function changedValue(value: unknown): unknown {
  if (value === null) return '1'
  if (typeof value === 'number') return value + 1_000_000
  if (Buffer.isBuffer(value)) return Buffer.concat([value, Buffer.from([0])])
  const text = String(value)
  if (text.startsWith('{')) return JSON.stringify({ ...JSON.parse(text), planted: 1 })
  if (text.startsWith('[')) return JSON.stringify([...JSON.parse(text), 'planted'])
  return `${text.slice(0, -1)}${text.endsWith('b') ? 'c' : 'b'}`
}
