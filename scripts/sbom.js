/**
 * `npm run sbom`: writes the bill of materials (CycloneDX, from the lock file, without network) to sbom/: everything, and what the program
 * needs to run. The second is cut from the first by the lock file's own marks: `npm sbom --omit dev` leaves out packages that both
 * the program and its tests need.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = 'sbom'

const words = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']
const made = spawnSync('npm', words, { encoding: 'utf8', maxBuffer: 2 ** 28 })
if (made.status !== 0) {
  console.error(`npm ${words.join(' ')} failed:\n${made.stderr}`)
  process.exit(1)
}
const all = JSON.parse(made.stdout)

const needed = new Set([all.metadata.component['bom-ref']])
for (const [path, entry] of Object.entries(JSON.parse(readFileSync('package-lock.json', 'utf8')).packages)) {
  if (path === '' || entry.dev || entry.devOptional) continue
  const name = entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
  needed.add(`${name}@${entry.version}`)
}
// A package that lies in two places of the tree has references with their place after a bar.
const isNeeded = (reference) => needed.has(reference.split('|')[0])
const production = {
  ...all,
  components: all.components.filter((component) => isNeeded(component['bom-ref'])),
  dependencies: all.dependencies
    .filter(({ ref }) => isNeeded(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter(isNeeded) })),
}

mkdirSync(FOLDER, { recursive: true })
for (const [name, bill] of Object.entries({ 'production.cdx.json': production, 'all.cdx.json': all })) {
  const file = join(FOLDER, name)
  writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`)
  console.log(`${file}: ${bill.components.length} components`)
}
