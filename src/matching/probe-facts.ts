/** What matching derives from an open probe: once, when it is first asked, as a probe is compared with many messages. */
import { hostOf } from './domains.js'
import type { OpenProbe } from './open-probe.js'
import { shinglesOf } from './shingles.js'
import { subjectWords } from './words.js'

/** Facts of one probe. */
export class ProbeFacts {
  readonly #open: OpenProbe
  #shingles: Uint32Array | null = null
  #subjectWords: ReadonlySet<string> | null = null
  #ownHost: string | null = null
  #ownAddresses: readonly string[] | null = null

  constructor(open: OpenProbe) {
    this.#open = open
  }

  /** Distinct shingles of its text; 4 bytes each. */
  get shingles(): Uint32Array {
    this.#shingles ??= shinglesOf(this.#open.text)
    return this.#shingles
  }

  /** Words of its subject. */
  get subjectWords(): ReadonlySet<string> {
    this.#subjectWords ??= subjectWords(this.#open.subject)
    return this.#subjectWords
  }

  /** The persona's address and the probe's reply address, lower case. */
  get ownAddresses(): readonly string[] {
    this.#ownAddresses ??= [this.#open.personaAddress.toLowerCase(), this.#open.replyAddress.toLowerCase()]
    return this.#ownAddresses
  }

  /** Host of the persona's address. */
  get ownHost(): string {
    this.#ownHost ??= hostOf(this.#open.personaAddress)
    return this.#ownHost
  }
}

const facts = new WeakMap<OpenProbe, ProbeFacts>()

/** Facts of an open probe, for as long as it is open. */
export function factsOf(open: OpenProbe): ProbeFacts {
  const known = facts.get(open)
  if (known) return known
  const made = new ProbeFacts(open)
  facts.set(open, made)
  return made
}
