/**
 * A message opened: headers, body texts, attachments listed, delivery and feedback reports and embedded headers set apart
 * for the kind rules. Nothing is fetched, no attachment is opened, all bounds of `limits.ts` hold.
 */
import type { AttachmentSummary } from '../../domain/message.js'
import { decodePart } from './decode-part.js'
import { decodeHeaderText, type HeaderFields, parseHeaderBlock } from './headers.js'
import { boundText, DEFAULT_LIMITS, type MimeLimits } from './limits.js'
import { parseStructuredValue } from './parameters.js'
import { type MimePart, scanMail } from './scan.js'

/** Body texts; null where the mail has none of that sort. */
export interface MailBody {
  readonly plain: string | null
  readonly html: string | null
}

/** A machine-readable report part (message/delivery-status, message/feedback-report, …). */
export interface ReportPart {
  /** Content type of the part, lower case. */
  readonly type: string
  readonly text: string
}

/** A message whose parts have been told apart. */
export interface OpenedMail {
  readonly headers: HeaderFields
  /** Content type of the whole, lower case. */
  readonly contentType: string
  /** Content-Type parameter `report-type`, lower case; empty where absent. */
  readonly reportType: string
  readonly body: MailBody
  readonly reports: readonly ReportPart[]
  /** Header blocks of embedded messages (message/rfc822, text/rfc822-headers), outermost first. */
  readonly embedded: readonly HeaderFields[]
  /** Text of embedded messages, for clues to the mail that bounced. */
  readonly embeddedText: string
  readonly attachments: readonly AttachmentSummary[]
  /** What was cut or repaired, for people. */
  readonly problems: readonly string[]
}

/** One stretch of the body: the same content as plain text, as HTML, or as both. */
interface Section {
  plain: string | null
  html: string | null
}

interface Gathering {
  readonly limits: MimeLimits
  readonly sections: Section[]
  readonly reports: ReportPart[]
  readonly embedded: HeaderFields[]
  readonly embeddedTexts: string[]
  readonly attachments: AttachmentSummary[]
  readonly problems: Set<string>
  textLeft: number
}

const REPORT =
  /^message\/(delivery-status|global-delivery-status|feedback-report|disposition-notification|tracking-status)$/
const HEADERS_ONLY = /^(text\/rfc822-headers?|message\/(rfc822|global)-headers?)$/
const BODY_TEXT = /^text\/(plain|html|enriched|x-amp-html)$/

function listAttachment(part: MimePart, gathering: Gathering): void {
  const disposition = parseStructuredValue(part.headers.raw('content-disposition'))
  const name = disposition.parameters.get('filename') ?? part.contentType.parameters.get('name') ?? ''
  // Base64 turns 57 bytes into a line of 76 characters and its line end.
  const encoded = /base64/i.test(part.headers.raw('content-transfer-encoding'))
  const size = encoded ? Math.floor((part.body.length / 78) * 57) : part.body.length
  gathering.attachments.push({
    fileName: decodeHeaderText(name).slice(0, 255),
    contentType: part.contentType.value.slice(0, 127),
    size,
  })
}

async function readText(part: MimePart, gathering: Gathering): Promise<string> {
  const most = gathering.textLeft
  if (part.body.length > most) {
    gathering.problems.add(`more than ${gathering.limits.textBytes} bytes of text: the rest was not read`)
  }
  if (most <= 0) return ''
  gathering.textLeft -= Math.min(part.body.length, most)
  return decodePart(part, most)
}

function isAttached(part: MimePart, inside: Section | null, gathering: Gathering): boolean {
  const disposition = parseStructuredValue(part.headers.raw('content-disposition'))
  if (disposition.value === 'attachment') return true
  const named = disposition.parameters.has('filename') || part.contentType.parameters.has('name')
  // A named text part beside the body is a file, even when a client shows it inline.
  return named && inside === null && gathering.sections.length > 0
}

