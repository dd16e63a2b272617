/** The only registry of migrations, in the order in which they are applied. A new one goes at the end. */
import { tables } from './0001-tables.js'
import { guards } from './0002-guards.js'
import { erasures } from './0003-erasures.js'
import { planSecrets } from './0004-plan-secrets.js'
import { erasedProofs } from './0005-erased-proofs.js'
import { undelivered } from './0006-undelivered.js'
import { publications } from './0007-publications.js'
import { preregistrations } from './0008-preregistrations.js'
import { auditChain } from './0009-audit-chain.js'
import { amendments } from './0010-amendments.js'
import type { Migration } from './migration.js'

/** Every migration, oldest first. */
export const MIGRATIONS: readonly Migration[] = [
  tables,
  guards,
  erasures,
  planSecrets,
  erasedProofs,
  undelivered,
  publications,
  preregistrations,
  auditChain,
  amendments,
]
