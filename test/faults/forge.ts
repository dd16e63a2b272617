/**
 * Forged answers against the instrument (`npm run faults -- --forge`): each forgery is sent to a probe of every brand of a lived
 * edition, read, matched, settled and assessed by the service's own steps. No index may change without a review that names why,
 * and the simulator's genuine answers must not be held up.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ServiceParts } from '../../jobs/context.js'
import { planProbes } from '../../jobs/send-probes/plan-probes.js'
import { serviceParts } from '../../src/app/parts.js'
import { createService } from '../../src/app/service.js'
import type { Study } from '../../src/domain/study.js'
import { DAY_MS, type Instant } from '../../src/domain/time.js'
import { type Ledger, openLedger } from '../../src/ledger/ledger.js'
import { HELP_DESK_DOMAIN } from '../../src/sandbox/behave.js'
import { createMarket } from '../../src/sandbox/market.js'
import { practiceOf } from '../../src/sandbox/trace.js'
import { loadStudy } from '../../src/study/load-study.js'
import { FORGERIES, type Target } from './forgeries.js'

const EDITION = '2026'

/** How much is run. */
export interface ForgeOptions {
  readonly brands: number
  readonly scenarios: number
  readonly seed: number
  /** Another matching than the program's: to see that the forgeries do harm where nothing is proven. */
  readonly parts?: ServiceParts
  /** Other servers believed than the example study's. */
  readonly authservIds?: readonly string[]
}

/** What one forgery came to. */
export interface ForgeryResult {
  readonly forgery: string
  readonly mails: number
  /** Brands whose index is another one than before, with a question about each probe that moved that says what is wrong. */
  readonly changedWithReview: number
  /** The largest change of an index, in points. */
  readonly largestChange: number
  /** Brands whose index is another one, and nobody is told. */
  readonly changedInSilence: readonly string[]
  /** Forged mails that a person is asked about. */
  readonly reviewed: number
}

/** What all of it came to. */
export interface ForgeSummary {
  readonly brands: number
  readonly probes: number
  /** Genuine replies of brands, and how many of them wait for a person because of who sent them or when. */
  readonly replies: number
  readonly heldUp: number
  readonly forgeries: readonly ForgeryResult[]
  readonly problems: readonly string[]
}

async function smallStudy({ brands, scenarios, authservIds }: ForgeOptions): Promise<Study> {
  const study = await loadStudy('config', {})
  const [edition] = study.editions
  const kept = study.brands.slice(0, brands).map(({ id }) => id)
  const one = { ...edition!, brands: kept, scenarios: edition!.scenarios.slice(0, scenarios) }
  const answers = authservIds ? { ...study.answers, authservIds } : study.answers
  return { ...study, answers, live: false, helpDeskDomains: [HELP_DESK_DOMAIN], editions: [one] }
}

let uid = 0

function ingest(ledger: Ledger, raw: Buffer, at: Instant, now: Instant): string {
  uid += 1
  const batch = { account: 'courrier', folder: 'INBOX', uidValidity: '1', lastUid: uid }
  const { stored, known } = ledger.messages.ingest({ ...batch, messages: [{ uid, internalDate: at, raw }] }, now)
  return stored[0] ?? known[0] ?? ''
}

/** Reads, matches, settles and assesses what came in, as the service does. */
async function process(study: Study, ledger: Ledger, now: Instant, parts: ServiceParts): Promise<void> {
  const service = await createService({
    study,
    ledger,
    environment: {},
    live: false,
    parts,
    now: () => now,
  })
  try {
    await service.process()
  } finally {
    await service.stop()
  }
}

/** Mean mark of each brand; NaN where a mark is inconclusive. */
function indices(ledger: Ledger): ReadonlyMap<string, number> {
  const marks = Map.groupBy(ledger.assessments.ofEdition(EDITION), ({ probe }) => probe.split('/')[1]!)
  return new Map(
    [...marks].map(([brand, list]) => [
      brand,
      list.reduce((sum, { mark }) => sum + (mark ?? Number.NaN), 0) / list.length,
    ]),
  )
}

