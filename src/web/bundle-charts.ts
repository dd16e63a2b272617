/** Bundles the chart code for the browser: the same builders as on the server, with the parts of ECharts they use. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'

/**
 * Modules of Node.js are empty in the browser: a language pack reads its rule files by them when a rule is first asked for, which charts,
 * that take names and formats of a pack alone, never do.
 */
const WITHOUT_NODE: Plugin = {
  name: 'without-node',
  setup(bundle) {
    bundle.onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: 'without-node' }))
    bundle.onLoad({ filter: /.*/, namespace: 'without-node' }, () => ({
      contents: 'module.exports = {}',
      loader: 'js',
    }))
  },
}

/** The bundle's JavaScript (an ES module that exports `drawChart`). */
export async function bundleCharts(): Promise<Uint8Array<ArrayBuffer>> {
  // In a build the sources stand beside dist; from source they are here.
  const entry = ['./assets/charts-client.ts', './assets/charts-client.js']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(path)) as string
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    plugins: [WITHOUT_NODE],
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
  })
  return new Uint8Array(outputFiles[0]?.contents ?? [])
}
