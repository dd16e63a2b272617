/**
 * Fixes plan, grid, hypotheses and analysis of an edition before its first e-mail, and finds by itself in what the edition was done
 * otherwise (Nosek et al. 2018, The preregistration revolution, PNAS 115(11)). Pure.
 */
import type { StoredAmendment } from '../domain/amendment.js'
import type { EditionConfiguration } from '../domain/configuration.js'
import type { Deviation, Preregistration } from '../domain/preregistration.js'
import type { Probe } from '../domain/probe.js'
import { DAY_MS } from '../domain/time.js'
import type { Ledger } from '../ledger/ledger.js'
import type { StoredPreregistration } from '../ledger/preregistrations.js'
import { commitmentOf } from '../planning/plan-secret.js'
import { INDEX_PRECISION } from '../ranking/competition-rank.js'
import { EQUAL_TREATMENT_LEVEL, SECTOR_LEVEL, SHUFFLES, SMALLEST_EFFECT } from '../ranking/equal-treatment.js'
import { WEIGHTINGS } from '../ranking/sensitivity.js'
import { DEFAULT_DRAWS, JOINT_LEVEL, MOVEMENT_LEVEL } from '../ranking/standings.js'
import { hashOf } from './seal.js'

/** Attributes of personas that are compared, in order: gender and age group always are. */
function attributesOf({ personas }: EditionConfiguration): string {
  const own = personas.flatMap(({ attributes }) => Object.keys(attributes))
  return [...new Set(['gender', 'age-group', ...own])].toSorted().join(', ')
}

/** Options of the analysis as this version of the program has them. */
function analysisOf(configuration: EditionConfiguration): Preregistration['analysis'] {
  return {
    'index-precision': INDEX_PRECISION,
    'bootstrap-draws': DEFAULT_DRAWS,
    'rank-interval-joint-level': JOINT_LEVEL,
    'movement-false-discovery-rate': MOVEMENT_LEVEL,
    'equal-treatment-attributes': attributesOf(configuration),
    'equal-treatment-level': EQUAL_TREATMENT_LEVEL,
    'equal-treatment-level-in-sectors': SECTOR_LEVEL,
    'equal-treatment-smallest-effect': SMALLEST_EFFECT,
    'equal-treatment-permutations': SHUFFLES,
    weightings: WEIGHTINGS,
    seed: configuration.edition.seed,
    ...Object.fromEntries(
      Object.entries(configuration.proofreading.engine).map(([language, engine]) => [
        `proofreader-${language}`,
        engine,
      ]),
    ),
  }
}

/** Hash over planned e-mails, in hex; what becomes of them does not change it. */
function planHash(probes: readonly Probe[]): string {
  const planned = probes.map((probe) => ({
    id: probe.id,
    persona: probe.persona,
    variant: probe.variant,
    account: probe.account,
    recipient: probe.recipient,
    token: probe.token,
    dueAt: probe.dueAt,
    followsProbe: probe.followsProbe,
    mail: probe.mail.hash,
    from: [probe.fromName, probe.fromAddress, probe.replyAddress],
  }))
  return hashOf(planned.toSorted((one, other) => (one.id < other.id ? -1 : 1)))
}

/** What is fixed of an edition. */
export function preregistrationOf(configuration: EditionConfiguration, probes: readonly Probe[]): Preregistration {
  const { study, edition, grid, planCommitment } = configuration
  return {
    format: 'replymark-preregistration-1',
    study: study.id,
    edition: edition.id,
    secretHash: planCommitment ?? null,
    planHash: planHash(probes),
    probes: probes.length,
    brands: new Set(probes.map(({ brand }) => brand)).size,
    grid: { id: grid.id, version: grid.version, hash: grid.hash },
    configurationHash: hashOf(configuration),
    sendFrom: edition.sendFrom,
    sendUntil: edition.sendUntil,
    answerWindowDays: edition.answerWindowDays,
    hypotheses: edition.hypotheses ?? [],
    analysis: analysisOf(configuration),
  }
}

/** Hash of a preregistration, in hex: SHA-256 of its canonical JSON. */
export function preregistrationHash(preregistration: Preregistration): string {
  return hashOf(preregistration)
}

/** What an edition is compared with. */
interface EditionAsDone {
  readonly configuration: EditionConfiguration
  readonly probes: readonly Probe[]
  /** How often it was closed. */
  readonly closings: number
  /** Proofreaders that marked it. */
  readonly proofreaders: readonly string[]
  /** What people changed while it ran, oldest first; none by default. */
  readonly amendments?: readonly StoredAmendment[]
  /** Contestations of brands that were upheld; 0 by default. */
  readonly upheld?: number
  /** Findings, kinds and matches that nobody doubted and a person overruled; 0 by default. */
  readonly corrected?: number
}

