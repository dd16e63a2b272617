/**
 * A message opened: headers, body texts, attachments listed, delivery and feedback reports and embedded headers set apart
 * for the kind rules. Nothing is fetched, all bounds of `limits.ts` hold. Wrappers around a whole letter are opened (winmail.dat,
 * opaque signatures, a body labelled as a file); of other attachments the names are listed.
 */
import type { AttachmentSummary, UnreadForm, UnreadWords } from '../../domain/message.js'
import { descriptionOf } from '../attachments/calendar-text.js'
import { withoutClearSignature } from '../attachments/clear-signature.js'
import { readCms } from '../attachments/signed-data.js'
import { readTnef } from '../attachments/tnef.js'
import { bytesOfPart, decodePart } from './decode-part.js'
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

/** A mail attached to the message, opened as far as its own body. */
export interface AttachedMail {
  readonly summary: AttachmentSummary
  readonly headers: HeaderFields
  readonly body: MailBody
}

/** An attached file whose words may be the answer. */
export interface AttachedFile {
  readonly summary: AttachmentSummary
  /** Its bytes, decoded; within the bounds. */
  readonly bytes: () => Promise<Uint8Array>
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
  /** The same attachments where they can be opened: not those inside wrappers. */
  readonly files: readonly AttachedFile[]
  readonly attachedMails: readonly AttachedMail[]
  /** Set where the body itself is in a form that cannot be read. */
  readonly locked: UnreadWords | null
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
  readonly files: AttachedFile[]
  readonly attachedMails: AttachedMail[]
  /** Bodies to fall back on where no part shows any word, best first. */
  readonly spare: { readonly source: SpareSource; readonly section: Section }[]
  readonly problems: Set<string>
  locked: UnreadWords | null
  textLeft: number
  /** Signed wrappers that may still be opened inside one another. */
  wrappersLeft: number
}

/** Where a spare body comes from, the preferred source first. */
const SPARE_SOURCES = ['container', 'labelled-as-file', 'invitation'] as const
type SpareSource = (typeof SPARE_SOURCES)[number]

/** Wrappers inside one another, and bytes of one: a letter has one, rarely two. */
const MOST_WRAPPERS = 4
const LARGEST_FILE = 20_000_000

const REPORT =
  /^message\/(delivery-status|global-delivery-status|feedback-report|disposition-notification|tracking-status)$/
const HEADERS_ONLY = /^(text\/rfc822-headers?|message\/(rfc822|global)-headers?)$/
const BODY_TEXT = /^text\/(plain|html|enriched|x-amp-html)$/

function listAttachment(part: MimePart, gathering: Gathering): AttachmentSummary {
  const disposition = parseStructuredValue(part.headers.raw('content-disposition'))
  const name = disposition.parameters.get('filename') ?? part.contentType.parameters.get('name') ?? ''
  // Base64 turns 57 bytes into a line of 76 characters and its line end.
  const encoded = /base64/i.test(part.headers.raw('content-transfer-encoding'))
  const size = encoded ? Math.floor((part.body.length / 78) * 57) : part.body.length
  const summary = {
    fileName: decodeHeaderText(name).slice(0, 255),
    contentType: part.contentType.value.slice(0, 127),
    size,
  }
  gathering.attachments.push(summary)
  gathering.files.push({ summary, bytes: () => bytesOfPart(part, LARGEST_FILE) })
  return summary
}

const TNEF_FILE = /^(?:winmail|win)\.dat$/i
const CMS_TYPE = /^application\/(?:x-)?pkcs7-mime$/
/** Letters that only their receiver's portal or key opens: S/MIME without a type, Microsoft's and three gateways' envelopes. */
const SEALED_FILE =
  /\.rpmsg$|^(?:message_zdm|securedoc\w{0,40}|secure-?message\w{0,40}|encrypted[_-]?message\w{0,40})\.html?$/i
const BARE_PGP = /^\s*-----BEGIN PGP MESSAGE-----/

function lock(gathering: Gathering, form: UnreadForm, summary: AttachmentSummary | null): void {
  const attachment = summary ? gathering.attachments.indexOf(summary) : null
  gathering.locked ??= { form, attachment }
}

/** A wrapper around a whole letter; false where the part is none. */
async function openWrapper(part: MimePart, gathering: Gathering): Promise<boolean> {
  const { value, parameters } = part.contentType
  const disposition = parseStructuredValue(part.headers.raw('content-disposition'))
  const name = disposition.parameters.get('filename') ?? parameters.get('name') ?? ''
  if (value === 'application/ms-tnef' || value === 'application/vnd.ms-tnef' || TNEF_FILE.test(name)) {
    const summary = listAttachment(part, gathering)
    const content = readTnef(await bytesOfPart(part, LARGEST_FILE), gathering.limits.textBytes)
    gathering.attachments.push(...(content?.attachments ?? []))
    const section = { plain: content?.plain ?? null, html: content?.html ?? null }
    if (hasWords(section)) gathering.spare.push({ source: 'container', section: bounded(section, gathering) })
    else if (!content || content.attachments.length === 0) lock(gathering, 'container', summary)
    return true
  }
  if (CMS_TYPE.test(value) || /\.p7m$/i.test(name)) {
    const summary = listAttachment(part, gathering)
    if (parameters.get('smime-type')?.toLowerCase() === 'certs-only') return true
    const content = readCms(await bytesOfPart(part, LARGEST_FILE))
    if (content.type === 'signed' && gathering.wrappersLeft > 0) {
      gathering.wrappersLeft -= 1
      const inner = scanMail(content.content, gathering.limits)
      for (const problem of inner.problems) gathering.problems.add(problem)
      await gather(inner.root, null, gathering)
    } else lock(gathering, content.type === 'encrypted' ? 'encrypted' : 'container', summary)
    return true
  }
  if (SEALED_FILE.test(name) || value === 'application/x-microsoft-rpmsg-message') {
    lock(gathering, 'encrypted', listAttachment(part, gathering))
    return true
  }
  return false
}

