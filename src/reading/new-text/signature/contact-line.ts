/** Lines that a signature block is made of: telephone, address, web, function, department, opening hours, networks. */

import { found, type GuardedPattern } from '../../guarded.js'

const PHONE =
  /(?:\+|\b00)\d{1,3}[\s.()/-]?(?:\(?\d{1,4}\)?[\s.()/-]?){2,6}\d{1,4}|\b0\d(?:[\s.-]?\d{2}){4}\b|\b0[1-9]\d{2}[\s.-]?\d{3}[\s.-]?\d{3,4}\b|\b\d{3,5}[\s.-]\d{3}[\s.-]?\d{3,4}\b|\b(?:30|31|32|36|39|10)[\s.]?\d{2}\b/u
const PHONE_LABEL =
  /^[\W_]{0,4}(?:t[eé]l(?:[eé]phone)?|phone|mobile|mob|portable|port|fixe|gsm|fax|t|m|p|f|direct|ligne directe|standard|tel|telefon|mobil|tfno|tlf|whatsapp)\b\s?[.:/]{0,2}\s{0,4}[+(\d]/iu
const EMAIL = /[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/u
const URL =
  /(?:https?:\/\/|www\.)[^\s]{2,}|\b[\w-]{2,40}\.(?:fr|com|net|org|example|eu|co\.uk|de|io|be|ch|shop|store)(?:\/\S{0,80})?(?=$|[\s)>,|])/iu
const POSTAL =
  /(?:^|[\s,(-])(?:\d{5}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]-?\d{4,5})\s+\p{Lu}[\p{L}'’ .-]{1,40}|\b\d{1,4},? ?(?:bis|ter)?,? (?:rue|avenue|av\.|boulevard|bd|bld|place|chemin|route|all[eé]e|impasse|quai|cours|square|faubourg)\b|\b\d{1,4}\w? [\p{Lu}][\p{L}' ]{2,30} (?:street|st|road|rd|avenue|ave|lane|drive|square|way|court|place)\b|\b(?:BP|CS|P\.?O\.? ?Box|TSA)\s?\d{2,6}\b|\bcedex\b/iu
const FUNCTION =
  /^[\W_]{0,3}(?:(?:le |la |the |votre |your |notre |our |l')?(?:service|d[eé]partement|direction|p[oô]le|[eé]quipe|centre|cellule|dpt|d[eé]pt|customer|client|consumer|guest|after[- ]sales|s\.?a\.?v\b|support|help ?desk|conseill[eè]re?|charg[eé]e?|responsable|directeur|directrice|assistante?|gestionnaire|technicien(?:ne)?|coordinat(?:eur|rice)|sp[eé]cialiste|agent|attach[eé]e?|manager|head of|director|advisor|adviser|representative|specialist|associate|executive|officer|coordinator|senior|junior|lead|team|kundenservice|kundendienst|relation|relations|administration|comptabilit[eé]|sales|marketing|ceo|cto|founder|pr[eé]sident|h[oô]te(?:sse)?|t[eé]l[eé]conseill[eè]re?|exp[eé]di|concierge)\b).{0,80}$/iu
const FUNCTION_ANYWHERE =
  /\b(?:service (?:client|consommateur|apr[eè]s[- ]vente|commercial|relation|livraison|r[eé]clamation)s?|customer (?:service|care|support|experience|relations|success)|relations? clients?|client[eè]le|customer team|support team|equipe client|manager|advisor|director|coordinator|specialist)\b/iu
const HOURS =
  /\b(?:du lundi au|lundi (?:au|-|[àa])|monday (?:to|-|–)|mon(?:day)?\s?[-–]\s?(?:fri|sat|sun)|7j\/7|24h?\/24|de \d{1,2} ?h ?\d{0,2} [àa] \d{1,2} ?h|\d{1,2}(?::\d{2})? ?[ap]m ?[-–to]{1,2} ?\d{1,2}(?::\d{2})? ?[ap]m)/iu
const SOCIAL = /\b(?:facebook|twitter|instagram|linkedin|youtube|tiktok|pinterest|whatsapp|snapchat)\b/iu
const COMPANY =
  /\b(?:sas|sarl|sa|s\.a\.s?\.|eurl|ltd|limited|inc|llc|gmbh|plc|b\.?v\.?|s\.?r\.?l\.?|group|groupe)\b\.?$/iu
const LABELLED =
  /^[\W_]{0,3}(?:t|m|p|f|e|w|e-?mail|mail|courriel|web|site(?: web| internet)?|adresse|address|si[eè]ge|horaires|opening hours|suivez-nous.{0,30}|retrouvez[- ]nous.{0,40}|follow us.{0,30}|r[eé]f(?:[eé]rence)?\.?|case|ticket)\s?[.:]\s?\S/iu

const hasFigure = (line: string) => /\d/.test(line)

/** What most lines hold no sign of. */
export const GUARDED_CONTACTS = {
  phone: { guard: hasFigure, pattern: PHONE },
  email: { guard: (line) => line.includes('@'), pattern: EMAIL },
  web: { guard: (line) => line.includes('.') || line.includes('://'), pattern: URL },
  postal: { guard: (line) => hasFigure(line) || /cedex/iu.test(line), pattern: POSTAL },
} satisfies Readonly<Record<string, GuardedPattern>>

/** Kind of thing a signature line holds. */
export type ContactKind = 'phone' | 'email' | 'web' | 'postal' | 'function' | 'hours' | 'social' | 'company'

/** What a line of a signature block holds; empty where it could be any line. Long lines are sentences, not contacts. */
export function contactKindsOf(line: string): ContactKind[] {
  if (line.length > 160) return []
  const kinds: ContactKind[] = []
  if (found(GUARDED_CONTACTS.phone, line) || PHONE_LABEL.test(line)) kinds.push('phone')
  if (found(GUARDED_CONTACTS.email, line)) kinds.push('email')
  if (found(GUARDED_CONTACTS.web, line)) kinds.push('web')
  if (found(GUARDED_CONTACTS.postal, line)) kinds.push('postal')
  if (FUNCTION.test(line) || FUNCTION_ANYWHERE.test(line)) kinds.push('function')
  if (HOURS.test(line)) kinds.push('hours')
  if (SOCIAL.test(line)) kinds.push('social')
  if (COMPANY.test(line) || LABELLED.test(line)) kinds.push('company')
  return kinds
}

/** True where a line reads as a sentence of a letter rather than as an item of a signature. */
export function isSentence(line: string): boolean {
  const words = line.split(/\s+/).length
  if (words >= 14) return true
  if (words >= 5 && /[.!?…]$/.test(line) && /\p{Ll}{2}/u.test(line)) return true
  return /^(?:p\.?\s?s\.?\s?[:.-]|n\.?b\.?\s?[:.-]|ps\b)/iu.test(line)
}
