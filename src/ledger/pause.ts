/** Editions whose sending an operator has paused: a setting in the ledger, so that it outlives the process. */
import type { Instant } from '../domain/time.js'
import type { Ledger } from './ledger.js'

function settingOf(edition: string): string {
  return `paused/${edition}`
}

/** True while no probe of the edition may be sent. */
export function isPaused(ledger: Ledger, edition: string): boolean {
  return ledger.settings.get(settingOf(edition)) === true
}

/** Pauses the sending of an edition, or lets it go on. Answers are received all the same. */
export function setPaused(ledger: Ledger, edition: string, paused: boolean, at: Instant): void {
  ledger.settings.set(settingOf(edition), paused, at)
}