/** Mark of each probe; null where it is inconclusive. */
function marksOf(ledger: Ledger): ReadonlyMap<string, number | null> {
  return new Map(ledger.assessments.ofEdition(EDITION).map(({ probe, mark }) => [probe, mark]))
}

/** What a question has to say: who sent it, when, in which thread, or against what it speaks; a doubt about its kind says none of it. */
const NAMES_THE_FAULT =
  /prove|vouch|disowns|own server|dated|dates it|neither the brand|not the brand's domain|same message|thread answers|as likely as each other|right in \d+ % of cases|same words answered|seconds after the question/

/** True where a message is, or might be, an answer to a probe. */
function speaksOf(ledger: Ledger, hash: string, probe: string): boolean {
  return (
    ledger.matches.attributions(hash).some((attribution) => attribution.probe === probe) ||
    (ledger.matches.get(hash)?.candidates.some((candidate) => candidate.probe === probe) ?? false)
  )
}

/** Lives an edition through: everything sent, every genuine answer in the mailbox. */
async function live(study: Study, ledger: Ledger, seed: number) {
  const probes = planProbes(study, EDITION, ledger, 0, () => 'f0'.repeat(32))
  ledger.editions.move(EDITION, 'running', 0)
  const market = createMarket({ ...study, seed, editions: [EDITION], bias: null })
  market.announce(probes)
  const genuine = new Map<string, string>()
  const truths = []
  for (const probe of probes) {
    const at = probe.dueAt
    const messageId = `<${probe.id.replaceAll('/', '.')}@post.example>`
    ledger.probes.move(probe.id, 'planned', 'sending', { at, by: 'forge', messageId })
    ledger.probes.move(probe.id, 'sending', 'sent', { at, by: 'forge', sentAt: at + 700 })
    if (market.refuses(probe.recipient)) continue
    const { mail, fromName, fromAddress, recipient, replyAddress } = probe
    const received = { acceptedAt: at + 700, envelopeFrom: replyAddress, recipient, messageId, fromName, fromAddress }
    const whole = { ...received, replyTo: replyAddress, subject: mail.subject, text: mail.text, headers: '' }
    for (const { raw, truth } of await market.receive(whole)) {
      ingest(ledger, raw, truth.at, truth.at)
      truths.push(truth)
      if (truth.kind === 'reply') genuine.set(probe.id, raw.toString('latin1'))
    }
  }
  const end = Math.max(...probes.map(({ dueAt }) => dueAt)) + 40 * DAY_MS
  return { genuine, truths, end }
}

/**
 * The forger's choice for a brand: an answered probe, so that a wrong answer before the right one would show.
 * @param silent an unanswered one instead, which a report could take out of the count
 */
function targetOf(
  study: Study,
  ledger: Ledger,
  brandId: string,
  genuine: ReadonlyMap<string, string>,
  silent: boolean,
): Target {
  const probes = ledger.probes.ofBrand(EDITION, brandId)
  const probe = probes.find(({ id }) => genuine.has(id) !== silent) ?? probes[0]!
  const others = probes.filter(({ id }) => id !== probe.id)
  const sibling = others.find(({ id }) => genuine.has(id)) ?? others[0] ?? probe
  const brand = study.brands.find(({ id }) => id === brandId)!
  const rival = study.brands.find(({ id, domains }) => id !== brandId && practiceOf(domains[0] ?? '') === 'dmarc')!
  // What the brand wrote: our server's three lines above it are another's to write.
  const bytes = genuine.get(sibling.id)
  const written = bytes?.slice(bytes.indexOf('\r\n', bytes.indexOf('\r\nReceived:') + 2) + 2) ?? null
  return { brand, probe: probe as Target['probe'], sibling: sibling as Target['sibling'], rival, genuine: written }
}

