import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Problem, ReplymarkError } from '../../src/domain/error.js'
import { loadStudy } from '../../src/study/load-study.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replymark-study-'))
  cpSync('config', folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const edit = (file: string, change: (text: string) => string) => {
  const path = join(folder, file)
  const before = readFileSync(path, 'utf8')
  const after = change(before)
  expect(after, `the edit of ${file} changes it`).not.toBe(before)
  writeFileSync(path, after)
}

const problemsOf = async (): Promise<readonly Problem[]> => {
  const error = await loadStudy(folder, {}).then(
    () => expect.fail('the study was accepted'),
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(ReplymarkError)
  expect((error as ReplymarkError).code).toBe('configuration')
  return (error as ReplymarkError).details.problems ?? []
}

describe('the example study', () => {
  it('loads, with 24 brands in 4 sectors, 8 adults of both genders, and scenarios of at least 4 variants and 3 points', async () => {
    const study = await loadStudy('config', {})
    expect(study.brands).toHaveLength(24)
    expect(new Set(study.brands.map((brand) => brand.sector)).size).toBe(4)
    expect(study.personas).toHaveLength(32)
    expect(new Set(study.personas.map((persona) => persona.gender))).toEqual(new Set(['female', 'male']))
    for (const scenario of study.scenarios) {
      expect(scenario.variants.length).toBeGreaterThanOrEqual(4)
      expect(scenario.points.length).toBeGreaterThanOrEqual(3)
    }
    expect(study.live).toBe(false)
    expect(study.dataFolder).toBe(resolve('config/data'))
    expect(study.editions[0]?.brands).toHaveLength(24)
  })

  it('keeps its data where the environment says', async () => {
    const study = await loadStudy('config', { REPLYMARK_DATA_FOLDER: '/srv/study' })
    expect(study.dataFolder).toBe('/srv/study')
  })
})

describe('brands.csv', () => {
  const header = 'id,name,sector,contacts,domains,country,time_zone,languages'

  it('gives ten messages with line numbers for ten faults', async () => {
    const row = (id: string, changes: Partial<Record<string, string>> = {}) => {
      const cells: Record<string, string> = {
        id,
        name: 'Maison Test',
        sector: 'beauty',
        contacts: `contact@${id}.example`,
        domains: `${id}.example`,
        country: 'FR',
        time_zone: 'Europe/Paris',
        languages: 'fr|en',
        ...changes,
      }
      return Object.values(cells).join(',')
    }
    writeFileSync(
      join(folder, 'brands.csv'),
      [
        header,
        row('one'),
        row('one', { contacts: 'b@one.example' }),
        row('three', { sector: 'beaute' }),
        row('four', { contacts: 'contact(at)four.example' }),
        row('five', { domains: 'https://five.example' }),
        row('six', { country: 'France' }),
        row('seven', { time_zone: 'Paris' }),
        row('eight', { languages: 'fr|de' }),
        row('nine', { contacts: 'contact@elsewhere.example' }),
        row('ten', { name: '"Maison "Ouverte' }),
        'eleven,Trop,court',
        row('twelve'),
      ].join('\n'),
    )
    const problems = await problemsOf()
    const inBrands = problems.filter((problem) => problem.place.file === 'brands.csv')
    expect(inBrands.map((problem) => problem.place.line)).toEqual([3, 4, 5, 6, 6, 7, 8, 9, 10, 11, 12])
    expect(new Set(inBrands.map((problem) => problem.place.line)).size).toBe(10)
    for (const problem of inBrands) expect(problem.hint).not.toBe('')
    expect(inBrands[1]?.hint).toContain('beauty')
  })

  it.each([
    ['a missing column', `id,name,contacts,domains,country,time_zone,languages`, /`sector` is missing/],
    ['an unknown column', `${header},telephone`, /`telephone` is not known/],
    ['a column twice', `${header},name`, /`name` occurs twice/],
  ])('refuses %s', async (_what, line, message) => {
    writeFileSync(join(folder, 'brands.csv'), `${line}\n`)
    const problems = await problemsOf()
    expect(problems.some((problem) => message.test(problem.message) && problem.place.line === 1)).toBe(true)
  })

  it('reads semicolons and a byte order mark, as spreadsheets write them', async () => {
    edit('brands.csv', (text) => `\uFEFF${text.replaceAll(',', ';').replaceAll('\n', '\r\n')}`)
    expect((await loadStudy(folder, {})).brands).toHaveLength(24)
  })

  it.each([
    ['UTF-16 with tabs', (text: string) => Buffer.from(`\uFEFF${text.replaceAll(',', '\t')}`, 'utf16le')],
    ['Windows-1252', (text: string) => Buffer.from(text, 'latin1')],
    [
      'the delimiter named above, and lines without a value below',
      (text: string) => Buffer.from(`sep=;\n${text.replaceAll(',', ';')};;;;;;;\n`),
    ],
  ])('reads %s', async (_what, write) => {
    const path = join(folder, 'brands.csv')
    const text = readFileSync(path, 'utf8').replace('Belmontine', 'Bélmontine')
    expect(text).toContain('Bélmontine')
    writeFileSync(path, write(text))
    const { brands } = await loadStudy(folder, {})
    expect(brands).toHaveLength(24)
    expect(brands.some((brand) => brand.name.includes('Bélmontine'))).toBe(true)
  })

  it('names the line of a character that no code page explains', async () => {
    const path = join(folder, 'brands.csv')
    writeFileSync(
      path,
      Buffer.concat([readFileSync(path).subarray(0, readFileSync(path).indexOf(0x0a) + 1), Buffer.from([0x8f])]),
    )
    const problem = (await problemsOf()).find(({ place }) => place.file === 'brands.csv')
    expect(problem?.place.line).toBe(2)
    expect(problem?.message).toContain('Windows-1252')
  })

  it('refuses an address used by two brands', async () => {
    edit('brands.csv', (text) => text.replace('eboutique@belmontine.example', 'client@belmontine.example'))
    const [problem] = await problemsOf()
    expect(problem?.message).toContain('already used')
  })
})

describe('YAML files', () => {
  it.each([
    ['study.yaml', 'passwordVariable: REPLYMARK_SMTP_PASSWORD', 'password: hunter2', /secret in a file/],
    ['study.yaml', 'sendUntil: 2026-04-17', 'sendUntil: 2026-02-30', /not a day that exists/],
    ['study.yaml', 'sendUntil: 2026-04-17', 'sendUntil: 2026-02-01', /before sendFrom/],
    ['study.yaml', 'scenarios: [complaint,', 'scenarios: [complaints,', /`complaints` does not exist/],
    ['study.yaml', 'grid: replymark', 'grid: replymrak', /`replymrak` does not exist/],
    ['study.yaml', 'live: false', 'live: perhaps', /not `true` or `false`/],
    ['study.yaml', 'minGapDays:', 'minGapDay:', /not a setting/],
    ['study.yaml', "from: '09:00'", "from: '9h'", /not a time of day/],
    ['study.yaml', 'tls: implicit', 'tls: none', /not this machine/],
    ['study.yaml', 'tls: implicit', 'tls: ssl', /not known/],
    ['study.yaml', 'operator: Cabinet Sillage Études\n', '', /`operator` is missing/],
    ['study.yaml', 'title: Baromètre', 'title: a: b: Baromètre', /not correct YAML/],
    ['personas.yaml', 'age: 34', 'age: 17', /minor/],
    ['personas.yaml', 'account: courrier', 'account: courier', /`courier` does not exist/],
    ['personas.yaml', 'id: samira-benali', 'id: claire-morel', /used twice/],
    ['personas.yaml', 'gender: female', 'gender: woman', /not known/],
    [
      'scenarios/refund.yaml',
      'subject: Remboursement non reçu',
      'subject: Bonjour {{ persona.fristName }}',
      /undefined variable/,
    ],
    ['scenarios/refund.yaml', 'subject: Remboursement non reçu', 'subject: "{% if %}"', /template is wrong/],
    ['scenarios/refund.yaml', '(?:par virement|par chèque|en bon d.achat)', '(par virement', /does not compile/],
    ['scenarios/refund.yaml', '(?:par virement|par chèque|en bon d.achat)', '(a+)+b', /very long/],
    ['scenarios/refund-follow-up.yaml', 'of: refund', 'of: rebate', /`rebate` does not exist/],
    ['grids/replymark.yaml', 'id: answer', 'id: answr', /answr/],
  ])('%s: reports %j written as %j with its line', async (file, from, to, message) => {
    const line = readFileSync(join(folder, file), 'utf8').split(from)[0]?.split('\n').length ?? 0
    edit(file, (text) => text.replace(from, to))
    const problems = await problemsOf()
    const found = problems.find((problem) => message.test(problem.message))
    expect(found, JSON.stringify(problems)).toBeDefined()
    expect(found?.place.file).toBe(file)
    if (to !== '') expect(Math.abs((found?.place.line ?? 0) - line)).toBeLessThanOrEqual(1)
  })

  it('reports problems of several files at once', async () => {
    edit('personas.yaml', (text) => text.replace('age: 34', 'age: 12'))
    edit('scenarios/refund.yaml', (text) => text.replace('type: refund', 'type: money'))
    edit('brands.csv', (text) => text.replace('Europe/Zurich', 'Europe/Geneva'))
    const files = new Set((await problemsOf()).map((problem) => problem.place.file))
    expect([...files]).toEqual(expect.arrayContaining(['brands.csv', 'personas.yaml', 'scenarios/refund.yaml']))
  })

  it('refuses a file that grows when it is read', async () => {
    const levels = Array.from(
      { length: 9 },
      (_, level) => `a${level + 1}: &a${level + 1} [${Array(9).fill(`*a${level}`).join(', ')}]`,
    )
    writeFileSync(join(folder, 'personas.yaml'), `a0: &a0 [x]\n${levels.join('\n')}\n`)
    expect((await problemsOf()).some((problem) => /aliases/.test(problem.message))).toBe(true)
  })

  it('says that a folder is not a study', async () => {
    rmSync(join(folder, 'study.yaml'))
    expect((await problemsOf())[0]?.hint).toContain('replymark init')
  })

  it('asks brands only in their languages', async () => {
    edit('brands.csv', (text) => text.replace('Europe/Zurich,fr|en', 'Europe/Zurich,fr'))
    expect((await problemsOf())[0]?.message).toContain('seve-d-orient is asked in `en`')
  })
})
