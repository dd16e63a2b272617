/**
 * Plans an edition into the ledger: its frozen configuration, the secret of its plan and its probes, in one transaction. Same
 * study, seed and secret: same probes.
 */
import { randomBytes } from 'node:crypto'
import { composeProbes } from '../../src/composing/compose-probes.js'
import { ReplymarkError } from '../../src/domain/error.js'
import type { Probe } from '../../src/domain/probe.js'
import type { Study } from '../../src/domain/study.js'
import type { Instant } from '../../src/domain/time.js'
import { preregistrationHash, preregistrationOf } from '../../src/editions/preregistration.js'
import type { Ledger } from '../../src/ledger/ledger.js'
import { planEdition } from '../../src/planning/plan-edition.js'
import { commitmentOf, SECRET_BYTES } from '../../src/planning/plan-secret.js'
import { editionConfiguration, editionOf } from '../../src/study/edition-configuration.js'

/** A new secret for a plan, 32 random bytes in hex. */
export function newPlanSecret(): string {
  return randomBytes(SECRET_BYTES).toString('hex')
}

/**
 * Every probe of an edition as it would be sent, without a ledger being changed. Probes of other editions count for gaps and caps.
 * @param secret of the plan
 */
export function probesOf(study: Study, editionId: string, ledger: Ledger | null, secret: string): readonly Probe[] {
  const edition = editionOf(study, editionId)
  const others = ledger ? ledger.editions.list().filter((stored) => stored.id !== editionId) : []
  const existing = others.flatMap((stored) => ledger?.probes.ofEdition(stored.id) ?? [])
  return composeProbes(planEdition({ study, edition, secret, existing }), study)
}

/**
 * Stores an edition's plan. An edition from which nothing was sent is planned anew, with the secret it has.
 * @param makeSecret gives the secret of an edition that has none; random where nothing else is said
 * @throws ReplymarkError `configuration` (impossible plan), `conflict` (already running), `usage` (unknown edition)
 */
export function planProbes(
  study: Study,
  editionId: string,
  ledger: Ledger,
  now: Instant,
  makeSecret: (edition: string) => string = newPlanSecret,
): readonly Probe[] {
  const secret = ledger.editions.planSecret(editionId) ?? makeSecret(editionId)
  const probes = probesOf(study, editionId, ledger, secret)
  if (probes.length === 0)
    throw new ReplymarkError('configuration', `Edition ${editionId} has no probe: every brand opted out`, {
      place: { file: 'study.yaml' },
      hint: 'Look at `limits.optOut`.',
    })
  ledger.transaction(() => {
    const configuration = editionConfiguration(study, editionOf(study, editionId), commitmentOf(secret))
    ledger.editions.plan(configuration, now, secret)
    ledger.probes.removePlanned(editionId)
    ledger.probes.add(probes, now)
    const preregistration = preregistrationOf(configuration, probes)
    ledger.preregistrations.store(preregistration, preregistrationHash(preregistration), now)
  })
  return probes
}