/** An amendment as it is told: what changed, how many e-mails it touched, when and why. */
function amendmentDeviation(amendment: StoredAmendment, { brands }: EditionConfiguration): Deviation {
  const { change, added, cancelled, voided, restored, moved, at, reason } = amendment
  const [, ofProbe = null, scenario = null] = 'probe' in change ? change.probe.split('/') : []
  const brand = 'brand' in change ? (typeof change.brand === 'string' ? change.brand : change.brand.id) : ofProbe
  const values = 'before' in change && typeof change.before !== 'object' ? change : null
  const touched = new Set([...(added.length > 0 ? added : cancelled), ...voided, ...restored, ...moved])
  return {
    kind: change.kind,
    count: touched.size,
    option: null,
    before: values ? String(values.before) : null,
    now: values ? String(values.after) : null,
    amendment: { at, reason, brand: brand && (brands.find(({ id }) => id === brand)?.name ?? brand), scenario },
  }
}

/**
 * In what an edition was done otherwise than it was fixed, in a fixed order; empty where in nothing. Plan and configuration
 * cannot change once something was sent: the ledger refuses it, and verifying compares their hashes.
 */
export function deviationsOf(fixed: Preregistration, done: EditionAsDone): readonly Deviation[] {
  const { configuration, probes, closings, proofreaders, amendments = [] } = done
  // What an amendment tells is not counted a second time.
  const told = new Set(amendments.flatMap(({ cancelled, moved }) => [...cancelled, ...moved]))
  const isLate = ({ id, sentAt, dueAt }: Probe) => sentAt !== null && sentAt - dueAt > DAY_MS && !told.has(id)
  const analysis = analysisOf(configuration)
  const changed = (kind: Deviation['kind'], before: string, after: string): Deviation[] =>
    before === after ? [] : [{ kind, count: null, option: null, before, now: after }]
  const counted = (kind: Deviation['kind'], count: number): Deviation[] =>
    count === 0 ? [] : [{ kind, count, option: null, before: null, now: null }]
  const inState = (...states: readonly Probe['state'][]) =>
    probes.filter(({ id, state }) => states.includes(state) && !(state === 'cancelled' && told.has(id))).length
  const options = [...new Set([...Object.keys(fixed.analysis), ...Object.keys(analysis)])]
  return [
    ...options
      .filter((option) => fixed.analysis[option] !== analysis[option])
      .map((option): Deviation => {
        const text = (value: number | string | undefined) => (value === undefined ? null : String(value))
        return {
          kind: 'analysis',
          count: null,
          option,
          before: text(fixed.analysis[option]),
          now: text(analysis[option]),
        }
      }),
    ...changed('grid', fixed.grid.hash, configuration.grid.hash),
    ...amendments.map((amendment) => amendmentDeviation(amendment, configuration)),
    ...counted('contestations-upheld', done.upheld ?? 0),
    ...counted('corrected', done.corrected ?? 0),
    ...counted('cancelled', inState('cancelled')),
    ...counted('undelivered', inState('undelivered', 'refused')),
    ...counted('uncertain', inState('uncertain', 'sending')),
    // Only once the days of sending are over is one that still waits a deviation.
    ...counted('not-sent', configurationEnded(done) ? inState('planned') : 0),
    ...counted('late', probes.filter(isLate).length),
    ...counted('closed-again', Math.max(0, closings - 1)),
    ...(proofreaders.length > 1
      ? [
          {
            kind: 'proofreaders' as const,
            count: proofreaders.length,
            option: null,
            before: null,
            now: proofreaders.join(', '),
          },
        ]
      : []),
  ]
}

/** True where it was closed once: nothing of it is sent any more. */
function configurationEnded({ closings }: EditionAsDone): boolean {
  return closings > 0
}

/** The probes of an edition as it was planned: without those that amendments added. */
export function plannedProbes(ledger: Ledger, edition: string): readonly Probe[] {
  const added = new Set(ledger.amendments.ofEdition(edition).flatMap((amendment) => amendment.added))
  return ledger.probes.ofEdition(edition).filter(({ id }) => !added.has(id))
}

/** How often an edition was closed, by the audit log. */
export function closingsOf(ledger: Ledger, edition: string): number {
  return ledger.audit.ofTarget(`edition ${edition}`).filter(({ action }) => action === 'close-edition').length
}

/**
 * What is wrong with a stored preregistration, one sentence; null where it is what the ledger gives.
 * @param secret of the plan; null where there is none
 */
export function preregistrationDifference(
  { hash, preregistration }: StoredPreregistration,
  configuration: EditionConfiguration,
  probes: readonly Probe[],
  secret: string | null,
): string | null {
  if (preregistrationHash(preregistration) !== hash) return 'the preregistration is not the one of its hash'
  const { study, edition, secretHash } = preregistration
  if (study !== configuration.study.id || edition !== configuration.edition.id)
    return 'the preregistration is of another edition'
  if (planHash(probes) !== preregistration.planHash)
    return 'the e-mails of the plan are not those whose hash was fixed before the first one'
  if (configuration.grid.hash !== preregistration.grid.hash)
    return 'the grid is not the one whose hash was fixed before the first e-mail'
  if (hashOf(configuration) !== preregistration.configurationHash)
    return 'the configuration is not the one whose hash was fixed before the first e-mail'
  if (secretHash !== null && (secret === null || commitmentOf(secret) !== secretHash))
    return 'the secret of the plan is not the one whose hash was fixed before the first e-mail'
  return null
}