/** Runs every forgery against every brand. */
export async function runForge(options: ForgeOptions): Promise<ForgeSummary> {
  const parts = options.parts ?? serviceParts
  const study = await smallStudy(options)
  const folder = mkdtempSync(join(tmpdir(), 'replymark-forge-'))
  const base = openLedger(join(folder, 'base.sqlite'), { evidenceKey: null, now: () => 0 })
  try {
    const { genuine, truths, end } = await live(study, base, options.seed)
    await process(study, base, end, parts)
    const before = indices(base)
    const marksBefore = marksOf(base)
    const answered = new Map(
      base.matches
        .exchanges(EDITION)
        .map(({ probe, messages }) => [probe.id, messages.map(({ message }) => message.hash)]),
    )
    const replies = truths.filter(({ kind, from }) => kind === 'reply' && from === 'brand')
    const waiting = replies.filter(({ hash }) => base.matches.get(hash)?.outcome !== 'matched')
    const results: ForgeryResult[] = []
    const { brands } = study.editions[0]!
    for (const [number, [forgery, forge]] of Object.entries(FORGERIES).entries()) {
      const file = join(folder, `${number}.sqlite`)
      await base.backup(file)
      const ledger = openLedger(file, { evidenceKey: null, now: () => 0 })
      try {
        const attacks = new Map(
          brands.map((brand) => {
            const target = targetOf(study, ledger, brand, genuine, forgery.includes('fake listing'))
            const hashes = forge(target).map(({ raw, at }) => ingest(ledger, Buffer.from(raw, 'latin1'), at, end))
            return [brand, { hashes }] as const
          }),
        )
        const hashes = [...attacks.values()].flatMap((attack) => attack.hashes)
        await process(study, ledger, end, parts)
        const after = indices(ledger)
        const reviews = ledger.reviews.open({ edition: EDITION })
        const changed = brands.filter((brand) => !Object.is(after.get(brand), before.get(brand)))
        const known = new Set(base.reviews.open({ edition: EDITION }).map(({ id }) => id))
        const marksAfter = marksOf(ledger)
        // Every probe whose mark is another one needs a question of its own, about a message of that probe, that says what is wrong.
        const told = (brand: string) => {
          const attack = attacks.get(brand)!
          const moved = [...marksAfter].filter(
            ([probe, mark]) => probe.split('/')[1] === brand && !Object.is(mark, marksBefore.get(probe)),
          )
          return moved.every(([probe]) => {
            const messages = new Set(answered.get(probe) ?? [])
            const forgedForIt = attack.hashes.filter((hash) => speaksOf(ledger, hash, probe))
            for (const hash of forgedForIt) messages.add(hash)
            return reviews.some(
              ({ id, target, reason }) => !known.has(id) && messages.has(target) && NAMES_THE_FAULT.test(reason),
            )
          })
        }
        results.push({
          forgery,
          mails: hashes.length,
          changedWithReview: changed.filter(told).length,
          largestChange: Math.max(0, ...changed.map((one) => Math.abs((after.get(one) ?? 0) - (before.get(one) ?? 0)))),
          changedInSilence: changed.filter((brand) => !told(brand)),
          reviewed: hashes.filter((hash) => reviews.some(({ target }) => target === hash)).length,
        })
      } finally {
        ledger.close()
      }
    }
    const silent = results.flatMap(({ forgery, changedInSilence }) =>
      changedInSilence.map((brand) => `${forgery}: the index of ${brand} changed and nobody is told`),
    )
    const held = waiting.length / Math.max(1, replies.length)
    return {
      brands: brands.length,
      probes: base.probes.ofEdition(EDITION).length,
      replies: replies.length,
      heldUp: waiting.length,
      forgeries: results,
      problems: [
        ...silent,
        ...(replies.length === 0 ? ['no genuine reply came'] : []),
        ...(held > 0.02
          ? [
              `${waiting.length} of ${replies.length} genuine replies are held up, the first because: ${base.matches.get(waiting[0]!.hash)?.reason}`,
            ]
          : []),
      ],
    }
  } finally {
    base.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
