/** Integer hashes for features of learnt models: the same on every machine and in every run, so that weights keep their meaning. */

/** FNV-1a over the UTF-16 units of a text, 32 bits. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash | 0
}

/** One number out of two, order counting (the finaliser of MurmurHash3 over their sum). */
export function mix(first: number, second: number): number {
  let hash = (Math.imul(first, 0x9e3779b1) + second) | 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
