/** No file imports itself by way of others, no room another that imports it, and no folder of a room a sister that imports it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

type Graph = ReadonlyMap<string, ReadonlySet<string>>

const files = ['src', 'jobs', 'reports'].flatMap((folder) =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((file) => /\.tsx?$/.test(file)),
)

/** The source file that an import names; null for one that is no source (a stylesheet, a data file). */
function resolved(file: string, target: string): string | null {
  const path = normalize(join(dirname(file), target))
  return [path, path.replace(/\.js$/, '.ts'), path.replace(/\.js$/, '.tsx')].find((one) => existsSync(one)) ?? null
}

/** Every import, of types too: whoever reads the one has to know the other. */
const imports: Graph = new Map(
  files.map((file) => {
    const text = readFileSync(file, 'utf8')
    const targets = [
      ...text.matchAll(/(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+'(\.[^']+)'|import\('(\.[^']+)'\)/g),
    ].flatMap((match) => resolved(file, match[1] ?? match[2] ?? '') ?? [])
    return [file, new Set(targets)]
  }),
)

/** Groups of nodes that reach each other (Tarjan 1972, SIAM Journal on Computing 1(2)), each sorted. */
function circles(graph: Graph): string[][] {
  const found: string[][] = []
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  function visit(node: string): number {
    const number = order.size
    order.set(node, number)
    let lowest = number
    stack.push(node)
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) lowest = Math.min(lowest, visit(next))
      else if (stack.includes(next)) lowest = Math.min(lowest, order.get(next)!)
    }
    low.set(node, lowest)
    if (lowest === number) {
      const group = stack.splice(stack.indexOf(node))
      if (group.length > 1) found.push(group.toSorted())
    }
    return lowest
  }
  for (const node of graph.keys()) if (!order.has(node)) visit(node)
  return found
}

/** The graph of what `groupOf` makes of files; null leaves a file out. */
function grouped(groupOf: (file: string) => string | null): Graph {
  const graph = new Map<string, Set<string>>()
  for (const [file, targets] of imports)
    for (const target of targets) {
      const [from, to] = [groupOf(file), groupOf(target)]
      if (from === null || to === null || from === to) continue
      graph.set(from, (graph.get(from) ?? new Set()).add(to))
    }
  return graph
}

function roomOf(file: string): string {
  const [top = '', room = ''] = file.split('/')
  return top === 'src' ? `src/${room}` : top
}

describe('the search for circles', () => {
  it('finds those that are there, and no others', () => {
    const graph: Graph = new Map([
      ['a', new Set(['b'])],
      ['b', new Set(['c', 'd'])],
      ['c', new Set(['a'])],
      ['d', new Set(['e'])],
      ['e', new Set<string>()],
    ])
    expect(circles(graph)).toEqual([['a', 'b', 'c']])
  })

  it('sees the imports of the sources', () => {
    expect([...imports.values()].reduce((sum, targets) => sum + targets.size, 0)).toBeGreaterThan(1_000)
  })
})

describe('circles of imports', () => {
  it('are none among files', () => {
    expect(circles(imports)).toEqual([])
  })

  it('are none among rooms', () => {
    expect(circles(grouped(roomOf))).toEqual([])
  })

  it('are none among the folders beside each other in any folder', () => {
    const folders = new Set<string>()
    for (const file of files)
      for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) folders.add(folder)
    const found = [...folders].flatMap((folder) =>
      circles(
        grouped((file) => {
          const inside = file.startsWith(`${folder}/`) ? file.slice(folder.length + 1).split('/') : []
          return inside.length > 1 ? `${folder}/${inside[0]}` : null
        }),
      ),
    )
    expect(found).toEqual([])
  })
})
