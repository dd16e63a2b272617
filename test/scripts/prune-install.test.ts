import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'

const SCRIPT = fileURLToPath(new URL('../../scripts/prune-install.js', import.meta.url))
const FOLDERS = [
  'harper.js/dist',
  'better-sqlite3/deps',
  'better-sqlite3/prebuilds',
  'pdfjs-dist',
  'pdfjs-dist/legacy',
  'pdfjs-dist/legacy/build',
  'dejavu-fonts-ttf',
  'dejavu-fonts-ttf/ttf',
  'echarts/dist',
]
const folder = mkdtempSync(join(tmpdir(), 'replymark-prune-'))

afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** An install with the same names as this one, empty, after the script has run there. */
function pruned(omit: string): (path: string) => boolean {
  for (const one of FOLDERS) {
    const here = fileURLToPath(new URL(`../../node_modules/${one}`, import.meta.url))
    mkdirSync(join(folder, 'node_modules', one), { recursive: true })
    for (const entry of existsSync(here) ? readdirSync(here, { withFileTypes: true }) : [])
      if (entry.isDirectory()) mkdirSync(join(folder, 'node_modules', one, entry.name), { recursive: true })
      else writeFileSync(join(folder, 'node_modules', one, entry.name), '')
  }
  execFileSync(process.execPath, [SCRIPT], { cwd: folder, env: { ...process.env, npm_config_omit: omit } })
  return (path) => existsSync(join(folder, 'node_modules', path))
}

/** What the English engine loads of Harper: its entry, the program that this names, and what they import. */
function loadedOfHarper(): readonly string[] {
  const engine = readFileSync(new URL('../../src/proofreading/engines/harper.ts', import.meta.url), 'utf8')
  const entries = [...engine.matchAll(/from '(harper\.js(?:\/\w+)?)'/g)].map((match) => import.meta.resolve(match[1]!))
  return entries.flatMap((url) => {
    const text = readFileSync(new URL(url), 'utf8').slice(0, 2000)
    const named = [...text.matchAll(/from "\.\/([\w-]+\.js)"|new URL\("([\w.]+\.wasm)"/g)].map(
      (match) => `${dirname(fileURLToPath(url))}/${match[1] ?? match[2]}`,
    )
    return [fileURLToPath(url), ...named].map((path) => path.slice(path.lastIndexOf('harper.js/')))
  })
}

describe('a production install', () => {
  it('keeps every file of Harper that the English engine loads, and its program once', () => {
    const kept = pruned('dev')
    const needed = loadedOfHarper()
    expect(needed.some((path) => path.endsWith('.wasm'))).toBe(true)
    for (const path of needed) expect(kept(path), path).toBe(true)
    const left = readdirSync(join(folder, 'node_modules', 'harper.js', 'dist'))
    expect(left.filter((name) => name.endsWith('.wasm'))).toHaveLength(1)
  })

  it('loses what no machine of this kind loads', () => {
    const kept = pruned('dev')
    for (const face of ['DejaVuSansCondensed.ttf', 'DejaVuSansCondensed-Bold.ttf'])
      expect(kept(`dejavu-fonts-ttf/ttf/${face}`), face).toBe(true)
    expect(kept('dejavu-fonts-ttf/ttf/DejaVuSerif.ttf')).toBe(false)
    expect(kept('echarts/dist/echarts.min.js')).toBe(true)
    expect(kept('echarts/dist/echarts.js')).toBe(false)
  })

  it('loses nothing where development is installed too', () => {
    expect(pruned('')('echarts/dist/echarts.js')).toBe(true)
  })
})
