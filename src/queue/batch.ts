/**
 * Several pieces of work as one text: what they share (grid, scenario, a brand's other letters) is written once, and whoever passes
 * the text on (Redis, a worker's main thread) need not look inside. Each piece has an outcome of its own.
 */
import type { Execute } from './queue.js'

/** What became of one piece. */
export type Outcome =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false /** Message of the error. */; readonly reason: string }

/** Outcomes of a batch, in order. */
export interface BatchDone {
  /** JSON of `Outcome[]`. */
  readonly outcomes: string
  /** How many of them are not ok. */
  readonly failures: number
}

/** Works through a batch. */
export type ExecuteBatch = (type: string, body: string) => Promise<BatchDone>

/** A piece as it is written: fields of its own, fields that are shared values, fields that are lists of shared values. */
interface WrittenPiece {
  readonly value?: unknown
  readonly own?: Readonly<Record<string, unknown>>
  readonly refs?: Readonly<Record<string, number>>
  readonly lists?: Readonly<Record<string, readonly number[]>>
}

interface WrittenBatch {
  readonly shared: readonly unknown[]
  readonly pieces: readonly WrittenPiece[]
}

/** Collects pieces into one text. */
export interface BatchWriter {
  /** Adds a payload (plain JSON; fields that hold bytes are written in base64). */
  add(payload: unknown): void
  /** Pieces so far. */
  readonly pieces: number
  /** Characters so far. */
  readonly characters: number
  /** The text. */
  body(): string
}

/** Shorter strings are written where they stand. */
const SHARED_FROM = 60

/** Bytes as text holds them. */
function base64Of(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}

/** Opens a writer. Values are shared where they are the same object or the same string. */
export function writeBatch(): BatchWriter {
  const places = new Map<unknown, number>()
  const shared: string[] = []
  const pieces: string[] = []
  let characters = 0
  function place(value: unknown): number {
    const known = places.get(value)
    if (known !== undefined) return known
    const text = JSON.stringify(value)
    characters += text.length
    places.set(value, shared.length)
    return shared.push(text) - 1
  }
  function written(payload: unknown): WrittenPiece {
    if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return { value: payload }
    const own: Record<string, unknown> = {}
    const refs: Record<string, number> = {}
    const lists: Record<string, readonly number[]> = {}
    for (const [field, given] of Object.entries(payload)) {
      const value = given instanceof Uint8Array ? base64Of(given) : given
      const long = (item: unknown) => typeof item === 'string' && item.length >= SHARED_FROM
      if (Array.isArray(value) && value.length > 0 && value.every(long)) lists[field] = value.map(place)
      else if (typeof value === 'object' && value !== null) refs[field] = place(value)
      else own[field] = value
    }
    return { own, refs, lists }
  }
  return {
    add(payload) {
      const text = JSON.stringify(written(payload))
      characters += text.length
      pieces.push(text)
    },
    get pieces() {
      return pieces.length
    },
    get characters() {
      return characters
    },
    body: () => `{"shared":[${shared.join(',')}],"pieces":[${pieces.join(',')}]}`,
  }
}

/** Payloads of a batch, in order; what they share is the same object in each. */
export function readBatch(body: string): unknown[] {
  const { shared, pieces } = JSON.parse(body) as WrittenBatch
  return pieces.map(({ value, own, refs, lists }) => {
    if (!own) return value ?? null
    const fields = Object.entries(own)
    for (const [field, index] of Object.entries(refs ?? {})) fields.push([field, shared[index]])
    for (const [field, indexes] of Object.entries(lists ?? {})) fields.push([field, indexes.map((at) => shared[at])])
    return Object.fromEntries(fields)
  })
}

/** Some pieces of a batch as a batch of their own. */
export function pickPieces(body: string, wanted: readonly number[]): string {
  const payloads = readBatch(body)
  const writer = writeBatch()
  for (const index of wanted) writer.add(payloads[index])
  return writer.body()
}

/** Works through the pieces of a batch one after the other; one that fails does not keep the others. */
export async function runBatch(execute: Execute, type: string, body: string): Promise<BatchDone> {
  const outcomes: Outcome[] = []
  for (const payload of readBatch(body)) {
    try {
      outcomes.push({ ok: true, result: (await execute(type, payload)) ?? null })
    } catch (error) {
      outcomes.push({ ok: false, reason: error instanceof Error ? error.message : String(error) })
    }
  }
  return doneOf(outcomes)
}

/**
 * Works through a batch in one go, and piece by piece where that fails as a whole (a thread that died or took too long): the piece
 * that ends its thread then ends only itself.
 */
export async function runApart(whole: ExecuteBatch, type: string, body: string): Promise<BatchDone> {
  try {
    return await whole(type, body)
  } catch (error) {
    const count = readBatch(body).length
    if (count === 1) return doneOf([{ ok: false, reason: error instanceof Error ? error.message : String(error) }])
    const outcomes: Outcome[] = []
    for (let index = 0; index < count; index++)
      outcomes.push(...outcomesOf(await runApart(whole, type, pickPieces(body, [index]))))
    return doneOf(outcomes)
  }
}

/** Outcomes as they are handed on. */
export function doneOf(outcomes: readonly Outcome[]): BatchDone {
  return { outcomes: JSON.stringify(outcomes), failures: outcomes.filter(({ ok }) => !ok).length }
}

/** Outcomes of a batch. */
export function outcomesOf({ outcomes }: Pick<BatchDone, 'outcomes'>): readonly Outcome[] {
  return JSON.parse(outcomes) as Outcome[]
}