function bounded({ plain, html }: Section, { limits }: Gathering): Section {
  const cut = (text: string | null) => (text === null ? null : boundText(text.slice(0, limits.textBytes), limits))
  return { plain: cut(plain), html: cut(html) }
}

/** True where a body shows any word, markup aside. */
function hasWords({ plain, html }: Section): boolean {
  if (/[\p{L}\p{N}]/u.test(plain ?? '')) return true
  const shown = (html ?? '')
    .slice(0, 100_000)
    .replace(/<(style|script|head|title)\b[\s\S]{0,50000}?<\/\1>|<[^>]{0,2000}>|&#?\w{1,10};/gi, '')
  return /[\p{L}\p{N}]/u.test(shown)
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
  if (type === 'text/calendar' && gathering.textLeft > 0) {
    const plain = descriptionOf(await readText(part, gathering))
    if (plain !== '') gathering.spare.push({ source: 'invitation', section: { plain, html: null } })
    listAttachment(part, gathering)
    return
  }
  // The AMP form of a newsletter repeats what its HTML says.
  if (type === 'text/x-amp-html') return
  if (!BODY_TEXT.test(type)) {
    if (!(await openWrapper(part, gathering))) listAttachment(part, gathering)
    return
  }
  if (isAttached(part, inside, gathering)) {
    if (await openWrapper(part, gathering)) return
    listAttachment(part, gathering)
    if (gathering.spare.length < MOST_WRAPPERS) {
      const text = boundText(await readText(part, gathering), gathering.limits)
      const section = type === 'text/html' ? { plain: null, html: text } : { plain: text, html: null }
      if (hasWords(section)) gathering.spare.push({ source: 'labelled-as-file', section })
    }
    return
  }
  const decoded = withoutClearSignature(await readText(part, gathering))
  if (BARE_PGP.test(decoded)) {
    lock(gathering, 'encrypted', null)
    return
  }
  const text = boundText(decoded, gathering.limits)
  if (text.length < decoded.length) {
    gathering.problems.add('more than a letter has of lines or HTML elements: the rest was not read')
  }
  const sort = type === 'text/html' ? 'html' : 'plain'
  if (inside && inside[sort] === null) inside[sort] = text
  else gathering.sections.push({ plain: sort === 'plain' ? text : null, html: sort === 'html' ? text : null })
}

async function gatherEmbedded(part: MimePart, summary: AttachmentSummary, gathering: Gathering): Promise<void> {
  const inner = part.children[0]
  if (!inner) return
  gathering.embedded.push(inner.headers)
  // What is locked or spare inside an attached mail says nothing of the mail around it.
  const within: Gathering = { ...gathering, sections: [], attachments: [], files: [], spare: [], locked: null }
  await gather(inner, null, within)
  gathering.textLeft = within.textLeft
  gathering.wrappersLeft = within.wrappersLeft
  gathering.attachedMails.push({ summary, headers: inner.headers, body: joinSections(sectionsOrSpare(within)) })
  for (const { plain, html } of within.sections) gathering.embeddedTexts.push(plain ?? html ?? '')
}

async function gather(part: MimePart, inside: Section | null, gathering: Gathering): Promise<void> {
  const type = part.contentType.value
  if (part.children.length === 0) return gatherLeaf(part, inside, gathering)
  if (!type.startsWith('multipart/')) {
    return gatherEmbedded(part, listAttachment(part, gathering), gathering)
  }
  if (type === 'multipart/encrypted') lock(gathering, 'encrypted', null)
  if (type !== 'multipart/alternative') {
    for (const child of part.children) await gather(child, inside, gathering)
    return
  }
  const section: Section = inside ?? { plain: null, html: null }
  if (!inside) gathering.sections.push(section)
  for (const child of part.children) await gather(child, section, gathering)
}

/** The body's sections; where none shows a word, the best spare one in their place. */
function sectionsOrSpare({ sections, spare }: Gathering): readonly Section[] {
  if (spare.length === 0 || sections.some(hasWords)) return sections
  const best = SPARE_SOURCES.map((source) => spare.find((one) => one.source === source)).find(Boolean)
  return best ? [best.section] : sections
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
    files: [],
    attachedMails: [],
    spare: [],
    problems: new Set(problems),
    locked: null,
    textLeft: limits.textBytes,
    wrappersLeft: MOST_WRAPPERS,
  }
  await gather(root, null, gathering)
  const sections = sectionsOrSpare(gathering)
  return {
    headers: root.headers,
    contentType: root.contentType.value,
    reportType: (root.contentType.parameters.get('report-type') ?? '').toLowerCase(),
    body: joinSections(sections),
    reports: gathering.reports,
    embedded: gathering.embedded,
    embeddedText: gathering.embeddedTexts.join('\n'),
    attachments: gathering.attachments,
    files: gathering.files,
    attachedMails: gathering.attachedMails,
    // An envelope beside a letter in clear is a copy of it, or something else.
    locked: sections.some(hasWords) && gathering.locked?.form !== 'encrypted' ? null : gathering.locked,
    problems: [...gathering.problems],
  }
}
