/** What a release changes in the files that carry the version: package, lock file, command line and changelog. */

/** The files, as text. */
export interface VersionedFiles {
  readonly packageJson: string
  readonly packageLock: string
  /** Source of the command line, which prints the version. */
  readonly main: string
  readonly changelog: string
}

/** Why a release is refused, for the person who asked for it. */
export class ReleaseRefused extends Error {}

const VERSION = /^(\d+)\.(\d+)\.(\d+)$/

function parts(version: string): readonly number[] {
  return VERSION.exec(version)?.slice(1).map(Number) ?? []
}

/** True where a version is higher than another, both of three numbers. */
export function isHigher(version: string, before: string): boolean {
  const [one, other] = [parts(version), parts(before)]
  const place = one.findIndex((number, index) => number !== other[index])
  return place !== -1 && one[place]! > other[place]!
}

/** The text with a pattern replaced just once. @throws ReleaseRefused where it is not found */
function replaced(text: string, what: string | RegExp, by: string, file: string): string {
  const changed = text.replace(what, () => by)
  if (changed === text) throw new ReleaseRefused(`${file} does not hold the version where it is expected`)
  return changed
}

/**
 * The files of a release. The part of the changelog that says `unreleased` gets version and day.
 * @param day YYYY-MM-DD
 * @throws ReleaseRefused for a version that is none or not higher than the one before, or a changelog with nothing to release
 */
export function releaseFiles(files: VersionedFiles, version: string, day: string): VersionedFiles {
  if (!VERSION.test(version)) throw new ReleaseRefused(`${version} is no version: write three numbers, as in 1.2.0`)
  const { version: before } = JSON.parse(files.packageJson) as { version: string }
  const open = /^## (\S+) — unreleased\n(.*?)(?=^## |$(?![\s\S]))/ms.exec(files.changelog)
  if (!open?.[2]?.trim()) throw new ReleaseRefused('CHANGELOG.md has nothing under `## … — unreleased`')
  // The very first release bears the version that package.json has had all along.
  const first = open[1] === before && version === before
  if (!first && !isHigher(version, before))
    throw new ReleaseRefused(`${version} is not higher than ${before}, the version of package.json`)
  const field = (one: string) => `"version": "${one}"`
  const changelog = replaced(files.changelog, `## ${open[1]} — unreleased`, `## ${version} — ${day}`, 'CHANGELOG.md')
  if (first) return { ...files, changelog }
  const head = files.packageLock.indexOf('"node_modules/')
  const own = head === -1 ? files.packageLock : files.packageLock.slice(0, head)
  return {
    packageJson: replaced(files.packageJson, field(before), field(version), 'package.json'),
    packageLock:
      replaced(own, field(before), field(version), 'package-lock.json').replaceAll(field(before), field(version)) +
      files.packageLock.slice(own.length),
    main: replaced(files.main, `.version('${before}')`, `.version('${version}')`, 'src/cli/main.ts'),
    changelog,
  }
}
