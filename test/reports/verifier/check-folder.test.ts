/** Plants edits in a published folder: each is named by who has nothing but its files. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { EditionReport } from '../../../reports/edition-schema.js'
import { checkFolder } from '../../../reports/verifier/check-folder.js'
import { chosenFiles, chosenFolder } from '../../../reports/verifier/chosen-files.js'
import {
  filesRootOf,
  MANIFEST_FILE,
  manifestFiles,
  noteOf,
  type Publication,
  type PublishedFile,
  provenFiles,
  publicationText,
  signedBytes,
} from '../../../src/editions/publication.js'
import { newSigningKey, parseSigningKey, type SigningKey } from '../../../src/editions/signing-key.js'
import { createRandom, type Random } from '../../../src/ranking/random.js'
import { publishedFolder } from './published-folder.js'

let published: Awaited<ReturnType<typeof publishedFolder>>
beforeAll(async () => {
  published = await publishedFolder({ brands: 5 })
})

const whole = () => ({ expectedKey: published.key, complete: true })
const textOf = (files: readonly PublishedFile[], path: string) =>
  Buffer.from(files.find((file) => file.path === path)!.content).toString()
const replaced = (files: readonly PublishedFile[], path: string, content: string | Uint8Array) =>
  files.map((file) => (file.path === path ? { path, content } : file))

/** Everything said of a folder, in English. */
async function said(files: readonly PublishedFile[], options = whole()): Promise<string> {
  const found = await checkFolder(files, options)
  expect(found.state === 'differs').toBe(found.differences.length > 0)
  for (const { fr, en } of found.differences) expect(fr && en && fr !== en).toBeTruthy()
  return found.differences.map(({ en }) => en).join('; ')
}

/** An edit of a folder, and what must be named. */
interface Planted {
  readonly files: readonly PublishedFile[]
  readonly named: string
}

/** Lines of a table with its header, CRLF kept out. */
const linesOf = (text: string) => text.split('\r\n').slice(0, -1)
const tableOf = (lines: readonly string[]) => `${lines.join('\r\n')}\r\n`

function plant(files: readonly PublishedFile[], random: Random): Planted {
  const path = random.pick(files).path
  const table = random.pick(files.filter((file) => /^data\/.*\.csv$/.test(file.path))).path
  const chart = random.pick(files.filter((file) => file.path.endsWith('.svg'))).path
  const lines = linesOf(textOf(files, table))
  const row = 1 + random.below(lines.length - 1)
  switch (random.below(9)) {
    case 0: // a file gone
      return { files: files.filter((file) => file.path !== path), named: path }
    case 1: {
      // a file more
      const added = `${random.pick(['', 'data/', 'fr/', 'fr/charts/'])}added-${random.below(1_000)}.csv`
      return { files: [...files, { path: added, content: 'x' }], named: added }
    }
    case 2: // a brand or another row gone
      return { files: replaced(files, table, tableOf(lines.filter((_, at) => at !== row))), named: table }
    case 3: {
      // two rows in each other's place
      const other = 1 + ((row + random.below(lines.length - 2)) % (lines.length - 1))
      const swapped = lines.with(row, lines[other]!).with(other, lines[row]!)
      return { files: replaced(files, table, tableOf(swapped)), named: table }
    }
    case 4: // a figure
      return { files: replaced(files, table, editDigit(textOf(files, table), random)), named: table }
    case 5: // a figure of a chart
      return { files: replaced(files, chart, editDigit(textOf(files, chart), random)), named: chart }
    case 6: // a figure of the manifest or the report itself
      {
        const edited = random.pick([
          MANIFEST_FILE,
          'data/edition-report.json',
          'data/seal.json',
          'data/ranking-input.json',
        ])
        return { files: replaced(files, edited, editDigit(textOf(files, edited), random)), named: edited }
      }
    case 7: {
      // one bit anywhere
      const bytes = Buffer.from(files.find((file) => file.path === path)!.content)
      const at = random.below(bytes.length)
      bytes[at] = bytes[at]! ^ (1 << random.below(8))
      return { files: replaced(files, path, bytes), named: path }
    }
    default: {
      // a file under the name of another
      const other = random.pick(files.filter((file) => file.path !== path)).path
      return {
        files: files.map((file) =>
          file.path === path ? { ...file, path: other } : file.path === other ? { ...file, path } : file,
        ),
        named: path,
      }
    }
  }
}

