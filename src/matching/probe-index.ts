/**
 * Open probes, indexed by every clue, so that a look-up costs the same among ten probes and among a hundred thousand.
 * Adding and removing are incremental; the order in which probes came plays no part in what is found.
 */
import { ClueList, MOST_PER_CLUE } from './clue-list.js'
import { asciiHost, hostOf, isFreeMail, registrableDomain } from './domains.js'
import type { OpenProbe } from './open-probe.js'
import { factsOf } from './probe-facts.js'
import type { ShingleSet } from './shingles.js'
import { wordsOf } from './words.js'

/** Shingles kept of each probe text: those with the smallest hashes (Broder 1997, bottom-k sketch). */
const SKETCH_SIZE = 16
/** Finds open probes by clue. Every list is in the order of probe ids. */
export interface ProbeIndex {
  readonly size: number
  /** Adds a probe, or replaces the one with the same id. */
  add(probe: OpenProbe): void
  /** Forgets a probe; unknown ids are passed over. */
  remove(id: string): void
  get(id: string): OpenProbe | undefined
  /** Probes whose reply address this is, or whose token it carries. */
  byRecipient(address: string): readonly OpenProbe[]
  /** Probes that bear this Message-ID; brackets and letter case do not matter. */
  byMessageId(messageId: string): readonly OpenProbe[]
  /** Probes to which a brand at this host could answer. */
  byBrandHost(host: string): readonly OpenProbe[]
  /** Probes of the persona with this address to a brand at this host. */
  byPersonaAndHost(address: string, host: string): readonly OpenProbe[]
  /** Probes of the persona with this address to a brand one of whose names stands in these words. */
  byPersonaAndName(address: string, words: readonly string[]): readonly OpenProbe[]
  /** Probes sent by the persona with this address, where they are few enough to be compared. */
  byPersona(address: string): readonly OpenProbe[]
  /** Probes of which a sentence may be among these shingles. */
  byShingles(shingles: ShingleSet): readonly OpenProbe[]
  /** Probes to the brand with this id; null where they are too many to be compared. */
  byBrand(id: string): readonly OpenProbe[] | null
  /** No probe's text has fewer shingles than this, but for those that have none; `Infinity` where none has any. */
  readonly fewestShingles: number
  /** True where the address is one of ours: a persona's, or a reply address. */
  isOurs(address: string): boolean
}

/** Message-ID as compared: in brackets, lower case (some systems change both). */
function comparedId(messageId: string): string {
  const id = messageId.trim()
  const open = id.startsWith('<') ? '' : '<'
  const close = id.endsWith('>') && id.length > 1 ? '' : '>'
  return `${open}${id}${close}`.toLowerCase()
}

/** What stands behind the last `@`, as it is written. */
function hostPart(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}

/** Registrable domains at which a brand writes; free mail providers are none. */
function hostsOf(probe: OpenProbe): Set<string> {
  const hosts = [...probe.brand.domains.map(asciiHost), ...probe.brand.addresses.map(hostOf)]
  return new Set(hosts.filter((host) => host !== '' && !isFreeMail(host)).map(registrableDomain))
}

/** Names of a brand, folded into one word each, and the labels of its domains. */
function namesOf(probe: OpenProbe): Set<string> {
  const names = probe.brand.names.map((name) => wordsOf(name).join(''))
  const labels = [...hostsOf(probe)].map((host) => wordsOf(host.split('.')[0] ?? '').join(''))
  return new Set([...names, ...labels].filter((name) => name.length >= 3))
}

/** Runs of one to five neighbouring words, each folded into one. */
function windowsOf(words: readonly string[]): string[] {
  const few = words.slice(0, 30)
  return few.flatMap((_, start) => [1, 2, 3, 4, 5].map((length) => few.slice(start, start + length).join('')))
}

/** Parts of a local part that may be a token: behind `+`, or the last piece of a catch-all address. */
function tokensIn(address: string): string[] {
  const local = address.slice(0, Math.max(0, address.lastIndexOf('@'))).slice(0, 100)
  return local.split(/[+.=_-]/).filter((piece) => piece.length >= 4)
}

function sketchOf(probe: OpenProbe): Uint32Array {
  return factsOf(probe).shingles.toSorted().slice(0, SKETCH_SIZE)
}

