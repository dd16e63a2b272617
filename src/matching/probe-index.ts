/**
 * Open probes, indexed by every clue, so that a look-up costs the same among ten probes and among a hundred thousand.
 * Adding and removing are incremental; the order in which probes came plays no part in what is found.
 */
import { asciiHost, hostOf, isFreeMail, registrableDomain } from './domains.js'
import type { OpenProbe } from './open-probe.js'
import { shinglesOf, wordsOf } from './words.js'

/** Shingles kept of each probe text: those with the smallest hashes (Broder 1997, bottom-k sketch). */
const SKETCH_SIZE = 16
/** A list longer than this tells nothing (a sentence of the template, a free mail domain) and is passed over. */
const MOST_PER_CLUE = 200

/** Finds open probes by clue. Every list is in the order of probe ids. */
export interface ProbeIndex {
  readonly size: number
  /** Adds a probe, or replaces the one with the same id. */
  add(probe: OpenProbe): void
  /** Forgets a probe; unknown ids are passed over. */
  remove(id: string): void
  get(id: string): OpenProbe | undefined
  /** Probes whose reply address this is, or whose token it carries. */
  byRecipient(address: string): OpenProbe[]
  /** Probes that bear this Message-ID; brackets and letter case do not matter. */
  byMessageId(messageId: string): OpenProbe[]
  /** Probes to which a brand at this host could answer. */
  byBrandHost(host: string): OpenProbe[]
  /** Probes of the persona with this address to a brand at this host. */
  byPersonaAndHost(address: string, host: string): OpenProbe[]
  /** Probes of the persona with this address to a brand one of whose names stands in these words. */
  byPersonaAndName(address: string, words: readonly string[]): OpenProbe[]
  /** Probes sent by the persona with this address, where they are few enough to be compared. */
  byPersona(address: string): OpenProbe[]
  /** Probes of which a sentence may be among these shingles. */
  byShingles(shingles: ReadonlySet<number>): OpenProbe[]
  /** True where the address is one of ours: a persona's, or a reply address. */
  isOurs(address: string): boolean
}

/** One clue: value → probe ids. */
class Clue<Value> {
  readonly #ids = new Map<Value, Set<string>>()

  add(value: Value, id: string): void {
    const ids = this.#ids.get(value)
    if (ids) ids.add(id)
    else this.#ids.set(value, new Set([id]))
  }

  remove(value: Value, id: string): void {
    const ids = this.#ids.get(value)
    if (ids?.delete(id) && ids.size === 0) this.#ids.delete(value)
  }

  has(value: Value): boolean {
    return this.#ids.has(value)
  }

  /** Ids for a value; none where they are too many to tell anything. */
  few(value: Value): Iterable<string> {
    const ids = this.#ids.get(value)
    return ids && ids.size <= MOST_PER_CLUE ? ids : []
  }
}

/** Message-ID as compared: without brackets, lower case (some systems change both). */
function bareId(messageId: string): string {
  return messageId.trim().replace(/^<|>$/g, '').toLowerCase()
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

function sketchOf(text: string): number[] {
  return [...shinglesOf(text)].sort((one, other) => one - other).slice(0, SKETCH_SIZE)
}

/** Creates an index over open probes. */
export function createProbeIndex(probes: readonly OpenProbe[] = []): ProbeIndex {
  const known = new Map<string, OpenProbe>()
  const replyAddress = new Clue<string>()
  const token = new Clue<string>()
  const messageId = new Clue<string>()
  const brandHost = new Clue<string>()
  const personaHost = new Clue<string>()
  const personaName = new Clue<string>()
  const persona = new Clue<string>()
  const shingle = new Clue<number>()
  const ours = new Clue<string>()

  const eachClue = (probe: OpenProbe, visit: <Value>(clue: Clue<Value>, value: Value) => void) => {
    const address = probe.personaAddress.toLowerCase()
    visit(replyAddress, probe.replyAddress.toLowerCase())
    visit(token, `${probe.token.toLowerCase()}@${hostOf(probe.replyAddress)}`)
    if (probe.messageId !== null) visit(messageId, bareId(probe.messageId))
    for (const host of hostsOf(probe)) {
      visit(brandHost, host)
      visit(personaHost, `${address} ${host}`)
    }
    for (const name of namesOf(probe)) visit(personaName, `${address} ${name}`)
    visit(persona, address)
    visit(ours, address)
    visit(ours, probe.replyAddress.toLowerCase())
    for (const hash of sketchOf(probe.text)) visit(shingle, hash)
  }
  const probesOf = (ids: Iterable<string>) => [...new Set(ids)].sort().map((id) => known.get(id)!)

  const index: ProbeIndex = {
    get size() {
      return known.size
    },
    add(probe) {
      index.remove(probe.id)
      known.set(probe.id, probe)
      eachClue(probe, (clue, value) => clue.add(value, probe.id))
    },
    remove(id) {
      const probe = known.get(id)
      if (!probe) return
      eachClue(probe, (clue, value) => clue.remove(value, id))
      known.delete(id)
    },
    get: (id) => known.get(id),
    byRecipient(address) {
      const exact = [...replyAddress.few(address.toLowerCase())]
      if (exact.length > 0) return probesOf(exact)
      const host = hostOf(address)
      return probesOf(tokensIn(address.toLowerCase()).flatMap((piece) => [...token.few(`${piece}@${host}`)]))
    },
    byMessageId: (id) => probesOf(messageId.few(bareId(id))),
    byBrandHost: (host) => probesOf(brandHost.few(registrableDomain(host))),
    byPersonaAndHost: (address, host) =>
      probesOf(personaHost.few(`${address.toLowerCase()} ${registrableDomain(host)}`)),
    byPersonaAndName(address, words) {
      const keys = windowsOf(words).map((name) => `${address.toLowerCase()} ${name}`)
      return probesOf(keys.flatMap((key) => [...personaName.few(key)]))
    },
    byPersona: (address) => probesOf(persona.few(address.toLowerCase())),
    byShingles(shingles) {
      const hits = new Map<string, number>()
      for (const hash of shingles) for (const id of shingle.few(hash)) hits.set(id, (hits.get(id) ?? 0) + 1)
      const best = [...hits].sort(([one, ones], [other, others]) => others - ones || (one < other ? -1 : 1))
      return probesOf(best.slice(0, MOST_PER_CLUE).map(([id]) => id))
    },
    isOurs: (address) => ours.has(address.toLowerCase()),
  }
  for (const probe of probes) index.add(probe)
  return index
}
