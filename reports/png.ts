/**
 * Draws SVG as PNG without a browser (resvg), with a face that ships with the project, so that a machine without fonts draws the
 * same picture as any other.
 */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Resvg, type ResvgRenderOptions, renderAsync } from '@resvg/resvg-js'
import { printable } from '../src/domain/printable.js'
import { escapeXml } from '../src/text/escape-xml.js'

const FACES = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf')

/** The condensed cut is as wide as the system faces that charts are laid out for. */
export const PNG_FAMILY = 'DejaVu Sans Condensed'

const FONT: ResvgRenderOptions['font'] = {
  fontFiles: ['DejaVuSansCondensed.ttf', 'DejaVuSansCondensed-Bold.ttf'].map((name) => join(FACES, name)),
  loadSystemFonts: false,
  defaultFontFamily: PNG_FAMILY,
  sansSerifFamily: PNG_FAMILY,
}

/** Pixels of a picture for each pixel of the drawing, as dense screens and print ask for. */
const DENSITY = 2

/**
 * The picture of a drawing.
 * @param svg an SVG document that loads nothing
 * @param density pixels for each pixel of the drawing
 */
export async function renderPng(svg: string, density = DENSITY): Promise<Uint8Array<ArrayBuffer>> {
  const picture = await renderAsync(svg, { font: FONT, fitTo: { mode: 'zoom', value: density } })
  return new Uint8Array(picture.asPng())
}

/** Width of a line of text as `renderPng` draws it, in pixels of the drawing. */
export function textWidth(text: string, size: number, bold = false): number {
  if (text.trim() === '') return 0
  const weight = bold ? ' font-weight="700"' : ''
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="200"><text x="0" y="100" font-family="${PNG_FAMILY}" font-size="${size}"${weight}>${escapeXml(printable(text))}</text></svg>`
  return new Resvg(svg, { font: FONT }).getBBox()?.width ?? 0
}
