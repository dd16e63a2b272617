/**
 * Authentication-Results fields (RFC 8601 §2.2) as they stand in the header, topmost first. Whom to believe is not decided here:
 * anybody can write such a field. Local parts of addresses are left out.
 */
import type { AuthenticationResult, AuthenticationStatement } from '../../domain/authentication.js'

/** Fields read of one message, and results read of one field. */
const MOST_FIELDS = 12
const MOST_RESULTS = 20

/** Properties that name a domain, the best first for each method (RFC 8601 §2.7). */
const DOMAIN_PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  dmarc: ['header.from'],
  dkim: ['header.d', 'header.i'],
  spf: ['smtp.mailfrom', 'smtp.mfrom', 'smtp.helo'],
}

/** A value without comments in parentheses (RFC 5322 §3.2.2) and without quotation marks. */
function bare(value: string): string {
  let depth = 0
  let text = ''
  let quoted = false
  for (let at = 0; at < value.length; at += 1) {
    const character = value[at]!
    if (character === '\\') at += 1
    else if (character === '"' && depth === 0) quoted = !quoted
    // What separates fields does not within quotation marks.
    else if (quoted) text += /[\s;=]/.test(character) ? '_' : character
    else if (character === '(') depth += 1
    else if (character === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0) text += character
  }
  return text
}

function resultOf(part: string): AuthenticationResult | null {
  const [first = '', ...properties] = part.trim().split(/\s+/)
  const [, method = '', result = ''] = /^([a-z0-9-]{1,30})(?:\/\d{1,3})?=([a-z]{1,20})$/i.exec(first) ?? []
  if (method === '') return null
  const name = method.toLowerCase()
  const named = new Map<string, string>()
  for (const property of properties) {
    const equals = property.indexOf('=')
    const key = property.slice(0, Math.max(0, equals)).toLowerCase()
    if (!named.has(key)) named.set(key, property.slice(equals + 1))
  }
  const value = (DOMAIN_PROPERTIES[name] ?? []).map((property) => named.get(property)).find((one) => one !== undefined)
  return {
    method: name,
    result: result.toLowerCase(),
    domain: value === undefined ? '' : value.slice(value.lastIndexOf('@') + 1).toLowerCase(),
  }
}

/** Statements of a header's Authentication-Results fields, topmost first; fields that are none are passed over. */
export function authenticationStatements(fields: readonly string[]): readonly AuthenticationStatement[] {
  return fields.slice(0, MOST_FIELDS).flatMap((field) => {
    // Around `=` white space may stand (RFC 8601 §2.2).
    const [head = '', ...parts] = bare(field)
      .replace(/\s{0,20}=\s{0,20}/g, '=')
      .split(';')
    const authservId = head.trim().split(/\s+/)[0]?.toLowerCase() ?? ''
    if (authservId === '' || authservId.includes('=')) return []
    return [{ authservId, results: parts.slice(0, MOST_RESULTS).flatMap((part) => resultOf(part) ?? []) }]
  })
}
