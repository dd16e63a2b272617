/** Windows code pages by number, as Outlook names the charset of a text. */

/** Label of a Windows code page; null for 0, which names none. */
export function charsetOfCodePage(codePage: number): string | null {
  if (codePage === 0) return null
  const known: Readonly<Record<number, string>> = {
    65001: 'utf-8',
    20127: 'us-ascii',
    28591: 'windows-1252',
    28605: 'iso-8859-15',
    932: 'shift_jis',
    936: 'gbk',
    949: 'euc-kr',
    950: 'big5',
  }
  return known[codePage] ?? (codePage < 1250 ? `cp${codePage}` : `windows-${codePage}`)
}