async function gatherLeaf(part: MimePart, inside: Section | null, gathering: Gathering): Promise<void> {
  const type = part.contentType.value
  if (REPORT.test(type)) {
    gathering.reports.push({ type, text: await readText(part, gathering) })
    return
  }
  if (HEADERS_ONLY.test(type)) {
    const text = await readText(part, gathering)
    gathering.embedded.push(parseHeaderBlock(Buffer.from(text), gathering.limits.headerFields))
    return
  }
  if (!BODY_TEXT.test(type) || isAttached(part, inside, gathering)) {
    listAttachment(part, gathering)
    return
  }
  // The AMP form of a newsletter repeats what its HTML says.
  if (type === 'text/x-amp-html') return
  const decoded = await readText(part, gathering)
  const text = boundText(decoded, gathering.limits)
  if (text.length < decoded.length) {
    gathering.problems.add('more than a letter has of lines or HTML elements: the rest was not read')
  }
  const sort = type === 'text/html' ? 'html' : 'plain'
  if (inside && inside[sort] === null) inside[sort] = text
  else gathering.sections.push({ plain: sort === 'plain' ? text : null, html: sort === 'html' ? text : null })
}

async function gatherEmbedded(part: MimePart, gathering: Gathering): Promise<void> {
  const inner = part.children[0]
  if (!inner) return
  gathering.embedded.push(inner.headers)
  const within: Gathering = { ...gathering, sections: [], attachments: [] }
  await gather(inner, null, within)
  gathering.textLeft = within.textLeft
  for (const { plain, html } of within.sections) gathering.embeddedTexts.push(plain ?? html ?? '')
}

async function gather(part: MimePart, inside: Section | null, gathering: Gathering): Promise<void> {
  const type = part.contentType.value
  if (part.children.length === 0) return gatherLeaf(part, inside, gathering)
  if (!type.startsWith('multipart/')) {
    listAttachment(part, gathering)
    return gatherEmbedded(part, gathering)
  }
  if (type !== 'multipart/alternative') {
    for (const child of part.children) await gather(child, inside, gathering)
    return
  }
  const section: Section = inside ?? { plain: null, html: null }
  if (!inside) gathering.sections.push(section)
  for (const child of part.children) await gather(child, section, gathering)
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

function asHtml(plain: string): string {
  return `<div style="white-space:pre-wrap">${plain.replace(/[&<>]/g, (sign) => ESCAPES[sign]!).replaceAll('\n', '<br>')}</div>`
}

/** One body of all sections; a sort of text that some section lacks is given only where all of the other can be shown in it. */
function joinSections(sections: readonly Section[]): MailBody {
  const shown = sections.filter(({ plain, html }) => plain !== null || html !== null)
  if (shown.length === 0) return { plain: null, html: null }
  const allPlain = shown.every(({ plain }) => plain !== null)
  const anyHtml = shown.some(({ html }) => html !== null)
  return {
    plain: allPlain ? shown.map(({ plain }) => plain).join('\n') : null,
    html: anyHtml ? shown.map(({ plain, html }) => html ?? asHtml(plain ?? '')).join('\n') : null,
  }
}

/** Opens a message; never throws on account of its bytes. */
export async function openMail(raw: Uint8Array, limits: MimeLimits = DEFAULT_LIMITS): Promise<OpenedMail> {
  const { root, problems } = scanMail(raw, limits)
  const gathering: Gathering = {
    limits,
    sections: [],
    reports: [],
    embedded: [],
    embeddedTexts: [],
    attachments: [],
    problems: new Set(problems),
    textLeft: limits.textBytes,
  }
  await gather(root, null, gathering)
  return {
    headers: root.headers,
    contentType: root.contentType.value,
    reportType: (root.contentType.parameters.get('report-type') ?? '').toLowerCase(),
    body: joinSections(gathering.sections),
    reports: gathering.reports,
    embedded: gathering.embedded,
    embeddedText: gathering.embeddedTexts.join('\n'),
    attachments: gathering.attachments,
    problems: [...gathering.problems],
  }
}
