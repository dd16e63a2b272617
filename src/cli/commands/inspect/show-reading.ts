/** A reading for people in the terminal: what the mail is and why, then its parts, coloured where the terminal has colours. */
import { styleText } from 'node:util'
import type { MessageKind, Reading } from '../../../domain/message.js'
import { printable } from '../../../domain/printable.js'
import { signInWords } from '../../../reading/kind/signs/sign-words.js'
import { unreadInWords } from '../../../scoring/unread-words.js'

type Style = Parameters<typeof styleText>[0]

const KIND_STYLE: Readonly<Record<MessageKind, Style>> = {
  reply: ['bold', 'green'],
  acknowledgement: ['bold', 'cyan'],
  'out-of-office': ['bold', 'cyan'],
  bounce: ['bold', 'red'],
  'delay-notice': ['bold', 'yellow'],
  challenge: ['bold', 'yellow'],
  survey: ['bold', 'magenta'],
  marketing: ['bold', 'magenta'],
  transactional: ['bold', 'gray'],
  'forwarding-notice': ['bold', 'cyan'],
  'reading-receipt': ['bold', 'gray'],
  'answered-elsewhere': ['bold', 'yellow'],
  'feedback-loop': ['bold', 'red'],
  unrelated: ['bold', 'gray'],
  unreadable: ['bold', 'red'],
}

function paint(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout })
}

function inPercent(share: number): string {
  return `${Math.round(share * 100)} %`
}

function part(title: string, text: string, style: Style): string[] {
  if (text.trim() === '') return []
  const lines = printable(text).split('\n')
  return [
    '',
    paint('dim', `── ${title} ${'─'.repeat(Math.max(2, 60 - title.length))}`),
    ...lines.map((line) => paint(style, line)),
  ]
}

function fact(name: string, value: string): string[] {
  return value === '' ? [] : [`${paint('dim', name.padEnd(12))}${printable(value)}`]
}

function bounceFacts({ bounce }: Reading): string[] {
  if (!bounce) return []
  const permanence = bounce.hard ? 'hard: the address will not work' : 'soft: temporary, or refused for another reason'
  return [
    ...fact('failed', bounce.recipient ?? 'not named'),
    ...fact('status', [bounce.status, bounce.replyCode, bounce.reason].filter(Boolean).join(', ')),
    ...fact('permanence', permanence),
    ...fact('original', bounce.originalMessageId ?? ''),
    ...fact('server said', bounce.diagnostic),
  ]
}

/** What a person must read elsewhere, and what came out of files. */
function unreadFacts({ unreadWords, textFromFiles, attachments }: Reading): string[] {
  const name = (index: number | null) => (index === null ? '' : (attachments[index]?.fileName ?? ''))
  return [
    ...(unreadWords ? fact('not read', `${unreadInWords(unreadWords.form).en} ${name(unreadWords.attachment)}`) : []),
    ...(textFromFiles ?? []).flatMap(({ attachment }) => fact('text from', name(attachment))),
  ]
}

/** The signs of the kind, heaviest first: positive ones speak for it, negative ones for the next likely kind. */
function signFacts({ kindSigns = [], replyProbability }: Reading): string[] {
  return [
    ...(replyProbability === undefined ? [] : fact('answered', `a person answers with ${inPercent(replyProbability)}`)),
    ...kindSigns.map(
      ({ sign, weight }) => `${' '.repeat(12)}${weight >= 0 ? '+' : ''}${weight.toFixed(2)}  ${signInWords(sign).en}`,
    ),
  ]
}

/**
 * Lines of a reading, ended by a blank line.
 * @param explain true: with the signs of the kind
 */
export function showReading(file: string, reading: Reading, explain = false): string {
  const { from, language, attachments, kindClue } = reading
  const sender = from ? [from.name, from.address && `<${from.address}>`].filter(Boolean).join(' ') : ''
  const lines = [
    paint(['bold', 'underline'], printable(file)),
    ...fact('from', sender),
    ...fact('subject', reading.subject),
    `${paint('dim', 'kind'.padEnd(12))}${paint(KIND_STYLE[reading.kind], reading.kind)} (${inPercent(reading.kindConfidence)})`,
    ...fact('because', [kindClue.rule, kindClue.seen].filter(Boolean).join(': ')),
    ...(explain ? signFacts(reading) : []),
    ...fact('language', language ? `${language} (${inPercent(reading.languageConfidence)})` : 'too short to tell'),
    ...bounceFacts(reading),
    ...attachments.flatMap(({ fileName, contentType, size }) =>
      fact('attachment', `${fileName} ${contentType}, ${size} bytes`.trim()),
    ),
    ...unreadFacts(reading),
    ...reading.problems.map((problem) => `${paint('yellow', 'problem'.padEnd(12))}${printable(problem)}`),
    ...part('new text', reading.text, 'reset'),
    ...part('signature', reading.signature, 'cyan'),
    ...part('boilerplate', reading.boilerplate, 'gray'),
    ...part('quoted', reading.quoted, 'gray'),
  ]
  return `${lines.join('\n')}\n\n`
}
