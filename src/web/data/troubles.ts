/** What does not work of sending, clocks and assessment, as the ledger keeps it: for the page of health, Problems and /metrics. */
import type { Instant } from '../../domain/time.js'
import {
  assessmentFailureSetting,
  clockSetting,
  type KeptFailure,
  keptFailure,
  MATCHING_FAILURE_SETTING,
  sendingFailureSetting,
} from '../../ledger/settings.js'
import type { WebDependencies } from '../dependencies.js'

/** One sending account. */
export interface SendingHealth {
  readonly account: string
  /** Null where it works, or was not tried yet. */
  readonly failure: KeptFailure | null
  /** When it handed a mail over last; null before the first. */
  readonly lastHandedAt: Instant | null
  /** Milliseconds by which our clock is ahead of its servers; null where none tells the time. */
  readonly clockAheadMs: number | null
}

/** Every sending account of the study. */
export function readSending({ ledger, sendingAccounts }: WebDependencies): readonly SendingHealth[] {
  return sendingAccounts.map(({ id }) => {
    const ahead = ledger.settings.get(clockSetting(id))
    return {
      account: id,
      failure: keptFailure(ledger.settings, sendingFailureSetting(id)),
      lastHandedAt: ledger.probes.handedByAccount(id, 0).last,
      clockAheadMs: typeof ahead === 'number' ? ahead : null,
    }
  })
}

/** Why an edition was not assessed in the last round; null where it was. */
export function assessmentFailure({ ledger }: WebDependencies, edition: string): KeptFailure | null {
  return keptFailure(ledger.settings, assessmentFailureSetting(edition))
}

/** Why messages were not matched in the last round; null where all were. */
export function matchingFailure({ ledger }: WebDependencies): KeptFailure | null {
  return keptFailure(ledger.settings, MATCHING_FAILURE_SETTING)
}
