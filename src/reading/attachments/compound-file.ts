/**
 * Compound files (MS-CFB), the file system inside a file that Outlook's .msg is: streams by path, bounded in number and bytes.
 */
import { BrokenFormat } from './byte-reader.js'

/** First eight bytes of every compound file. */
const SIGNATURE = 'd0cf11e0a1b11ae1'
const END_OF_CHAIN = 0xfffffffe
const LARGEST_SECTOR = 0xfffffffa
const NO_ENTRY = 0xffffffff
const ENTRY_BYTES = 128
const MOST_ENTRIES = 20_000
const DEEPEST = 8

/** True where bytes begin as a compound file does. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 8)).toString('hex') === SIGNATURE
}

interface Entry {
  readonly name: string
  readonly type: number
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  readonly size: number
}

/**
 * Streams of a compound file by path (`storage/stream`), read when asked for.
 * @throws BrokenFormat where the structure does not hold
 */
export function openCompoundFile(raw: Uint8Array): ReadonlyMap<string, () => Uint8Array> {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  if (bytes.length < 512) throw new BrokenFormat('the file is shorter than its header')
  const shift = bytes.readUInt16LE(0x1e)
  if (shift !== 9 && shift !== 12) throw new BrokenFormat('its header names no size of sectors')
  const sectorBytes = 1 << shift
  const sector = (index: number): Buffer => {
    const from = (index + 1) * sectorBytes
    if (index >= LARGEST_SECTOR || from >= bytes.length) throw new BrokenFormat('a sector lies beyond its end')
    return bytes.subarray(from, from + sectorBytes)
  }
  const table = allocationTable(bytes, sector, sectorBytes)
  const chain = (start: number, size: number): Buffer => {
    const pieces: Buffer[] = []
    const most = Math.min(Math.ceil(size / sectorBytes), Math.ceil(bytes.length / sectorBytes))
    for (let at = start; at !== END_OF_CHAIN && pieces.length < most; at = table[at] ?? END_OF_CHAIN)
      pieces.push(sector(at))
    return Buffer.concat(pieces).subarray(0, size)
  }
  const entries = entriesIn(chain(bytes.readUInt32LE(0x30), MOST_ENTRIES * ENTRY_BYTES))
  const root = entries[0]
  if (!root) throw new BrokenFormat('it has no directory')
  const smallBytes = 1 << Math.min(bytes.readUInt16LE(0x20), 12)
  const smallest = bytes.readUInt32LE(0x38)
  const smallTable = numbersOf(chain(bytes.readUInt32LE(0x3c), bytes.length))
  let smallStore: Buffer | null = null
  const smallChain = (start: number, size: number): Buffer => {
    smallStore ??= chain(root.start, root.size)
    const pieces: Buffer[] = []
    const most = Math.min(Math.ceil(size / smallBytes), Math.ceil(smallStore.length / smallBytes))
    for (let at = start; at !== END_OF_CHAIN && pieces.length < most; at = smallTable[at] ?? END_OF_CHAIN)
      pieces.push(smallStore.subarray(at * smallBytes, (at + 1) * smallBytes))
    return Buffer.concat(pieces).subarray(0, size)
  }
  const streams = new Map<string, () => Uint8Array>()
  const seen = new Set<number>()
  const walk = (index: number, path: string, depth: number): void => {
    const waiting = [index]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const entry = entries[next]
      if (!entry || seen.has(next)) continue
      seen.add(next)
      waiting.push(entry.left, entry.right)
      if (entry.type === 2)
        streams.set(path + entry.name, () =>
          entry.size < smallest ? smallChain(entry.start, entry.size) : chain(entry.start, entry.size),
        )
      else if (entry.type === 1 && depth < DEEPEST) walk(entry.child, `${path}${entry.name}/`, depth + 1)
    }
  }
  walk(root.child, '', 0)
  return streams
}

function numbersOf(bytes: Buffer): number[] {
  return Array.from({ length: bytes.length >> 2 }, (_, index) => bytes.readUInt32LE(index * 4))
}

/** The table of sector chains, of up to 109 sectors named in the header and those of the chain behind it. */
function allocationTable(bytes: Buffer, sector: (index: number) => Buffer, sectorBytes: number): number[] {
  const places = numbersOf(bytes.subarray(0x4c, 0x200))
  let more = bytes.readUInt32LE(0x44)
  const mostSectors = Math.ceil(bytes.length / sectorBytes)
  for (let count = 0; more < LARGEST_SECTOR && count < mostSectors; count += 1) {
    const further = numbersOf(sector(more))
    more = further.pop() ?? END_OF_CHAIN
    places.push(...further)
  }
  const used = places.filter((place) => place < LARGEST_SECTOR).slice(0, mostSectors)
  return used.flatMap((place) => numbersOf(sector(place)))
}

function entriesIn(directory: Buffer): Entry[] {
  const entries: Entry[] = []
  for (let at = 0; at + ENTRY_BYTES <= directory.length && entries.length < MOST_ENTRIES; at += ENTRY_BYTES) {
    const nameBytes = Math.min(Math.max(directory.readUInt16LE(at + 64) - 2, 0), 62)
    const link = (offset: number) => {
      const index = directory.readUInt32LE(at + offset)
      return index === NO_ENTRY ? -1 : index
    }
    entries.push({
      name: directory.toString('utf16le', at, at + nameBytes),
      type: directory.readUInt8(at + 66),
      left: link(68),
      right: link(72),
      child: link(76),
      start: directory.readUInt32LE(at + 116),
      size: directory.readUInt32LE(at + 120),
    })
  }
  return entries
}
