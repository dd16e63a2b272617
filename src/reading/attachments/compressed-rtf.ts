/**
 * Compressed RTF (MS-OXRTFCP): an LZ77 variant with a dictionary of 4 096 bytes that starts filled with frequent RTF words.
 * Outlook keeps a letter's body in this form alone when the writer used formatted text.
 */
import { BrokenFormat, ByteReader } from './byte-reader.js'

/** What the dictionary holds before the first byte (MS-OXRTFCP 2.1.2.1). */
const PREFILLED =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx'
const DICTIONARY = 4_096
const COMPRESSED = 0x75465a4c
const UNCOMPRESSED = 0x414c454d

/**
 * Unpacks compressed RTF.
 * @param mostBytes bytes after which unpacking stops
 * @returns the RTF as bytes in latin-1; null where the bytes are no compressed RTF
 */
export function decompressRtf(bytes: Uint8Array, mostBytes: number): string | null {
  try {
    const reader = new ByteReader(bytes)
    reader.skip(4)
    const size = reader.long()
    const form = reader.long()
    reader.skip(4)
    if (form === UNCOMPRESSED) return Buffer.from(reader.bytes(Math.min(size, reader.left))).toString('latin1')
    if (form !== COMPRESSED) return null
    return unpack(reader, Math.min(size, mostBytes))
  } catch (error) {
    if (error instanceof BrokenFormat) return null
    throw error
  }
}

function unpack(reader: ByteReader, size: number): string {
  const dictionary = Buffer.alloc(DICTIONARY, 0x20)
  dictionary.write(PREFILLED, 'latin1')
  let write = PREFILLED.length
  const out = Buffer.alloc(size)
  let length = 0
  const put = (byte: number) => {
    if (length < size) out[length++] = byte
    dictionary[write] = byte
    write = (write + 1) % DICTIONARY
  }
  while (length < size && reader.left > 0) {
    const control = reader.byte()
    for (let bit = 0; bit < 8 && length < size && reader.left > 0; bit += 1) {
      if ((control & (1 << bit)) === 0) {
        put(reader.byte())
        continue
      }
      if (reader.left < 2) return out.toString('latin1', 0, length)
      const token = (reader.byte() << 8) | reader.byte()
      const from = token >> 4
      // A reference to the place that is being written marks the end.
      if (from === write) return out.toString('latin1', 0, length)
      for (let step = 0; step < (token & 0xf) + 2; step += 1) put(dictionary[(from + step) % DICTIONARY]!)
    }
  }
  return out.toString('latin1', 0, length)
}
