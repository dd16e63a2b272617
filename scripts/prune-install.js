// Makes a production install (`npm ci --omit=dev`) smaller: deletes what four packages ship beside the build that we load.
// A development install is left as it is. Nothing outside this folder's own node_modules is touched.
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Folder in node_modules → which of its files Replymark never loads. */
const NEVER_LOADED = {
  // The slim WASM (without Typst and TeX) is read from its own file; these are the full one, and both again as text.
  'harper.js/dist': (name) => /^(binary(Inlined)?\.|slimBinaryInlined\.|harper_wasm_bg)/.test(name),
  // SQLite's C source, for machines that compile it, and the binaries of other systems.
  'better-sqlite3/deps': () => true,
  'better-sqlite3/prebuilds': (name) => !name.startsWith(process.platform),
  // Text alone is read of a PDF: two files of one build do that; the others draw, run forms' scripts and map source lines.
  'pdfjs-dist': (name) => !['package.json', 'LICENSE', 'legacy'].includes(name),
  'pdfjs-dist/legacy': (name) => name !== 'build',
  'pdfjs-dist/legacy/build': (name) => !['pdf.mjs', 'pdf.worker.mjs'].includes(name),
  // Pictures are drawn with one face in two weights.
  'dejavu-fonts-ttf': (name) => !['package.json', 'LICENSE', 'ttf'].includes(name),
  'dejavu-fonts-ttf/ttf': (name) => !/^DejaVuSansCondensed(-Bold)?\.ttf$/.test(name),
  // Pages are served dist/echarts.min.js, the server imports lib/; these are other builds and their maps.
  'echarts/dist': (name) => name !== 'echarts.min.js' && name !== 'package.json',
}

if ((process.env.npm_config_omit ?? '').split(/[\s,]+/).includes('dev')) {
  for (const [folder, never] of Object.entries(NEVER_LOADED)) {
    const path = join('node_modules', folder)
    for (const name of readdirSync(path).filter(never)) rmSync(join(path, name), { recursive: true })
  }
}
