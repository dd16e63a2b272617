/** Which published files somebody chose in a browser: a whole folder, or some files without their folders. */
import { isPublication, MANIFEST_FILE, manifestFiles, type PublishedFile } from '../../src/editions/publication.js'

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Files of a chosen folder, from the folder on in which the manifest stands, however far above somebody chose. */
export function chosenFolder(files: readonly PublishedFile[]): readonly PublishedFile[] {
  const [base] = files
    .filter(({ path }) => nameOf(path) === MANIFEST_FILE)
    .map(({ path }) => path.slice(0, path.length - MANIFEST_FILE.length))
    .toSorted((one, other) => one.length - other.length)
  if (base === undefined) return files
  return files
    .filter(({ path }) => path.startsWith(base))
    .map(({ path, content }) => ({ path: path.slice(base.length), content }))
}

/** Files chosen one by one, each at the place of the manifest that has its name, and its bytes where several have. */
export function chosenFiles(files: readonly PublishedFile[]): readonly PublishedFile[] {
  const manifest = files.find(({ path }) => path === MANIFEST_FILE)
  let published: unknown = null
  try {
    published = JSON.parse(
      typeof manifest?.content === 'string' ? manifest.content : new TextDecoder().decode(manifest?.content),
    )
  } catch {
    return files
  }
  if (!isPublication(published)) return files
  const byName = Map.groupBy(published.files, ({ path }) => nameOf(path))
  return files.map((file) => {
    const places = byName.get(file.path) ?? []
    const [hash] = manifestFiles([file]).map(({ sha256 }) => sha256)
    const place = places.find(({ sha256 }) => sha256 === hash) ?? places[0]
    return place ? { path: place.path, content: file.content } : file
  })
}
