/** Text for XML and HTML: the characters that would be read as markup stand as entities (XML 1.0 §2.4). Fits attributes in double quotes. */
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Escapes `& < > "`. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => ENTITIES[letter]!)
}
