import { describe, expect, it } from 'vitest'
import { brandKey, type HistoryOptions, readHistory } from '../../src/ranking/history.js'

const options: HistoryOptions = {
  series: 'made-up',
  file: 'past.csv',
  delimiter: ',',
  brands: [{ id: 'maison-lune', name: 'Maison Lune', aliases: ['Lune Cosmétiques'] }],
  aliases: new Map([['Ancienne Marque', 'Marque Neuve']]),
  methodBreaks: [2010],
}
const rows = (...lines: Record<string, string>[]) => lines.map((values, index) => ({ line: index + 2, values }))
const base = { year: '2005', rank: '1', brand: 'Maison Lune', sector: '', score: '91.5', scope: 'overall', notes: '' }

describe('published past editions', () => {
  it('join brands by name, alias of the study and alias given', () => {
    const { rows: read } = readHistory(
      rows(base, { ...base, rank: '2', brand: 'LUNE COSMETIQUES' }, { ...base, rank: '3', brand: 'Ancienne marque' }),
      options,
    )
    expect(read.map((row) => row.brand)).toEqual(['maison-lune', 'maison-lune', 'marque-neuve'])
    expect(read[0]).toMatchObject({
      year: 2005,
      rank: 1,
      score: 91.5,
      source: 'past.csv:2',
      printedName: 'Maison Lune',
    })
  })

  it('tell overall places from places in a sector and places of sectors', () => {
    const { rows: read } = readHistory(
      rows(
        { ...base, sector: 'beauté' },
        { ...base, scope: 'Beauté', rank: '2' },
        { ...base, scope: 'sectors', brand: '', sector: 'Beauté', rank: 'last' },
        { ...base, rank: '' },
      ),
      options,
    )
    expect(read.map(({ brand, sector, rank, sectorRank }) => [brand, sector, rank, sectorRank])).toEqual([
      ['maison-lune', 'beauté', 1, null],
      ['maison-lune', 'Beauté', null, 2],
      ['', 'Beauté', null, null],
      ['maison-lune', null, null, null],
    ])
    expect(read[2]!.figures['rank_text']).toBe('last')
  })

  it('keep every other column as a figure, and mark years after a change of method', () => {
    const { rows: read } = readHistory(rows({ ...base, year: '2012', sites: '250', notes: 'x' }), options)
    expect(read[0]!.figures).toMatchObject({ sites: 250, notes: 'x', scope: 'overall', method: 'made-up from 2010' })
  })

  it('read decimal commas as numbers, in the score and in every figure', () => {
    const { rows: read } = readHistory(
      rows({ ...base, score: '64,25', sites: '1,375', share: '17,5', sum: '2 300,5' }),
      {
        ...options,
        delimiter: ';',
      },
    )
    expect(read[0]).toMatchObject({ score: 64.25, figures: { sites: 1.375, share: 17.5, sum: 2300.5 } })
  })

  it('take figures of whole editions where there is no brand column', () => {
    const { rows: read, remarks } = readHistory(
      rows({ year: '2005', response_rate: '0.58' }, { year: '2005', response_rate: '0.6' }),
      options,
    )
    expect(read[0]).toMatchObject({ brand: '', sector: null, figures: { response_rate: 0.58 } })
    expect(remarks).toMatchObject([{ kind: 'conflict', line: 3 }])
  })

  it.each([
    [{ year: '05' }, /year/],
    [{ rank: '0' }, /rank/],
    [{ rank: '1.5' }, /rank/],
    [{ score: '101' }, /score/],
    [{ score: '91,5 points' }, /score/],
    [{ score: '1,234' }, /score/],
    [{ rank: '3 ex æquo' }, /rank/],
    [{ sites: '1,234' }, /sites/],
    [{ brand: '' }, /brand/],
    [{ scope: 'sectors', brand: '', sector: '' }, /sector/],
  ])('refuse %j with its line, and then take nothing', (change, expected) => {
    const { rows: read, problems } = readHistory(rows(base, { ...base, ...change }), options)
    expect(read).toEqual([])
    expect(problems).toHaveLength(1)
    expect(problems[0]!.place).toEqual({ file: 'past.csv', line: 3 })
    expect(problems[0]!.message).toMatch(expected)
  })

  it('refuse an empty file and one without years', () => {
    expect(readHistory([], options).problems[0]!.message).toContain('no rows')
    expect(readHistory(rows({ brand: 'x' }), options).problems[0]!.message).toContain('year')
  })

  it('name ties, conflicting places and names that may be one brand', () => {
    const { remarks } = readHistory(
      rows(base, { ...base, brand: 'Autre' }, { ...base, rank: '4' }, { ...base, rank: '5', brand: 'Autre Maison' }),
      options,
    )
    expect(remarks.map((remark) => [remark.kind, remark.line])).toEqual(
      expect.arrayContaining([
        ['tie', 3],
        ['conflict', 4],
        ['similar-names', 3],
        ['unknown-brand', 5],
      ]),
    )
  })

  it('compare names without accents, case and punctuation', () => {
    expect(brandKey("L'Occitane en Provence")).toBe('l-occitane-en-provence')
    expect(brandKey('Œuvres & Cie.')).toBe('oeuvres-et-cie')
  })
})
