/** Wraps a page's content in the frame and answers it as HTML. */
import type { Child } from 'hono/jsx'
import { printable } from '../domain/printable.js'
import type { WebContext } from './context.js'
import type { WebDependencies } from './dependencies.js'
import { Layout, type PageFrame } from './pages/layout.js'

/** A whole page as HTML; no text in it turns a line around or hides a letter (names, subjects and answers come from others). */
export function documentOf(page: { toString(): string }): string {
  return printable(`<!doctype html>${page.toString()}`)
}

/** Answers a page; the status set on the context before is kept. */
export function renderPage(
  context: WebContext,
  dependencies: Pick<WebDependencies, 'studyTitle' | 'publicUrl'>,
  page: Pick<PageFrame, 'title' | 'scripts' | 'sharing'>,
  content: Child,
): Response | Promise<Response> {
  const here = context.req.path + (URL.parse(context.req.url)?.search ?? '')
  const frame = {
    title: page.title,
    scripts: page.scripts,
    sharing: page.sharing,
    publicUrl: dependencies.publicUrl,
    language: context.get('language'),
    theme: context.get('theme'),
    visitor: context.get('visitor'),
    here,
    study: dependencies.studyTitle,
  }
  context.header('content-language', frame.language)
  return context.html(documentOf(<Layout frame={frame}>{content}</Layout>))
}
