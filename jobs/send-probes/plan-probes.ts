/** Plans an edition into the ledger: its frozen configuration and its probes, in one transaction. Same study, same seed, same probes. */
import { composeProbes } from '../../src/composing/compose-probes.js'
import { ReplymarkError } from '../../src/domain/error.js'
import type { Probe } from '../../src/domain/probe.js'
import type { Study } from '../../src/domain/study.js'
import type { Instant } from '../../src/domain/time.js'
import type { Ledger } from '../../src/ledger/ledger.js'
import { planEdition } from '../../src/planning/plan-edition.js'
import { editionConfiguration, editionOf } from '../../src/study/edition-configuration.js'

/** Every probe of an edition as it would be sent, without a ledger being changed. Probes of other editions count for gaps and caps. */
export function probesOf(study: Study, editionId: string, ledger: Ledger | null): readonly Probe[] {
  const edition = editionOf(study, editionId)
  const others = ledger ? ledger.editions.list().filter((stored) => stored.id !== editionId) : []
  const existing = others.flatMap((stored) => ledger?.probes.ofEdition(stored.id) ?? [])
  return composeProbes(planEdition({ study, edition, existing }), study)
}

/**
 * Stores an edition's plan. An edition from which nothing was sent is planned anew.
 * @throws ReplymarkError `configuration` (impossible plan), `conflict` (already running), `usage` (unknown edition)
 */
export function planProbes(study: Study, editionId: string, ledger: Ledger, now: Instant): readonly Probe[] {
  const probes = probesOf(study, editionId, ledger)
  if (probes.length === 0)
    throw new ReplymarkError('configuration', `Edition ${editionId} has no probe: every brand opted out`, {
      place: { file: 'study.yaml' },
      hint: 'Look at `limits.optOut`.',
    })
  ledger.transaction(() => {
    ledger.editions.plan(editionConfiguration(study, editionOf(study, editionId)), now)
    ledger.probes.removePlanned(editionId)
    ledger.probes.add(probes, now)
  })
  return probes
}
