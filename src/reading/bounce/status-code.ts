/**
 * Enhanced status codes (RFC 3463) and SMTP reply codes (RFC 5321 §4.2) as servers quote them, and which of several is the
 * telling one: a report's Status field is often the generic `5.0.0` while the remote server's own words say more.
 */

/** Detail of an enhanced code is at most three digits; version and IP numbers must not be taken for one. */
const ENHANCED = /[45](?<![\d.].)\.\d{1,2}\.\d{1,3}(?!\.*\d)/g

const REPLY = /[45](?<=(?:^|[\s:;("'>#,=-]).)[0-5]\d(?=$|[\s:;.,)"'<-])/

/** Enhanced codes in a text, in order. */
export function enhancedCodesIn(text: string): string[] {
  return text.slice(0, 8_000).match(ENHANCED) ?? []
}

/** The first SMTP reply code (400–559) in a text; null where there is none. */
export function replyCodeIn(text: string): string | null {
  return REPLY.exec(text.slice(0, 8_000))?.[0] ?? null
}

function isGeneric(code: string): boolean {
  return /^[45]\.0\.0$/.test(code)
}

/** Codes that say how the delivering host gave up, not why the other one refused. */
function saysOnlyExpired(code: string): boolean {
  return /^[45]\.4\.7$/.test(code)
}

/**
 * Chooses the status of a failed recipient.
 * @param field Status field; null where absent
 * @param diagnostic the server's words
 */
export function chooseStatus(field: string | null, diagnostic: string): string | null {
  const quoted = enhancedCodesIn(diagnostic)
  // A reply of several lines repeats its code; a server's own code stands behind the one of a relay in between.
  const specific = quoted.filter((code) => !isGeneric(code)).at(-1) ?? quoted[0] ?? null
  if (field === null) return specific
  if (specific === null || isGeneric(specific)) return field
  if (isGeneric(field) || saysOnlyExpired(field)) return specific
  return quoted.includes(field) ? field : specific
}
