/** docs/licences.md: how many packages stand behind the program, under which licences, from package-lock.json alone, and the notices of vendored data. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readWeightNotice } from '../../src/learning/weight-file.js'
import { DECIDERS_FILE } from '../../src/proofreading/engines/french-deciders-file.js'

/** Path of the page. */
export const LICENCES_PATH = 'docs/licences.md'

/** Folders of data of others that lie in the repository; the notice is the head comment of each file. */
const VENDORED = ['src/proofreading/french/lexicon/data', 'src/proofreading/spelling/data']

/** Files of learnt weights; each says itself what it was learnt from. */
const LEARNT = [DECIDERS_FILE]

/** One package of the lock file. */
export interface LockedPackage {
  readonly name: string
  readonly version: string
  /** SPDX expression as the package states it; null where it states none that npm reads. */
  readonly licence: string | null
  /** False for what only tests and builds need. */
  readonly production: boolean
  /** Named in package.json. */
  readonly direct: boolean
  /** Not installed everywhere: another platform's build, or something that others can do without. */
  readonly optional: boolean
}

/** Licences of packages that state none in the field npm reads, and where in the package they do. A test looks there. */
export const STATED_ELSEWHERE: Readonly<Record<string, { readonly licence: string; readonly where: string }>> = {
  rai: { licence: 'MIT', where: '`licenses` in package.json' },
  simplesmtp: { licence: 'MIT', where: '`licenses` in package.json' },
  sylvester: { licence: 'MIT', where: 'LICENSE.txt' },
}

/** What a reader of the table should know of single packages. */
const REMARKS: Readonly<Record<string, string>> = {
  'hunspell-wasm': 'three licences to choose from; used under MPL 1.1, unchanged',
  '@zone-eu/mailsplit': 'used under MIT',
  'dictionary-fr': 'the French spelling dictionary, MPL 2.0, unchanged',
  'french-verbs-lefff':
    'the code is Apache 2.0; its data, conjugation.json, stay under LGPL-LR (Lesser General Public License for Linguistic Resources), unchanged',
}

