/**
 * Chooses between plain text and HTML. Plain text is preferred; HTML is taken where plain text is a stub, is broken, or
 * lost what the structure of the HTML still shows.
 */
import type { SeparatedText } from './separated-text.js'
import { visibleForm } from './visible-form.js'

const STUB =
  /(?:(?:does|do) not support|doesn't support|ne (?:supporte|prend|permet|g[eè]re) pas|cannot (?:display|view|read)|can't (?:display|view|see|read)|unable to (?:display|view)|not displaying|to view this|html (?:version|format|e-?mail|message)|en html|au format html|version (?:en ligne|web|html)|view (?:this|it|the) .{0,20}(?:in|with) (?:a|your) .{0,10}browser|afficher (?:ce|cet) .{0,30}navigateur|html-(?:f[äa]hig|mail)|text\/html)/iu
const MARKUP = /<(?:!doctype|html|body|head|div|table|p|br|span|td)\b[^>]{0,300}>/gi
const STYLE_RULE =
  /^[\w\s.,#:*@>-]{1,120}\{\s*(?:$|[\w-]+\s*:)|!important;|^[^\S\n\r\u2028\u2029]*[\w-]{2,40}\s*:\s*[^;{}]{1,80};\s*\}?$/m

/** Words that can be seen. */
function wordsOf(text: string): number {
  return visibleForm(text.slice(0, 200_000))
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

/** True where a "plain" body is HTML that was put into the wrong part. */
export function isMarkup(plain: string): boolean {
  const head = plain.slice(0, 20_000)
  if (/^\s*(?:<!doctype html|<html)/i.test(head)) return true
  return (head.match(MARKUP)?.length ?? 0) >= 4 && /<\/(?:div|p|table|span|td|body|html)>/i.test(head)
}

/** True where the HTML reading is the better one. */
export function prefersHtml(plainBody: string, plain: SeparatedText, html: SeparatedText): boolean {
  const htmlWords = wordsOf(html.text)
  if (htmlWords === 0) return false
  const plainWords = wordsOf(plain.text)
  if (plainWords === 0) return true
  if (plainWords < htmlWords && STUB.test(plainBody.slice(0, 1_500)) && wordsOf(plainBody) <= Math.max(60, htmlWords))
    return true
  if (STYLE_RULE.test(plain.text.slice(0, 5_000)) && !STYLE_RULE.test(html.text.slice(0, 5_000))) return true
  if (plainWords * 10 < htmlWords * 6 && htmlWords - plainWords >= 12) return true
  // The HTML knew a quote that plain text does not show.
  if (html.quoted !== '' && plain.quoted === '' && plainWords * 10 > htmlWords * 11) return true
  // Paragraphs run together into one line.
  return (
    !plain.text.includes('\n') &&
    plain.text.length > 300 &&
    html.text.split('\n').length >= 4 &&
    html.text.length < plain.text.length * 2
  )
}
