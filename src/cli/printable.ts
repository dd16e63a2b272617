/** What may reach a terminal of a text that others wrote: a mail, a server's answer, a file. */

/**
 * A text without what would command a terminal or turn its lines around: control characters (escape sequences begin with one),
 * direction marks and isolates (Unicode TR 9; CVE-2021-42574), characters that cannot be seen. Line ends and tabs stay.
 * @param instead what stands in the place of each
 */
export function printable(text: string, instead = '\u00b7'): string {
  return text.replace(/(?![\n\t])[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu, instead)
}
