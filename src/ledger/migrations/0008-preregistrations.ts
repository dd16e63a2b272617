/**
 * Eighth migration: what was fixed of each edition before its first e-mail. It may be replaced while nothing was sent, as its plan
 * may, and never changes afterwards.
 */
import type { Migration } from './migration.js'

const UNDER_WAY = "EXISTS (SELECT 1 FROM editions WHERE id = OLD.edition AND state NOT IN ('configured', 'planned'))"
const MESSAGE = 'what was fixed before the first e-mail never changes'

export const preregistrations: Migration = {
  name: '0008-preregistrations',
  sql: `
CREATE TABLE preregistrations (
  edition TEXT PRIMARY KEY NOT NULL REFERENCES editions (id),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  preregistration TEXT NOT NULL,
  fixed_at INTEGER NOT NULL
) STRICT;
CREATE TRIGGER preregistrations_update BEFORE UPDATE ON preregistrations WHEN ${UNDER_WAY}
BEGIN SELECT RAISE(ABORT, 'replymark: ${MESSAGE}'); END;
CREATE TRIGGER preregistrations_delete BEFORE DELETE ON preregistrations WHEN ${UNDER_WAY}
BEGIN SELECT RAISE(ABORT, 'replymark: ${MESSAGE}'); END;
`,
}
