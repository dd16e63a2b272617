/** Style sheet, scripts and icons, read once at start and served by the service itself; nothing comes from another host. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { bundleCharts } from './bundle-charts.js'

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

/** Loads the assets; the charts' bundle (some 600 KB) is made when a page first asks for it. */
export function loadAssets(): { get(name: string): Promise<Asset | null> } {
  const assets = new Map<string, Asset>()
  for (const [name, contentType] of OWN) {
    assets.set(name, asset(new Uint8Array(readFileSync(new URL(`./assets/${name}`, import.meta.url))), contentType))
  }
  let charts: Promise<Asset> | null = null
  return {
    async get(name) {
      const known = assets.get(name)
      if (known) return known
      if (name !== 'charts.js') return null
      charts ??= bundleCharts().then((bytes) => asset(bytes, 'text/javascript; charset=utf-8'))
      return charts
    },
  }
}
