/** Documents that comments, messages and pages cite are in the repository, with the section, step or promise that is cited. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** A cited document, then a section (`§4`, `§2.3`) or promises (`promises 1 and 6`), if any. */
const CITATION =
  /(?<!\.\.\/shared\/)\bdocs\/[a-z.-]+\.md(?:[,)]? (?:§(?<section>\d+)(?:\.(?<step>\d+))?|promises? (?<promises>\d+(?:(?:, | and )\d+)*)))?/g
/** Names of documents that are not in the repository. */
const ABSENT = /\b(?:METHODOLOGY|DESIGN|STYLE|TOOLCHAIN|TRAPS)(?:\.md\b| §| promise)/

const files = globSync([
  '{src,jobs,reports,test,scripts,bin,config}/**/*.{ts,tsx,js,sh,yaml}',
  '*.md',
  'docs/*.md',
]).filter((file) => file !== 'test/docs/citations.test.ts')

interface Citation {
  readonly file: string
  readonly cited: string
}

const citations = files.flatMap((file) =>
  // A citation may go over the end of a comment's line.
  [
    ...readFileSync(file, 'utf8')
      .replace(/\n\s*\* /g, ' ')
      .matchAll(CITATION),
  ].map((match): Citation & { groups: Readonly<Record<string, string | undefined>> } => ({
    file,
    cited: match[0],
    groups: match.groups ?? {},
  })),
)

/** Text of a numbered section; null where there is none. */
function sectionOf(page: string, number: string): string | null {
  const start = page.search(new RegExp(`^## ${number}\\. `, 'm'))
  if (start === -1) return null
  const next = page.slice(start + 3).search(/^## /m)
  return next === -1 ? page.slice(start) : page.slice(start, start + 3 + next)
}

function missing({ cited, groups }: (typeof citations)[number]): boolean {
  const [path = ''] = /docs\/[a-z.-]+\.md/.exec(cited) ?? []
  if (!existsSync(path)) return true
  const page = readFileSync(path, 'utf8')
  const { section, step, promises } = groups
  if (promises) {
    const list = /^## \d+\. Promises$(.*?)(?=^## |$(?![\s\S]))/ms.exec(page)?.[1] ?? ''
    return promises.match(/\d+/g)!.some((number) => !list.includes(`\n${number}. `))
  }
  if (!section) return false
  const text = sectionOf(page, section)
  return text === null || (step !== undefined && !text.includes(`\n${step}. `))
}

describe('citations of documents', () => {
  it('are many', () => {
    expect(citations.filter(({ groups }) => groups['section'] || groups['promises']).length).toBeGreaterThan(40)
  })

  it('lead to a document of the repository and to a section, step or promise in it', () => {
    expect(citations.filter(missing).map(({ file, cited }) => `${file}: ${cited}`)).toEqual([])
  })

  it('name no document that is elsewhere: write `docs/methodology.en.md §N`, `docs/design.md §N` or `docs/design.md, promise N`', () => {
    expect(files.filter((file) => ABSENT.test(readFileSync(file, 'utf8')))).toEqual([])
  })

  it('are the same in both languages of the methodology: sections have the same numbers', () => {
    const numbers = (language: string) =>
      [...readFileSync(`docs/methodology.${language}.md`, 'utf8').matchAll(/^## (\d+)\. /gm)].map(
        ([, number]) => number,
      )
    expect(numbers('fr')).toEqual(numbers('en'))
  })
})

describe('files that documents name', () => {
  const named = (page: string) =>
    [...page.matchAll(/`((?:src|jobs|reports|test|scripts|config|docs|bin)\/[^`\s*<]*)`/g)].map(([, path]) => path!)

  it.each(['docs/design.md', 'CONTRIBUTING.md', 'README.md'])('%s: each is there', (document) => {
    const paths = named(readFileSync(document, 'utf8')).filter((path) => !/[{…]|\bmy-|<|\$/.test(path))
    expect(paths.length).toBeGreaterThan(5)
    expect(paths.filter((path) => !existsSync(path))).toEqual([])
  })

  it('one mail is followed through at most 25 files, each once', () => {
    const walk = sectionOf(readFileSync('docs/design.md', 'utf8'), '4') ?? ''
    const steps = [...walk.matchAll(/^(\d+)\. `([^`]+)`/gm)]
    expect(steps.map(([, number]) => Number(number))).toEqual(steps.map((_, index) => index + 1))
    expect(new Set(steps.map(([, , file]) => file)).size).toBe(steps.length)
    expect(steps.length).toBeLessThanOrEqual(25)
    expect(steps.length).toBeGreaterThan(20)
  })
})
