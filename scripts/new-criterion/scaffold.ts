/** What `npm run new:criterion` writes: source, test, registry and grid entry at weight 0. Pure, so that a test can try it. */
import type { CriterionFamily } from '../../src/domain/finding.js'

/** Texts to write. */
export interface Scaffold {
  readonly source: string
  readonly test: string
  /** The registry with the new criterion. */
  readonly registry: string
  /** The grid with the new entry. */
  readonly grid: string
}

/** `my-criterion` → `myCriterion`. */
export function camelCase(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

function source(id: string, family: CriterionFamily): string {
  return `/** Criterion \`${id}\`: say here in one sentence what it measures and how. */
import { defineCriterion } from './criterion.js'

export const ${camelCase(id)} = defineCriterion({
  meta: {
    id: '${id}',
    version: 1,
    family: '${family}',
    title: { fr: '${id}', en: '${id}' },
    description: { fr: 'Ce que dit le critère.', en: 'What the criterion says.' },
    why: { fr: 'Pourquoi cela compte, avec une source.', en: 'Why it matters to a customer, with a source.' },
    method: { fr: 'Comment cela se mesure.', en: 'How it is measured.' },
    needs: ['reply'],
    speaks: [],
    lifecycle: 'experimental',
  },
  defaults: {},
  evaluate({ reply }) {
    if (!reply) return { outcome: 'not-applicable', message: { fr: 'Pas de réponse.', en: 'No reply.' } }
    return { outcome: 'not-available', message: { fr: 'Pas encore mesuré.', en: 'Not measured yet.' } }
  },
})
`
}

function test(id: string): string {
  const name = camelCase(id)
  return `import { describe, expect, it } from 'vitest'
import { ${name} } from '../../src/criteria/${id}.js'
import { evidenceWith } from './frame/evidence.js'

describe('${id}', () => {
  it('is not applicable without a reply', () => {
    expect(${name}.evaluate(evidenceWith(null), ${name}.defaults).outcome).toBe('not-applicable')
  })

  it('has no score before it is written', () => {
    expect(${name}.evaluate(evidenceWith('Bonjour'), ${name}.defaults).outcome).toBe('not-available')
  })
})
`
}

function registered(registry: string, id: string): string {
  const name = camelCase(id)
  const line = `import { ${name} } from './${id}.js'`
  const lines = registry.split('\n')
  const imports = lines.filter((one) => /^import \{ \w+ \} from '\.\/[a-z-]+\.js'$/.test(one))
  const before = imports.find((one) => one.slice(one.indexOf("'./")) > line.slice(line.indexOf("'./")))
  const place = before ? lines.indexOf(before) : lines.indexOf(imports.at(-1) ?? '') + 1
  lines.splice(place, 0, line)
  return lines.join('\n').replace(/(AnyCriterion\[\] = \[[^\]]*?)\n?\]/, (_, list: string) => `${list}\n  ${name},\n]`)
}

function weighed(grid: string, id: string, family: CriterionFamily): string {
  const entry = [
    `      - id: ${id}`,
    '        weight: 0',
    '        because: shown, not counted, until tried on a whole edition',
  ]
  const lines = grid.split('\n')
  const start = lines.indexOf(`  ${family}:`)
  if (start < 0) throw new Error(`the grid has no family ${family}`)
  const after = lines.findIndex((line, index) => index > start && /^ {0,2}\S/.test(line))
  const end = after < 0 ? lines.length : after
  const last = lines.slice(0, end).findLastIndex((line) => line.trim() !== '')
  lines.splice(last + 1, 0, ...entry)
  return lines.join('\n')
}

/**
 * Writes nothing: gives the texts.
 * @throws Error when the id is no kebab-case noun or stands in the registry
 */
export function scaffoldCriterion(id: string, family: CriterionFamily, registry: string, grid: string): Scaffold {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id)) throw new Error(`${id} is not kebab-case: write it like reply-delay`)
  if (registry.includes(`'./${id}.js'`)) throw new Error(`there is a criterion ${id} already`)
  return {
    source: source(id, family),
    test: test(id),
    registry: registered(registry, id),
    grid: weighed(grid, id, family),
  }
}