function editDigit(text: string, random: Random): string {
  const digits = [...text.matchAll(/\d/g)]
  const { index, 0: digit } = random.pick(digits)
  return `${text.slice(0, index)}${(Number(digit) + 1 + random.below(9)) % 10}${text.slice(index + 1)}`
}

describe('a published folder', () => {
  it('verifies as it was published, with the operator’s key and without one', async () => {
    const found = await checkFolder(published.files, whole())
    expect(found).toMatchObject({ state: 'verified', edition: '2026', differences: [], unchecked: [] })
    const alone = await checkFolder(published.files, { expectedKey: null, complete: true })
    expect(alone.state).toBe('verified')
    expect(alone.notes.map(({ en }) => en).join()).toContain(published.key)
  })

  it('names each of 1 000 planted edits: brand, row, figure, chart, file, bit, manifest', async () => {
    const random = createRandom(20261201, 'planted edits')
    const missed: string[] = []
    for (let edit = 0; edit < 1_000; edit += 1) {
      const { files, named } = plant(published.files, random)
      const text = await said(files)
      // Without a sound manifest nothing can be said of the other files.
      if (!text.includes(named) && !/manifest/.test(text)) missed.push(`${named}: ${text}`)
    }
    expect(missed).toEqual([])
  }, 240_000)
})

/** Makes a manifest for edited files, as somebody who has a key of their own, or none, could. */
function withNewManifest(files: readonly PublishedFile[], key: SigningKey | null): readonly PublishedFile[] {
  const others = files.filter(({ path }) => path !== MANIFEST_FILE)
  const before = JSON.parse(textOf(files, MANIFEST_FILE)) as Publication
  const listed = manifestFiles(others)
  const publicKey = key?.publicKey ?? null
  const statement = { ...before.statement, filesRoot: filesRootOf(listed), files: listed.length, publicKey }
  const publication: Publication = {
    statement,
    signature: key?.sign(signedBytes(statement)) ?? null,
    note: noteOf(publicKey),
    timestamp: null,
    files: provenFiles(listed),
  }
  return [...others, { path: MANIFEST_FILE, content: publicationText(publication) }]
}

function raise(estimate: { value: number | null }): void {
  Object.assign(estimate, { value: (estimate.value ?? 0) + 1 })
}
function drop(list: unknown[]): void {
  expect(list.pop()).toBeDefined()
}
function swap(list: unknown[]): void {
  list.reverse()
}

/** Edits the report and signs everything again with the operator's own key: what a dishonest operator could do. */
async function dishonest(edit: (report: EditionReport) => void, path = 'data/edition-report.json'): Promise<string> {
  const report = JSON.parse(textOf(published.files, path)) as EditionReport
  edit(report)
  const files = replaced(published.files, path, `${JSON.stringify(report, null, 2)}\n`)
  return said(withNewManifest(files, parseSigningKey(published.secret)))
}

