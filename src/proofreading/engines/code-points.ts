/** Offsets in code points, as servers and WASM modules written in other languages count, turned into UTF-16 units. */

/** Returns a function from an offset in code points to one in UTF-16 units; offsets past the end become the end. */
export function utf16Offsets(text: string): (codePoints: number) => number {
  const wide: number[] = []
  let point = 0
  for (let unit = 0; unit < text.length; unit++, point++) {
    const code = text.charCodeAt(unit)
    if (code >= 0xd800 && code < 0xdc00 && unit + 1 < text.length) {
      const next = text.charCodeAt(unit + 1)
      if (next >= 0xdc00 && next < 0xe000) {
        wide.push(point)
        unit++
      }
    }
  }
  if (wide.length === 0) return (offset) => Math.min(offset, text.length)
  return (offset) => {
    let before = 0
    while (before < wide.length && (wide[before] as number) < offset) before++
    return Math.min(offset + before, text.length)
  }
}