/** Creates an index over open probes. */
export function createProbeIndex(probes: readonly OpenProbe[] = []): ProbeIndex {
  const known = new Map<string, OpenProbe>()
  const replyAddress = new ClueList<string>()
  const token = new ClueList<string>()
  const messageId = new ClueList<string>()
  const brand = new ClueList<string>()
  const brandHost = new ClueList<string>()
  const personaHost = new ClueList<string>()
  const personaName = new ClueList<string>()
  const persona = new ClueList<string>()
  // By the hash as a signed number: those are kept without a box of their own.
  const shingle = new ClueList<number>()
  const ours = new ClueList<string>()
  const ourHosts = new ClueList<string>()
  // Bounds: they hold for every probe that was ever added, and only save look-ups that would find nothing.
  let fewestShingles = Number.POSITIVE_INFINITY
  let largestSketched = 0
  let lastId: string | null = null
  let lastFound: readonly OpenProbe[] = []

  type Visit = <Value>(clue: ClueList<Value>, value: Value) => void
  const eachClue = (probe: OpenProbe, sketch: Uint32Array, visit: Visit) => {
    const address = probe.personaAddress.toLowerCase()
    visit(replyAddress, probe.replyAddress.toLowerCase())
    visit(token, `${probe.token.toLowerCase()}@${hostOf(probe.replyAddress)}`)
    if (probe.messageId !== null) visit(messageId, comparedId(probe.messageId))
    visit(brand, probe.brand.id)
    for (const host of hostsOf(probe)) {
      visit(brandHost, host)
      visit(personaHost, `${address} ${host}`)
    }
    for (const name of namesOf(probe)) visit(personaName, `${address} ${name}`)
    visit(persona, address)
    const reply = probe.replyAddress.toLowerCase()
    visit(ours, address)
    visit(ours, reply)
    visit(ourHosts, hostPart(address))
    visit(ourHosts, hostPart(reply))
    for (const hash of sketch) visit(shingle, hash | 0)
  }
  /** Several lists as one, each probe once, in the order of ids. */
  const merged = (lists: readonly (readonly OpenProbe[])[]): readonly OpenProbe[] => {
    const found = lists.filter((list) => list.length > 0)
    if (found.length <= 1) return found[0] ?? []
    return [...new Set(found.flat())].sort((one, other) => (one.id < other.id ? -1 : 1))
  }

  const index: ProbeIndex = {
    get size() {
      return known.size
    },
    get fewestShingles() {
      return fewestShingles
    },
    add(probe) {
      index.remove(probe.id)
      lastId = null
      known.set(probe.id, probe)
      const sketch = sketchOf(probe)
      eachClue(probe, sketch, (clue, value) => clue.add(value, probe))
      const { length } = factsOf(probe).shingles
      if (length > 0) fewestShingles = Math.min(fewestShingles, length)
      largestSketched = Math.max(largestSketched, sketch.at(-1) ?? 0)
    },
    remove(id) {
      const probe = known.get(id)
      if (!probe) return
      lastId = null
      eachClue(probe, sketchOf(probe), (clue, value) => clue.remove(value, id))
      known.delete(id)
    },
    get: (id) => known.get(id),
    byRecipient(address) {
      const lower = address.toLowerCase()
      const exact = replyAddress.few(lower)
      if (exact.length > 0) return exact
      const host = hostOf(address)
      return merged(tokensIn(lower).map((piece) => token.few(`${piece}@${host}`)))
    },
    byMessageId(id) {
      // References mostly end with what In-Reply-To names.
      if (id !== lastId) lastFound = messageId.few(comparedId(id))
      lastId = id
      return lastFound
    },
    byBrand: (id) => (brand.isLong(id) ? null : brand.few(id)),
    byBrandHost: (host) => brandHost.few(registrableDomain(host)),
    byPersonaAndHost: (address, host) => personaHost.few(`${address.toLowerCase()} ${registrableDomain(host)}`),
    byPersonaAndName(address, words) {
      const lower = address.toLowerCase()
      return merged(windowsOf(words).map((name) => personaName.few(`${lower} ${name}`)))
    },
    byPersona: (address) => persona.few(address.toLowerCase()),
    byShingles(shingles) {
      const hits = new Map<OpenProbe, number>()
      for (let at = 0; at < shingles.size; at += 1) {
        const hash = shingles.at(at)
        if (hash > largestSketched) continue
        for (const probe of shingle.few(hash | 0)) hits.set(probe, (hits.get(probe) ?? 0) + 1)
      }
      const best = [...hits].sort(([one, ones], [other, others]) => others - ones || (one.id < other.id ? -1 : 1))
      return best.slice(0, MOST_PER_CLUE).map(([probe]) => probe)
    },
    isOurs(address) {
      const lower = address.toLowerCase()
      // Nearly every sender is somebody else, at a host that none of our many addresses is at.
      return ourHosts.has(hostPart(lower)) && ours.has(lower)
    },
  }
  for (const probe of probes) index.add(probe)
  return index
}
