/**
 * The secret of each edition's plan, in a table of its own that no query of pages or reports reads. It never changes: its hash is
 * part of the frozen configuration. Editions planned before have none and keep their plan.
 */
import type { Migration } from './migration.js'

export const planSecrets: Migration = {
  name: '0004-plan-secrets',
  sql: `
CREATE TABLE plan_secrets (
  edition TEXT PRIMARY KEY NOT NULL REFERENCES editions (id),
  secret TEXT NOT NULL CHECK (length(secret) = 64),
  made_at INTEGER NOT NULL
) STRICT;
CREATE TRIGGER plan_secrets_update BEFORE UPDATE ON plan_secrets
BEGIN SELECT RAISE(ABORT, 'replymark: the secret of a plan never changes'); END;
CREATE TRIGGER plan_secrets_delete BEFORE DELETE ON plan_secrets
BEGIN SELECT RAISE(ABORT, 'replymark: the secret of a plan is kept'); END;
`,
}
