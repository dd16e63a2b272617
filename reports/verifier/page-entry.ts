/** The verifier in a page: reads the files that somebody chooses and says what differs. Nothing leaves the machine. */
import type { PublishedFile } from '../../src/editions/publication.js'
import { checkFolder } from './check-folder.js'
import { chosenFiles, chosenFolder } from './chosen-files.js'
import { ROOT_LABEL, STATES } from './words.js'

/** As much of a page as is used here. */
interface PageElement {
  textContent: string | null
  className: string
  readonly dataset: Record<string, string>
  append(child: PageElement): void
  replaceChildren(...children: readonly PageElement[]): void
}
interface Chooser extends PageElement {
  readonly value: string
  readonly files: Iterable<File & { readonly webkitRelativePath?: string }> | null
  addEventListener(type: 'change', listener: () => void): void
}
interface Page {
  readonly documentElement: { readonly lang: string }
  createElement(name: string): PageElement
  getElementById(id: string): PageElement
}

const page = (globalThis as unknown as { readonly document: Page }).document
const language = page.documentElement.lang
const inLanguage = (text: Readonly<Record<string, string>>): string => text[language] ?? text.en ?? ''
const input = (id: string) => page.getElementById(id) as Chooser
const result = page.getElementById('result')

function listOf(title: string, sentences: readonly string[]): readonly PageElement[] {
  if (sentences.length === 0) return []
  const heading = page.createElement('h3')
  heading.textContent = title
  const list = page.createElement('ul')
  list.className = 'plain'
  for (const sentence of sentences) {
    const item = page.createElement('li')
    item.textContent = sentence
    list.append(item)
  }
  return [heading, list]
}

function paragraph(text: string): PageElement {
  const element = page.createElement('p')
  element.textContent = text
  return element
}

async function read(files: NonNullable<Chooser['files']>): Promise<readonly PublishedFile[]> {
  return Promise.all(
    [...files].map(async (file) => ({
      path: file.webkitRelativePath || file.name,
      content: new Uint8Array(await file.arrayBuffer()),
    })),
  )
}

async function check(chooser: Chooser, complete: boolean): Promise<void> {
  if (!chooser.files || [...chooser.files].length === 0) return
  result.replaceChildren(paragraph(inLanguage({ fr: 'Vérification en cours…', en: 'Checking…' })))
  try {
    const chosen = await read(chooser.files)
    const files = complete ? chosenFolder(chosen) : chosenFiles(chosen)
    const found = await checkFolder(files, { expectedKey: input('key').value.trim() || null, complete })
    result.dataset.state = found.state
    result.replaceChildren(
      paragraph(`${found.edition === null ? '' : `${found.edition} – `}${inLanguage(STATES[found.state])}`),
      ...listOf(inLanguage({ fr: 'Ce qui diffère', en: 'What differs' }), found.differences.map(inLanguage)),
      ...listOf(inLanguage({ fr: 'Non vérifié', en: 'Not checked' }), found.unchecked.map(inLanguage)),
      ...listOf(inLanguage({ fr: 'À savoir', en: 'To know' }), found.notes.map(inLanguage)),
      ...(found.root === null ? [] : [paragraph(`${inLanguage(ROOT_LABEL)} ${found.root}`)]),
    )
  } catch (error) {
    result.dataset.state = 'failed'
    result.replaceChildren(
      paragraph(
        `${inLanguage({ fr: 'Les fichiers ne peuvent pas être lus :', en: 'The files cannot be read:' })} ${error instanceof Error ? error.message : String(error)}`,
      ),
    )
  }
}

for (const [id, complete] of [
  ['folder', true],
  ['files', false],
] as const) {
  const chooser = input(id)
  chooser.addEventListener('change', () => void check(chooser, complete))
}
