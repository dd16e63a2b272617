/** Forms of the verbs that letters from companies use: what is a base form, a third person, a past, a participle. */

/** Verbs whose base form is no noun and no adjective, so that it shows a wrong form surely. */
const PURE = `receive send inform deliver provide apologise apologize understand explain arrive resolve include contain require appreciate arrange refer
  remain ensure allow become bring choose create decide describe expect forget give happen hear improve investigate keep know lose make notify obtain
  occur pay prefer prevent realise realize recommend refuse remember remove replace select sell seem solve speak suggest take tell think verify
  write see find leave begin buy catch eat fall feel get go grow meet send teach throw wear agree accept achieve acknowledge add adjust advise affect
  announce appear apply assign assist assure attach avoid belong cancel clarify collect complain confirm connect consider continue convince deduct
  deduce deny depend deserve detect dispatch disappear discover discuss eliminate enable encourage enclose enjoy enter escalate exist expire fulfil
  gather generate guarantee identify imagine inconvenience indicate insert inspect install introduce invite invoice involve maintain manage mention
  modify notice occur operate organise organize owe own participate perform persuade possess prepare proceed process produce prohibit promise propose prove
  publish pursue raise react recall recognise recognize reduce refund register regret reimburse reject rely remind renew repair repeat reply represent
  reschedule respond restore retain retrieve reveal satisfy save send separate settle specify submit subscribe succeed suffer supply suppose
  suspend transmit translate treat unsubscribe upload validate wait warn`

/** Nouns, adjectives or participles as well: their base form alone proves nothing, their past does. */
const MIXED = `ask call cause change charge check claim close complete contact cost cover credit damage deal debit delay demand deposit design download dispatch
  display email exchange experience fail fix follow forward handle help hold hope hurry invoice issue label link list load lock log look love match
  miss move need offer open order pack pass pick place plan point post present print promise purchase question quote reach rate record release
  report request rest result return review ship show start stay stock stop store support surprise talk test thank track transfer treat try turn
  update use value view visit want wash work worry train book block break drop`

/** Base, past and participle of irregular verbs among them. */
const IRREGULAR: Readonly<Record<string, readonly [past: string, participle: string]>> = {
  send: ['sent', 'sent'],
  understand: ['understood', 'understood'],
  become: ['became', 'become'],
  bring: ['brought', 'brought'],
  choose: ['chose', 'chosen'],
  forget: ['forgot', 'forgotten'],
  give: ['gave', 'given'],
  hear: ['heard', 'heard'],
  keep: ['kept', 'kept'],
  know: ['knew', 'known'],
  lose: ['lost', 'lost'],
  make: ['made', 'made'],
  pay: ['paid', 'paid'],
  sell: ['sold', 'sold'],
  speak: ['spoke', 'spoken'],
  take: ['took', 'taken'],
  tell: ['told', 'told'],
  think: ['thought', 'thought'],
  write: ['wrote', 'written'],
  see: ['saw', 'seen'],
  find: ['found', 'found'],
  leave: ['left', 'left'],
  begin: ['began', 'begun'],
  buy: ['bought', 'bought'],
  catch: ['caught', 'caught'],
  eat: ['ate', 'eaten'],
  fall: ['fell', 'fallen'],
  feel: ['felt', 'felt'],
  get: ['got', 'got'],
  go: ['went', 'gone'],
  grow: ['grew', 'grown'],
  meet: ['met', 'met'],
  teach: ['taught', 'taught'],
  throw: ['threw', 'thrown'],
  wear: ['wore', 'worn'],
  deal: ['dealt', 'dealt'],
  hold: ['held', 'held'],
  show: ['showed', 'shown'],
  break: ['broke', 'broken'],
}

/** Base forms that no past differs from, or whose past is a common noun or adjective of its own. */
const UNSURE_PAST = new Set(['cost', 'feel', 'own', 'separate', 'choose'])

function words(list: string): readonly string[] {
  return [...new Set(list.split(/\s+/).filter(Boolean))]
}

function third(base: string): string {
  if (/(?:s|x|z|ch|sh|o)$/.test(base)) return `${base}es`
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`
}

/** Verbs that double their last letter. */
const DOUBLING = /^(?:refer|occur|regret|prefer|transfer|submit|stop|ship|plan|drop|log|transmit|cancel)$/

function past(base: string): readonly string[] {
  const irregular = IRREGULAR[base]
  if (irregular) return [irregular[0]]
  if (base === 'cancel') return ['cancelled', 'canceled']
  if (DOUBLING.test(base)) return [`${base}${base.slice(-1)}ed`]
  if (base.endsWith('e')) return [`${base}d`]
  return [/[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${base}ed`]
}

const pure = words(PURE)
const all = [...pure, ...words(MIXED)]
const bases = new Set(all)

/** Base forms that are nothing else, and are no participles of their own. */
export const PURE_BASES: ReadonlySet<string> = new Set(
  pure.filter(
    (base) =>
      ![
        'become',
        'process',
        'refund',
        'repair',
        'guarantee',
        'promise',
        'reply',
        'regret',
        'notice',
        'supply',
        'invoice',
        'wait',
        'treat',
        'treats',
        'save',
        'separate',
        'own',
        'recall',
        'repeat',
        'raise',
        'register',
        'record',
        'select',
        'inconvenience',
        'dispatch',
        'cancel',
      ].includes(base),
  ),
)

/** Third persons that are nothing else. */
export const PURE_THIRDS: ReadonlySet<string> = new Set([...PURE_BASES].map(third))

/** Pasts and participles that differ from the base. */
export const PASTS: ReadonlySet<string> = new Set(
  all
    .filter((base) => !UNSURE_PAST.has(base))
    .flatMap((base) => [...past(base), ...(IRREGULAR[base] ? [IRREGULAR[base][1]] : [])])
    // "become" is its own participle.
    .filter((form) => !bases.has(form)),
)

/** Bases that need a participle behind "been". */
export const UNFINISHED: ReadonlySet<string> = new Set(
  all.filter(
    (base) =>
      ![
        'become',
        'open',
        'close',
        'complete',
        'present',
        'own',
        'separate',
        'work',
        'help',
        'fun',
        'rest',
        'worry',
        'slow',
        'love',
        'fail',
        'support',
        'stock',
        'talk',
        'use',
        'value',
        'quote',
        'surprise',
        'test',
        'select',
      ].includes(base),
  ),
)
