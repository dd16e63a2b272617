/**
 * Seventh migration: what was published of an edition, revision by revision: the manifest of its files with its signature and its
 * time-stamp. Only added to.
 */
import type { Migration } from './migration.js'

export const publications: Migration = {
  name: '0007-publications',
  sql: `
CREATE TABLE publications (
  edition TEXT NOT NULL REFERENCES editions (id),
  revision INTEGER NOT NULL,
  publication TEXT NOT NULL,
  written_at INTEGER NOT NULL,
  PRIMARY KEY (edition, revision)
) STRICT;
CREATE TRIGGER publications_update BEFORE UPDATE ON publications
BEGIN SELECT RAISE(ABORT, 'replymark: what was published stays written down'); END;
CREATE TRIGGER publications_delete BEFORE DELETE ON publications
BEGIN SELECT RAISE(ABORT, 'replymark: what was published stays written down'); END;
`,
}
