/**
 * `format=flowed` (RFC 3676): a line that ends in a space goes on in the next one of the same quote depth. Neither library
 * keeps quote depths apart, so that `>` marks end up inside paragraphs; hence our own.
 */

/**
 * Joins flowed lines.
 * @param text LF line ends
 * @param deleteSpace the `DelSp=yes` parameter: the space that marks the flow is not part of the text
 */
export function unflow(text: string, deleteSpace: boolean): string {
  const paragraphs: string[] = []
  let openDepth = -1
  let pieces: string[] = []
  const quoteMarks = (depth: number) => (depth > 0 ? `${'>'.repeat(depth)} ` : '')
  const close = () => {
    if (openDepth >= 0) paragraphs.push(`${quoteMarks(openDepth)}${pieces.join('')}`.trimEnd())
    openDepth = -1
    pieces = []
  }
  for (const line of text.split('\n')) {
    let depth = 0
    while (line[depth] === '>') depth += 1
    // Space-stuffing (§4.4): one space after the quote marks is not content.
    const content = line[depth] === ' ' ? line.slice(depth + 1) : line.slice(depth)
    if (openDepth >= 0 && (openDepth !== depth || content === '-- ')) close()
    if (content === '-- ') {
      paragraphs.push(`${quoteMarks(depth)}-- `)
      continue
    }
    const flows = content.endsWith(' ')
    openDepth = depth
    pieces.push(flows && deleteSpace ? content.slice(0, -1) : content)
    if (!flows) close()
  }
  close()
  return paragraphs.join('\n')
}