/** Licences that ask for no more than their notice. */
const PERMISSIVE = new Set([
  ...['MIT', 'MIT-0', 'MIT/X11', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'],
  ...['(MIT AND BSD)', 'MIT OR Apache-2.0'],
])

interface LockEntry {
  readonly version?: string
  readonly name?: string
  readonly license?: string
  readonly dev?: boolean
  readonly devOptional?: boolean
  readonly optional?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

/** Every package of the lock file, by name and version, each once however often it lies in the tree. */
export function lockedPackages(lock = readFileSync('package-lock.json', 'utf8')): readonly LockedPackage[] {
  const { packages } = JSON.parse(lock) as { packages: Readonly<Record<string, LockEntry>> }
  const { dependencies = {}, devDependencies = {} } = packages[''] ?? {}
  const found = new Map<string, LockedPackage>()
  for (const [path, entry] of Object.entries(packages)) {
    if (path === '') continue
    const place = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    const name = entry.name ?? place
    const version = entry.version ?? ''
    const known = found.get(`${name}@${version}`)
    const top = path === `node_modules/${place}`
    found.set(`${name}@${version}`, {
      name,
      version,
      licence: entry.license ?? null,
      production: (!entry.dev && !entry.devOptional) || (known?.production ?? false),
      direct: (top && (place in dependencies || place in devDependencies)) || (known?.direct ?? false),
      optional: entry.optional === true && (known?.optional ?? true),
    })
  }
  return [...found.values()].toSorted((one, other) =>
    one.name === other.name ? (one.version < other.version ? -1 : 1) : one.name < other.name ? -1 : 1,
  )
}

/** Head comments of the vendored data files. */
export function vendoredNotices(): readonly { readonly file: string; readonly notice: string }[] {
  return VENDORED.flatMap((folder) =>
    readdirSync(folder)
      .toSorted()
      .map((name) => {
        const lines = readFileSync(join(folder, name), 'utf8').split('\n')
        const end = lines.findIndex((line) => !line.startsWith('#'))
        const notice = lines
          .slice(0, end)
          .map((line) => line.replace(/^#\s?/, ''))
          .join(' ')
        return { file: `${folder}/${name}`, notice }
      }),
  )
}

/** What files of learnt weights say of themselves: licence and texts. */
export function learntNotices(): readonly { readonly file: string; readonly notice: string }[] {
  return LEARNT.map((file) => {
    const { licence, trainedOn } = readWeightNotice(readFileSync(file), file)
    return { file, notice: `${licence}. Learnt from ${trainedOn.join('; ')}` }
  })
}

function licenceOf({ name, licence }: LockedPackage): string {
  return licence ?? STATED_ELSEWHERE[name]?.licence ?? 'unknown'
}

/** The page. */
export function licencesPage(): string {
  const packages = lockedPackages()
  const production = packages.filter((one) => one.production)
  const count = (list: readonly LockedPackage[], licence: string) =>
    list.filter((one) => licenceOf(one) === licence).length
  const licences = [...new Set(packages.map(licenceOf))].toSorted(
    (one, other) => count(packages, other) - count(packages, one) || (one < other ? -1 : 1),
  )
  const stated = packages.filter(({ name, licence }) => licence === null && name in STATED_ELSEWHERE)
  const unknown = packages.filter((one) => licenceOf(one) === 'unknown')
  const remarkable = production.filter((one) => !PERMISSIVE.has(licenceOf(one)) || one.name in REMARKS)
  const names = (list: readonly LockedPackage[]) => list.map(({ name, version }) => `${name} ${version}`).join(', ')
  return `# Licences

Written by \`npm run docs\` from \`package-lock.json\`; a test compares. Replymark itself is under the MIT licence.

| packages | production | development | together |
|---|---|---|---|
| named in \`package.json\` | ${production.filter(({ direct }) => direct).length} | ${packages.filter(({ direct, production: needed }) => direct && !needed).length} | ${packages.filter(({ direct }) => direct).length} |
| with all they need | ${production.length} | ${packages.length - production.length} | ${packages.length} |
| of these optional, such as builds for other platforms | ${production.filter(({ optional }) => optional).length} | ${packages.filter(({ optional, production: needed }) => optional && !needed).length} | ${packages.filter(({ optional }) => optional).length} |

Database drivers and corpora that \`natural\` names and the program never loads are replaced by an empty package (\`overrides\` in \`package.json\`).

## By licence

As the packages state it (SPDX).

| licence | production | all |
|---|---|---|
${licences.map((licence) => `| ${licence} | ${count(production, licence)} | ${count(packages, licence)} |`).join('\n')}

## Without a licence where npm looks for it

${stated.length === 0 ? 'None.' : stated.map(({ name, version }) => `- ${name} ${version}: ${STATED_ELSEWHERE[name]?.licence}, stated in ${STATED_ELSEWHERE[name]?.where}`).join('\n')}

Without any known licence: ${unknown.length === 0 ? 'none' : names(unknown)}.

## Production packages that ask for more than their notice, or leave a choice

| package | licence | remark |
|---|---|---|
${remarkable.map((one) => `| ${one.name} ${one.version} | ${licenceOf(one)} | ${REMARKS[one.name] ?? 'unchanged'} |`).join('\n')}

## Data of others in this repository

${[...vendoredNotices(), ...learntNotices()].map(({ file, notice }) => `- \`${file}\`: ${notice}`).join('\n')}

Counts of words and weights are facts about texts, not the texts: none of them can be read back. The texts themselves stay outside the
repository (\`npm run train\` names where they are looked for). The debates of the Assemblée nationale come from its open data under
the Licence Ouverte; the repository that passes them on states CC0 for its collection and holds no licence file for this part.

## Production packages

| package | version | licence |
|---|---|---|
${production.map((one) => `| ${one.direct ? `**${one.name}**` : one.name} | ${one.version} | ${licenceOf(one)} |`).join('\n')}

In bold: named in \`package.json\`. \`npm run sbom\` writes the whole list with hashes (CycloneDX) into \`sbom/\`.
`
}
