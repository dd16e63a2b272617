/** Style sheet, scripts and icons, read once at start and served by the service itself; nothing comes from another host. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** One asset in memory. */
export interface Asset {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly contentType: string
  /** Strong validator: the hash of the bytes. */
  readonly etag: string
}

const OWN = [
  ['style.css', 'text/css; charset=utf-8'],
  ['page.js', 'text/javascript; charset=utf-8'],
  ['icon.svg', 'image/svg+xml'],
] as const

function asset(bytes: Uint8Array<ArrayBuffer>, contentType: string): Asset {
  return { bytes, contentType, etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` }
}

/** Loads the assets; ECharts (1 MB) only when a page first asks for it. */
export function loadAssets(): { get(name: string): Asset | null } {
  const assets = new Map<string, Asset>()
  for (const [name, contentType] of OWN) {
    assets.set(name, asset(new Uint8Array(readFileSync(new URL(`./assets/${name}`, import.meta.url))), contentType))
  }
  return {
    get(name) {
      const known = assets.get(name)
      if (known) return known
      if (name !== 'echarts.js') return null
      const file = createRequire(import.meta.url).resolve('echarts/dist/echarts.min.js')
      const made = asset(new Uint8Array(readFileSync(file)), 'text/javascript; charset=utf-8')
      assets.set(name, made)
      return made
    },
  }
}