describe('whoever makes a manifest of their own', () => {
  it('is named by the key that the reader expects, or by having none', async () => {
    const other = newSigningKey()
    expect(await said(withNewManifest(published.files, parseSigningKey(other.secret)))).toContain(other.publicKey)
    expect(await said(withNewManifest(published.files, null))).toContain('not signed')
  })

  it('is named by the key in the report where the reader expects none', async () => {
    const other = parseSigningKey(newSigningKey().secret)
    const open = { expectedKey: null as unknown as string, complete: true }
    expect(await said(withNewManifest(published.files, other), open)).toContain('edition.publicKey')
  })

  it.each<[string, RegExp, (report: EditionReport) => void]>([
    [
      'an index',
      /brand [\w-]+ does not follow from the published marks/,
      ({ standings }) => raise(standings[3]!.index),
    ],
    ['a dropped brand', /brand [\w-]+ is missing/, ({ standings }) => drop(standings)],
    ['two brands swapped', /not in its order/, ({ standings }) => swap(standings)],
    [
      'a rank interval',
      /brand [\w-]+ does not follow/,
      ({ standings }) => Object.assign(standings[1]!, { rankInterval: null }),
    ],
    ['a mark', /marks of the exchanges/, ({ marks }) => drop(marks)],
    ['an answer rate', /overall figures/, ({ overall }) => raise(overall.responseRate)],
    ['a sector', /figures of sector/, ({ sectors }) => raise(sectors[0]!.flawlessShare)],
    ['a scenario', /figures of scenario/, ({ scenarios }) => raise(scenarios[0]!.index)],
    ['a curve of delays', /curve of delays/, ({ survival }) => drop(survival)],
    ['comparisons of personas', /equal treatment/, (report) => Object.assign(report, { equalTreatment: [{}] })],
    [
      'the name of a sector',
      /table data\/sectors\.csv/,
      ({ sectors }) => Object.assign(sectors[0]!.title, { fr: 'Luxe' }),
    ],
    [
      'the secret of the plan',
      /secret of the plan/,
      ({ edition }) => Object.assign(edition, { planSecret: 'ab'.repeat(32) }),
    ],
    [
      'what was fixed beforehand',
      /fixed by its hash before/,
      ({ edition }) => Object.assign(edition.preregistration!, { hypotheses: ['x'] }),
    ],
    [
      'the root of the seal',
      /edition\.sealRoot/,
      ({ edition }) => Object.assign(edition, { sealRoot: 'a'.repeat(64) }),
    ],
  ])('and signs it is named by %s that does not follow from the published marks', async (_what, expected, edit) => {
    expect(await dishonest(edit)).toMatch(expected)
  })

  it('and edits the marks themselves is named by the seal', async () => {
    const path = 'data/ranking-input.json'
    const text = textOf(published.files, path).replace(/"mark":\d/, '"mark":1')
    expect(text).not.toBe(textOf(published.files, path))
    const files = withNewManifest(replaced(published.files, path, text), parseSigningKey(published.secret))
    expect(await said(files)).toMatch(/does not follow/)
  })

  it('and names another engine is named by the seal', async () => {
    const path = 'data/engine.json'
    const engine = JSON.parse(textOf(published.files, path)) as { files: Record<string, string> }
    engine.files['dictionary-fr/index.dic'] = 'a'.repeat(64)
    const files = withNewManifest(
      replaced(published.files, path, JSON.stringify(engine)),
      parseSigningKey(published.secret),
    )
    expect(await said(files)).toContain('data/engine.json')
  })

  it('with files of another shape is told so, not crashed on', async () => {
    for (const path of ['data/edition-report.json', 'data/seal.json', 'data/ranking-input.json'])
      for (const content of ['', '[]', '{}', 'null', '{"leaves":3,"standings":{},"brands":[null]}']) {
        const files = withNewManifest(replaced(published.files, path, content), parseSigningKey(published.secret))
        expect(await said(files), `${path} ${content}`).not.toBe('')
      }
    for (const content of ['', '[]', '{"statement":{},"files":[]}', '{"statement":3,"files":[{}]}'])
      expect(await said(replaced(published.files, MANIFEST_FILE, content))).toContain('is no manifest')
  })
})

describe('files chosen in a browser', () => {
  it('are those of the folder with the manifest, however far above somebody chose', async () => {
    const above = published.files.map(({ path, content }) => ({ path: `downloads/site/${path}`, content }))
    expect(
      (await checkFolder(chosenFolder([...above, { path: 'downloads/other.txt', content: '' }]), whole())).state,
    ).toBe('verified')
  })

  it('one by one are found at their places; the others are said to be unchecked', async () => {
    const names = [MANIFEST_FILE, 'data/standings.csv', 'fr/league-table.html']
    const chosen = published.files
      .filter(({ path }) => names.includes(path))
      .map(({ path, content }) => ({ path: path.slice(path.lastIndexOf('/') + 1), content }))
    const part = { ...whole(), complete: false }
    const found = await checkFolder(chosenFiles(chosen), part)
    expect(found).toMatchObject({ state: 'partly-verified', differences: [] })
    const edited = chosen.map((file) => (file.path === 'standings.csv' ? { ...file, content: 'x' } : file))
    expect(await said(chosenFiles(edited), part)).toContain('data/standings.csv')
    expect(await said(chosenFiles([...chosen, { path: 'foreign.csv', content: 'x' }]), part)).toContain('foreign.csv')
  })
})

describe('an unsigned folder', () => {
  it('verifies, and says plainly that nobody signed it', async () => {
    const { files } = await publishedFolder({ signed: false, brands: 3 })
    const found = await checkFolder(files, { expectedKey: null, complete: true })
    expect(found.state).toBe('verified')
    expect(found.notes.map(({ en }) => en).join()).toContain('not signed')
    expect(textOf(files, MANIFEST_FILE)).toContain('not signed: whoever can change the files')
    for (const page of ['index.html', 'fr/methodology.html']) expect(textOf(files, page)).toContain('non signée')
    expect(textOf(files, 'en/methodology.html')).toContain('Signature: not signed')
  })
})
