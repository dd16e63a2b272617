/** How an edition is cited: in a sentence, as a BibTeX entry and as a RIS record. */

/** What a citation names. */
export interface Cited {
  /** Who measured and published. */
  readonly operator: string
  readonly study: string
  readonly edition: string
  /** Year of publication. */
  readonly year: string
  /** Address of the edition's page. */
  readonly address: string
  /** Root of the seal, so that what is cited cannot change unseen; null where the edition has none. */
  readonly seal: string | null
}

/** A citation in three forms. */
export interface Citation {
  readonly text: string
  readonly bibtex: string
  readonly ris: string
}

/** Text inside BibTeX braces: characters with a meaning for TeX are escaped, those that cannot be are spelt out. */
function tex(text: string): string {
  const spelt: Readonly<Record<string, string>> = {
    '\\': '\\textbackslash{}',
    '~': '\\textasciitilde{}',
    '^': '\\textasciicircum{}',
  }
  return text.replace(/[\\~^{}&%$#_]/g, (sign) => spelt[sign] ?? `\\${sign}`)
}

/** A RIS field is one line. */
const line = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The citation. */
export function citationOf({ operator, study, edition, year, address, seal }: Cited): Citation {
  const title = `${study}, ${edition}`
  const key = `${operator} ${year}`
    .normalize('NFD')
    .replace(/\P{ASCII}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .toLowerCase()
  return {
    text: `${operator} (${year}). ${title}. ${address}`,
    bibtex: [
      `@misc{${key},`,
      `  author = {{${tex(operator)}}},`,
      `  title = {{${tex(title)}}},`,
      `  year = {${year}},`,
      `  url = {${address}},`,
      ...(seal ? [`  note = {SHA-256 ${seal}},`] : []),
      '}',
    ].join('\n'),
    ris: [
      'TY  - DATA',
      `AU  - ${line(operator)}`,
      `TI  - ${line(title)}`,
      `PY  - ${year}`,
      `PB  - ${line(operator)}`,
      `UR  - ${address}`,
      ...(seal ? [`N1  - SHA-256 ${seal}`] : []),
      'ER  - ',
    ].join('\n'),
  }
}
