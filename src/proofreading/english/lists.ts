/** Word lists that English rules name with `@`: closed classes, and the nouns and verbs of customer letters. */

import { PASTS, PURE_BASES, PURE_THIRDS, UNFINISHED } from './verbs.js'

function list(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter(Boolean))
}

const SINGULAR_THINGS = `order item product parcel refund payment invoice voucher delivery device battery account price article ticket shipment
  replacement card subscription booking reservation warranty guarantee email message claim deposit balance router machine request enquiry inquiry
  slot amount price address code link label box problem issue complaint question contract package appointment transaction tablet laptop phone purchase`

const PEOPLE = 'agent customer colleague engineer technician manager advisor adviser specialist representative driver'

/** Word lists by name. */
export const LISTS: Readonly<Record<string, ReadonlySet<string>>> = {
  /** Plural subjects of letters. */
  plural:
    list(`items orders products customers parcels goods refunds payments invoices vouchers deliveries devices batteries documents accounts
    colleagues engineers technicians agents articles shoes tickets passengers shipments replacements keys policies couriers suppliers members packages
    emails messages bookings headphones boots shirts trousers details photos assistants advisers advisors managers representatives problems issues changes
    tyres residents fees charges seats rooms flights bags cards cables boxes parents visitors guests subscribers`),
  /** Plurals that are no verbs, for `this` and `a` before them. */
  plainPlural:
    list(`items products customers goods invoices vouchers deliveries devices batteries documents accounts shoes colleagues engineers
    technicians payments passengers couriers suppliers bookings parcels`),
  /** Singular subjects that cannot stand for a group of people (British English writes "our team are"). */
  thing: list(SINGULAR_THINGS),
  thingOrPerson: list(`${SINGULAR_THINGS} ${PEOPLE}`),
  person: list(PEOPLE),
  /** Pasts and participles that differ from the base form. */
  past: PASTS,
  /** Simple pasts that are no participles. */
  onlyPast: list('went took gave wrote chose forgot saw began spoke broke drove fell knew flew came'),
  /** Base forms that need a participle behind "been". */
  unfinished: UNFINISHED,
  receive: list('receive send deliver dispatch resolve cancel ship'),
  /** Third-person forms that are no nouns. */
  third: new Set([
    ...PURE_THIRDS,
    'has',
    'is',
    'was',
    'works',
    'needs',
    'wants',
    'helps',
    'does',
    'comes',
    'goes',
    'seems',
  ]),
  thirdOnly: new Set([...PURE_THIRDS, 'needs', 'wants']),
  baseOnly: new Set([...PURE_BASES, 'seem', 'look', 'need', 'want']),
  pureBase: PURE_BASES,
  pureThird: PURE_THIRDS,
  possessor: list('my your our his her its their'),
  determiner: list('your our the this my'),
  polite: list('like want wish need able unable happy pleased sorry delighted going trying try glad hoping'),
  doing: list(`apologise apologize inform hear offer confirm be know help assist thank let say tell have make see do get
    advise provide send refund check contact return cancel process resolve give find receive ask speak arrange
    issue replace`),
  missingTo: list('apologise apologize inform thank confirm offer advise assist provide'),
  adjective: list(
    'low weak strong wide late long small big large expensive high short early heavy difficult hard slow tight busy loud complicated',
  ),
  comparative:
    list(`more less better worse rather other bigger smaller larger longer shorter higher lower faster slower later
    earlier sooner older newer cheaper greater easier quicker fewer further heavier lighter stronger`),
  number: list(
    'one two three four five six seven eight nine ten twelve twenty thirty 2 3 4 5 6 7 8 9 10 12 14 15 20 21 24 28 30 48 72 90',
  ),
  noun: list(`${SINGULAR_THINGS} orders items products parcels refunds payments accounts name address money patience help reply time
    details feedback concerns understanding loyalty custom bank experience satisfaction number password team
    website store shop warehouse system records end side policy customers company delivery`),
}
