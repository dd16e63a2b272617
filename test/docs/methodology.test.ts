import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { methodologyPage, pagePath, templatePath } from '../../scripts/docs/methodology.js'
import { criteria } from '../../src/criteria/index.js'

describe.each(['fr', 'en'] as const)('docs/methodology.%s.md', (language) => {
  it('is what `npm run docs` writes', () => {
    expect(readFileSync(pagePath(language), 'utf8')).toBe(methodologyPage(language))
  })

  it('names every criterion', () => {
    const page = methodologyPage(language)
    expect(criteria.filter(({ meta }) => !page.includes(`#### \`${meta.id}\``))).toEqual([])
  })

  it('rests on prose without figures of its own: years of sources and the ends of a scale only', () => {
    const prose = readFileSync(templatePath(language), 'utf8').replace(/\{\{[^}]+\}\}|^(?:## )?\d+\. /gm, '')
    const figures = prose.match(/\d+(?:[.,]\d+)?/g) ?? []
    expect(figures.filter((figure) => !/^(?:1[89]\d\d|20\d\d|0|1|0[.,][59])$/.test(figure))).toEqual([])
  })
})
