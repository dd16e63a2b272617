/** Lines that mail programs add by themselves: "Sent from my iPhone", "Envoyé de mon iPhone", "Obtenir Outlook pour iOS". */

import { anyOf } from '../../any-of.js'
import { withoutEnds } from '../without-ends.js'

const DEVICE = String.raw`(?:i ?phon(?:e|u)|i ?pad|i ?pod|android|samsung|galaxy|blackberry|huawei|xiaomi|htc|sony|nokia|alcatel|wiko|pixel|oneplus|oppo|motorola|smartphone|mobile|mobil|portable|t[eé]l[eé]phone|telefon|tel[eé]fono|telefono|telemóvel|tablet|tablette|phone|cell|handy|ger[äa]t|device|outlook|gmail|yahoo|mail|mailbox|windows|courrier|airmail|spark|proton|k-9|thunderbird|orange|sfr|free|laposte|la poste|bouygues|aol|ios|mac|ti-\d+|pc|myMail|hey|superhuman|zoho|bluemail|nine|edison|newton|hotmail|live|web\.de|gmx|messagerie|application|app)`

const PATTERNS: readonly RegExp[] = [
  // French
  new RegExp(
    String.raw`^(?:message )?(?:envoy[eé]e?|r[eé]dig[eé]|exp[eé]di[eé]) (?:de(?:puis)?|[aà] partir de|via|avec|par|sur|du|d') ?(?:(?:mon|ma) .{1,60}|.{0,40}\b${DEVICE}(?!\p{L}).{0,60})$`,
    'iu',
  ),
  /^(?:obtenez|obtenir|t[eé]l[eé]chargez|t[eé]l[eé]charger|d[eé]couvrez|scarica|ottieni|obtener|descargar|get|download) .{0,20}\b(?:outlook|yahoo mail|gmail|bluemail|mail orange|orange mail|spark|myMail) (?:pour|for|para|per|f[üu]r|voor)\b.{0,80}$/iu,
  /^provenance : (?:courrier|mail) pour windows.{0,40}$/iu,
  // English
  new RegExp(
    String.raw`^(?:sent (?:from|via|with|by|using|on) (?:(?:my|the|an?|your) )?|this (?:e-?mail|message) was sent (?:from|via|with|using) (?:my|an?) ).{0,60}?\b${DEVICE}(?:\p{L}{1,4}|'\p{L}{1,2})?(?!\p{L}).{0,60}$`,
    'iu',
  ),
  /^sent (?:from|via) my .{1,60}$/iu,
  /^\p{L}{2,20} from (?:my )?(?:mobile|phone|iphone|ipad|cell)\.?$/iu,
  new RegExp(`^from my ${DEVICE}.{0,30}$`, 'iu'),
  /^get .{0,4}outlook for .{1,80}$/iu,
  // Other languages
  /^(?:diese (?:nachricht|e-?mail) wurde )?von (?:meinem?r?|unterwegs|mobil).{0,60}gesendet\.?$/iu,
  new RegExp(
    String.raw`^(?:gesendet (?:von|mit|aus)|verzonden (?:met|vanaf|vanuit)|verstuurd (?:vanaf|met)|enviado (?:desde|do|de|a partir do|via|con)|inviato (?:da|dal|dalla|con)|sendt (?:fra|via)|skickat (?:fr[åa]n|med)|wys[lł]an[eoy] z|odoslan[eé] z|odesl[aá]no z|отправлено (?:с|из)|l[äa]hetetty|obtener|ottieni|holen sie sich|outlook für|download) .{0,40}?\b${DEVICE}(?:\p{L}{1,4}|'\p{L}{1,2})?(?!\p{L}).{0,60}$`,
    'iu',
  ),
  /^diese nachricht wurde von .{1,60} gesendet\.?$/iu,
  /^(?:從我的|从我的|發自我的|发自我的) ?.{1,30}$/u,
  /^.{0,20}(?:iPhone|iPad|Android)から送信.{0,10}$/u,
]

const NAMES_PROGRAM = anyOf(PATTERNS)

/** Examples as programs write them; each is a test. */
export const MOBILE_SIGNATURE_EXAMPLES: readonly string[] = [
  'Envoyé de mon iPhone',
  'Envoyé depuis mon téléphone Samsung',
  'Envoyé à partir de Outlook pour Android<https://aka.example/x>',
  "Envoyé depuis l'application Mail Orange",
  'Obtenir Outlook pour iOS',
  'Téléchargez Outlook pour iOS',
  'Provenance : Courrier pour Windows 10',
  'Sent from my iPhone',
  'Sent from Yahoo Mail on Android',
  'Get Outlook for iOS',
  '(sent from a phone)',
  'Sent from my phone, please excuse any typos.',
  'Von meinem iPhone gesendet',
  'Enviado desde mi iPhone',
  'Verzonden vanaf mijn iPhone',
]

/** What may follow on the same line: an excuse for brevity and mistakes. Anything else makes a sentence of it. */
const EXCUSE =
  /excus|typo|brev|brief|sorry|pardon|apolog|forgiv|d[eé]sol|faute|concis|coquille|entschuld|tippfehler|k[üu]rze|disculp|errores/iu

const NAMED_DEVICE = new RegExp(String.raw`\b${DEVICE}$`, 'iu')

/** True where a line is only the signature of a mail program or device. */
export function isMobileSignature(line: string): boolean {
  if (line === '' || line.length > 200) return false
  const unlinked = line.includes('](') ? line.replace(/\[([^\]]{0,100})\]\([^)]{0,200}\)/g, '$1') : line
  const words = unlinked.includes(':') ? unlinked.replace(/<?(?:https?|mailto):[^\s>]{0,300}>?/g, '') : unlinked
  const bare = withoutEnds(words, /[\s<([*_"'-]/, /[\s>)\]*_"'-]/, 6)
  const parted = /[.,;!]\s/.test(bare)
  const [head = '', rest = ''] = parted ? bare.split(/(?<=\p{L}{2}|\d)[.,;!]\s(.*)/su) : [bare]
  const device = rest.split(' ').length <= 4 && NAMED_DEVICE.test(rest)
  if (rest !== '' && !device && !EXCUSE.test(rest)) return false
  return head.length <= 120 && NAMES_PROGRAM(head)
}
