/** Sets the newly written text apart from quote, signature and boilerplate. */

/** The parts of a body; each with LF line ends, empty where there is none. */
export interface SeparatedText {
  readonly text: string
  readonly quoted: string
  readonly signature: string
  readonly boilerplate: string
}

/** Separates the lines that begin with `>` from the others. */
export function separateNewText(
  body: { readonly plain: string | null; readonly html: string | null },
  _context: { readonly senderName: string; readonly senderAddress: string; readonly subject: string },
): SeparatedText {
  const lines = (body.plain ?? body.html ?? '').split('\n')
  const quoted = lines.filter((line) => line.startsWith('>'))
  const written = lines.filter((line) => !line.startsWith('>'))
  return { text: written.join('\n').trim(), quoted: quoted.join('\n').trim(), signature: '', boilerplate: '' }
}
