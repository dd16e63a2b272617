/** What the files of a study say that does not hold of its editions under way: told by `check`, `run` and `edition show`. */
import type { EditionConfiguration } from '../domain/configuration.js'
import type { Study } from '../domain/study.js'
import { amendCommand, type PlanDifference, planDifferences } from '../editions/amend/plan-differences.js'
import type { StoredEdition } from '../ledger/editions.js'
import type { Ledger } from '../ledger/ledger.js'
import { editionConfiguration, editionOf } from '../study/edition-configuration.js'

/** What the files of today make of an edition. @throws ReplymarkError `usage` where study.yaml has it no longer */
export function filesConfiguration(study: Study, edition: string): EditionConfiguration {
  return editionConfiguration(study, editionOf(study, edition), '')
}

/** Differences between the files and an edition; none where study.yaml has it no longer, or it is published. */
export function differencesOf(study: Study, edition: StoredEdition): readonly PlanDifference[] {
  if (edition.state === 'published' || !study.editions.some(({ id }) => id === edition.id)) return []
  return planDifferences(edition.configuration, filesConfiguration(study, edition.id))
}

/** One line a difference, with what brings it into force. */
export function notInForceLines(study: Study, ledger: Ledger, edition: string): readonly string[] {
  const stored = ledger.editions.require(edition)
  const differences = differencesOf(study, stored)
  if (differences.length === 0) return []
  if (stored.state === 'planned' || stored.state === 'configured')
    return [
      `Edition ${edition} was planned from other files (${differences.map(({ what }) => what).join('; ')}): run \`replymark plan --edition ${edition}\` again.`,
    ]
  return differences.map((one) => {
    const command = amendCommand(edition, one)
    return `Not in force for ${edition}: ${one.what}. ${command ? `To bring it into force: \`${command}\`.` : 'It holds from the next edition on.'}`
  })
}

/** The same for every edition of a study. */
export function allNotInForce(study: Study, ledger: Ledger): readonly string[] {
  return ledger.editions.list().flatMap(({ id }) => notInForceLines(study, ledger, id))
}
