/** Signs in the structure: lengths, links, layout of the HTML, quotes, names, attachments, and whom the words speak of. */
import type { FeatureBuilder } from '../../../learning/hashed-features.js'
import { fold } from '../acts/act.js'
import type { KindEvidence } from '../features.js'
import type { KindFeatures } from '../rule.js'

const LONGEST_HTML = 200_000

function countOf(text: string, pattern: RegExp, most: number): number {
  let count = 0
  pattern.lastIndex = 0
  while (count < most && pattern.exec(text) !== null) count += 1
  return count
}

/** Adds `name:>=n` for every threshold that a number reaches: a staircase that a linear model can follow. */
function addStairs(signs: FeatureBuilder, name: string, value: number, steps: readonly number[]): void {
  for (const step of steps) if (value >= step) signs.add(`${name}>=${step}`)
}

function addHtmlSigns(html: string, words: number, signs: FeatureBuilder): void {
  const markup = html.slice(0, LONGEST_HTML)
  signs.add('html')
  addStairs(signs, 'html-tables', countOf(markup, /<table\b/gi, 20), [1, 3, 8])
  addStairs(signs, 'html-images', countOf(markup, /<img\b/gi, 20), [1, 3])
  addStairs(signs, 'html-links', countOf(markup, /<a\b[^>]{0,400}\bhref/gi, 40), [1, 3, 8])
  addStairs(signs, 'html-per-word', markup.length / Math.max(1, words), [20, 60, 150])
  if (/<img\b[^>]{0,400}\b(width|height)=["']?1["'\s>]/i.test(markup)) signs.add('html-pixel')
  if (/<a\b[^>]{0,400}style=["'][^"']{0,300}background/i.test(markup)) signs.add('html-button')
  if (/<style\b/i.test(markup)) signs.add('html-style')
  if (/@media/i.test(markup)) signs.add('html-responsive')
  if (/msonormal|wordsection|gmail_|dir="ltr"|moz-|applemail|ydp[0-9a-f]/i.test(markup))
    signs.add('html-written-by-hand')
}

const UNSUBSCRIBE =
  /desabonn|desinscri|unsubscribe|opt[- ]?out|ne plus recevoir|manage (your )?preferences|stop (these|receiving)/
const FIRST_SINGULAR = /\b(je|j'|moi|mon|ma|mes|i|i'm|i'll|i've|my|me)\b/g
const FIRST_PLURAL = /\b(nous|nos|notre|on|we|we'll|we've|our|us)\b/g
const SECOND = /\b(vous|vos|votre|tu|ton|ta|tes|te|you|your|you're)\b/g

/** Adds the signs of the structure. */
export function addStructureSigns(evidence: KindEvidence, features: KindFeatures, signs: FeatureBuilder): void {
  const { mail, quoted, boilerplate, bodyText, from } = evidence
  const { letter } = features
  const words = features.acts.words
  const { html, plain } = mail.body
  if (html !== null && html !== '') addHtmlSigns(html, words, signs)
  if (html !== null && plain === null) signs.add('html-only')
  addStairs(signs, 'words', words, [8, 20, 40, 80, 140, 250])
  addStairs(signs, 'sentences', features.acts.sentences.length, [2, 4, 8, 14])
  addStairs(signs, 'links', countOf(bodyText, /https?:\/\/|www\./gi, 12), [1, 2, 4])
  const folded = fold(letter.slice(0, 6_000))
  const whole = fold(bodyText.slice(-3_000))
  if (UNSUBSCRIBE.test(whole)) signs.add('unsubscribe')
  if (quoted.trim() !== '') signs.add('quotes')
  if (boilerplate.trim() !== '') signs.add('boilerplate')
  if (features.refersBack) signs.add('refers-back')

  const single = countOf(folded, FIRST_SINGULAR, 12)
  const plural = countOf(folded, FIRST_PLURAL, 12)
  const second = countOf(folded, SECOND, 20)
  addStairs(signs, 'first-singular', single, [1, 2, 4])
  addStairs(signs, 'first-plural', plural, [1, 3])
  addStairs(signs, 'second-person', second, [1, 3, 6])
  signs.add('singular-share', single / Math.max(1, single + plural))
  addStairs(signs, 'amounts', countOf(folded, /[€£$] ?\d|\d ?(€|£|\$|euros?\b)/g, 6), [1, 3])
  addStairs(signs, 'questions', countOf(letter, /\?/g, 6), [1, 2])
  addStairs(signs, 'exclamations', countOf(letter, /!/g, 6), [1, 3])
  if (/[\u{1f300}-\u{1faff}\u2600-\u27bf]/u.test(letter)) signs.add('emoji')

  const sender = fold(from?.name ?? '').match(/\p{L}{3,}/gu) ?? []
  const end = fold(letter.slice(-160))
  if (sender.length >= 1 && sender.length <= 3 && sender.some((word) => end.includes(word)))
    signs.add('signed-by-sender')
  const to = fold(mail.headers.text('to').split(/[<@]/)[0] ?? '').match(/\p{L}{3,}/gu) ?? []
  const opening = folded.slice(0, 80)
  if (to.some((word) => opening.includes(word))) signs.add('greeted-by-name')
  if (
    /^\s*(bonjour|hello|hi|dear|madame|monsieur|cher|chere|bonsoir|good (morning|afternoon)|coucou|hey)\b/.test(folded)
  )
    signs.add('greets')

  const { attachments } = mail
  addStairs(signs, 'attachments', attachments.length, [1])
  if (attachments.some(({ contentType }) => /pdf|msword|officedocument/.test(contentType)))
    signs.add('attachment:document')
  if (attachments.some(({ contentType }) => /calendar/.test(contentType))) signs.add('attachment:calendar')
  if (attachments.some(({ contentType }) => /audio/.test(contentType))) signs.add('attachment:sound')
}
