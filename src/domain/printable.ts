/** What may be shown of a text that others wrote (a mail, a server's answer, a file), in a terminal, a page or a report. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be shown
const STEERING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

/**
 * A text without what would command a terminal or turn a line around: control characters (escape sequences begin with one),
 * direction marks and isolates (Unicode TR 9; CVE-2021-42574), characters that cannot be seen. Line ends and tabs stay.
 * @param instead what stands in the place of each
 */
export function printable(text: string, instead = '\u00b7'): string {
  return text.replace(STEERING, instead)
}
