/** The site's icon for those who ask for /favicon.ico unasked: the same drawing as the SVG icon, as a PNG in an ICO frame. */
import { readFileSync } from 'node:fs'
import { renderPng } from './png.js'

/** Side of the picture in pixels. */
const SIDE = 48

/** The file: one picture, in PNG, as ICO allows (since Windows Vista). */
export async function iconFile(): Promise<Uint8Array<ArrayBuffer>> {
  const svg = readFileSync(new URL('../src/web/assets/icon.svg', import.meta.url), 'utf8')
  const side = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1] ?? SIDE)
  const picture = await renderPng(svg, SIDE / side)
  const header = new DataView(new ArrayBuffer(22))
  header.setUint16(2, 1, true) // an icon
  header.setUint16(4, 1, true) // one picture
  header.setUint8(6, SIDE)
  header.setUint8(7, SIDE)
  header.setUint16(10, 1, true) // colour planes
  header.setUint16(12, 32, true) // bits a pixel
  header.setUint32(14, picture.length, true)
  header.setUint32(18, 22, true) // where the picture begins
  const file = new Uint8Array(22 + picture.length)
  file.set(new Uint8Array(header.buffer))
  file.set(picture, 22)
  return file
}
