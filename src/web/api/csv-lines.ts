/** Lists of the API as CSV for whoever asks for it with `Accept: text/csv`: one row an item, inner fields named with dots. */
import type { MiddlewareHandler } from 'hono'
import { accepts } from 'hono/accepts'
import { rowsToCsv } from '../../../reports/csv.js'

type Cell = string | number | boolean | null

function cellsOf(value: unknown, name: string, cells: Map<string, Cell>): void {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    cells.set(name, value)
  else if (Array.isArray(value)) cells.set(name, value.map(String).join(' '))
  else for (const [key, inner] of Object.entries(value as object)) cellsOf(inner, name ? `${name}.${key}` : key, cells)
}

/** Items as a table: the columns of all items in the order in which they appear; what an item lacks is an empty cell. */
export function tableOfItems(items: readonly unknown[]): readonly (readonly Cell[])[] {
  const rows = items.map((item) => {
    const cells = new Map<string, Cell>()
    cellsOf(item, '', cells)
    return cells
  })
  const names = [...new Set(rows.flatMap((cells) => [...cells.keys()]))]
  // A field that is null here and an object there has its inner columns only.
  const columns = names.filter((name) => !names.some((other) => other.startsWith(`${name}.`)))
  return [columns, ...rows.map((cells) => columns.map((name) => cells.get(name) ?? null))]
}

/** Turns lists into CSV where that is asked for, and names the next page in a `Link` field (RFC 8288) in both forms. */
export function csvLists(publicUrl: string): MiddlewareHandler {
  return async (context, next) => {
    await next()
    const { res, req } = context
    if (res.status !== 200 || !res.headers.get('content-type')?.startsWith('application/json')) return
    const body = (await res.clone().json()) as { items?: readonly unknown[]; next?: string | null }
    if (!Array.isArray(body.items)) return
    if (body.next) {
      const url = new URL(`${publicUrl}${req.path}`)
      for (const [name, values] of Object.entries(req.queries()))
        for (const value of values) url.searchParams.append(name, value)
      url.searchParams.set('cursor', body.next)
      res.headers.set('link', `<${url}>; rel="next"`)
    }
    res.headers.append('vary', 'Accept')
    const wanted = accepts(context, {
      header: 'Accept',
      supports: ['application/json', 'text/csv'],
      default: 'application/json',
    })
    if (wanted !== 'text/csv') return
    const headers = new Headers(res.headers)
    headers.set('content-type', 'text/csv; charset=utf-8; header=present')
    context.res = undefined
    context.res = new Response(rowsToCsv(tableOfItems(body.items)), { headers })
  }
}
