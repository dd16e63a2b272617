/**
 * Entry of the thread that reads one PDF: its text alone, page by page. Nothing is drawn, no font is loaded, no script of the
 * file runs, nothing is fetched; the thread ends with the file.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { type PagePiece, textOfPage } from '../reading/attachments/page-text.js'
import type { DocumentText } from '../reading/words-in-files.js'

/** What the thread is given. */
export interface PdfTask {
  readonly bytes: Uint8Array
  /** Pages read; the rest is left. */
  readonly mostPages: number
  /** UTF-16 units of text kept. */
  readonly mostCharacters: number
}

interface TextItem {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
}

function pieceOf({ str, transform, width, height }: TextItem): PagePiece {
  return { text: str, left: transform[4] ?? 0, base: transform[5] ?? 0, width, height }
}

async function readPdf({ bytes, mostPages, mostCharacters }: PdfTask): Promise<DocumentText> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const pdf = await getDocument({
    data: bytes,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    stopAtErrors: false,
    // Errors only: a stranger's file writes nothing into our log.
    verbosity: 0,
  }).promise
  const pages: string[] = []
  let length = 0
  let number = 1
  for (; number <= Math.min(pdf.numPages, mostPages) && length < mostCharacters; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: false })
    const text = textOfPage(items.flatMap((item) => ('str' in item ? [pieceOf(item)] : [])))
    pages.push(text)
    length += text.length
    page.cleanup()
  }
  const text = pages.filter((page) => page !== '').join('\n\n')
  return { text: text.slice(0, mostCharacters), complete: number > pdf.numPages && text.length <= mostCharacters }
}

parentPort?.postMessage(await readPdf(workerData as PdfTask).catch(() => null))
