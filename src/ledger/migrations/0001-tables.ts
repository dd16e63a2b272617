/** First migration: all tables. Never edited once released; later changes are files of their own. */
import type { Migration } from './migration.js'

export const tables: Migration = {
  name: '0001-tables',
  sql: `
CREATE TABLE editions (
  id TEXT PRIMARY KEY NOT NULL,
  title TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('configured','planned','running','closed','published')),
  configuration TEXT NOT NULL,
  configuration_hash TEXT NOT NULL,
  planned_at INTEGER NOT NULL,
  closed_at INTEGER,
  published_at INTEGER
) STRICT;

CREATE TABLE probes (
  id TEXT PRIMARY KEY NOT NULL,
  edition TEXT NOT NULL REFERENCES editions (id),
  brand TEXT NOT NULL,
  scenario TEXT NOT NULL,
  persona TEXT NOT NULL,
  variant TEXT NOT NULL,
  account TEXT NOT NULL,
  recipient TEXT NOT NULL,
  recipient_domain TEXT NOT NULL,
  token TEXT NOT NULL UNIQUE,
  due_at INTEGER NOT NULL,
  follows_probe TEXT,
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  language TEXT NOT NULL,
  mail_hash TEXT NOT NULL,
  from_name TEXT NOT NULL,
  from_address TEXT NOT NULL,
  reply_address TEXT NOT NULL,
  message_id TEXT UNIQUE,
  state TEXT NOT NULL,
  state_reason TEXT,
  handed_at INTEGER,
  sent_at INTEGER,
  deferrals INTEGER NOT NULL DEFAULT 0,
  retry_at INTEGER,
  CHECK (state = 'planned' OR state = 'cancelled' OR message_id IS NOT NULL),
  CHECK (state NOT IN ('sent','answered','unanswered','bounced') OR sent_at IS NOT NULL)
) STRICT;
CREATE INDEX probes_by_edition ON probes (edition, brand);
CREATE INDEX probes_by_state ON probes (state, due_at);
CREATE INDEX probes_by_brand ON probes (brand, handed_at);
CREATE INDEX probes_by_domain ON probes (recipient_domain, handed_at);
CREATE INDEX probes_by_account ON probes (account, handed_at);

CREATE TABLE probe_states (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  probe TEXT NOT NULL REFERENCES probes (id) ON DELETE CASCADE,
  from_state TEXT,
  to_state TEXT NOT NULL,
  at INTEGER NOT NULL,
  reason TEXT,
  moved_by TEXT NOT NULL
) STRICT;
CREATE INDEX probe_states_by_probe ON probe_states (probe, sequence);

CREATE TABLE evidence (
  hash TEXT PRIMARY KEY NOT NULL CHECK (length(hash) = 64),
  size INTEGER NOT NULL
) STRICT;
CREATE TABLE evidence_bytes (
  hash TEXT PRIMARY KEY NOT NULL REFERENCES evidence (hash),
  compression TEXT NOT NULL CHECK (compression IN ('zstd','deflate','none')),
  key_id TEXT,
  bytes BLOB NOT NULL
) STRICT;
CREATE TABLE evidence_purges (
  hash TEXT PRIMARY KEY NOT NULL REFERENCES evidence (hash),
  purged_at INTEGER NOT NULL,
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE messages (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  hash TEXT NOT NULL UNIQUE REFERENCES evidence (hash),
  account TEXT NOT NULL,
  folder TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  received_from TEXT NOT NULL CHECK (received_from IN ('internaldate','received-header')),
  size INTEGER NOT NULL,
  ingested_at INTEGER NOT NULL
) STRICT;
CREATE INDEX messages_by_time ON messages (received_at);

CREATE TABLE message_sightings (
  account TEXT NOT NULL,
  folder TEXT NOT NULL,
  uid_validity TEXT NOT NULL,
  uid INTEGER NOT NULL,
  hash TEXT NOT NULL REFERENCES evidence (hash),
  internal_date INTEGER,
  seen_at INTEGER NOT NULL,
  PRIMARY KEY (account, folder, uid_validity, uid)
) STRICT, WITHOUT ROWID;
CREATE INDEX sightings_by_hash ON message_sightings (hash);

CREATE TABLE mailbox_cursors (
  account TEXT NOT NULL,
  folder TEXT NOT NULL,
  uid_validity TEXT NOT NULL,
  last_uid INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (account, folder)
) STRICT;

CREATE TABLE readings (
  message TEXT PRIMARY KEY NOT NULL REFERENCES messages (hash),
  version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  kind_confidence REAL NOT NULL,
  reading TEXT NOT NULL,
  read_at INTEGER NOT NULL
) STRICT;

CREATE TABLE matches (
  message TEXT PRIMARY KEY NOT NULL REFERENCES messages (hash),
  outcome TEXT NOT NULL CHECK (outcome IN ('matched','doubtful','stranger','none')),
  probes TEXT NOT NULL,
  candidates TEXT NOT NULL,
  reason TEXT NOT NULL,
  matched_at INTEGER NOT NULL
) STRICT;

CREATE TABLE exchange_messages (
  probe TEXT NOT NULL REFERENCES probes (id),
  message TEXT NOT NULL REFERENCES messages (hash),
  role TEXT NOT NULL CHECK (role IN ('answer','stranger')),
  decided_by TEXT NOT NULL CHECK (decided_by IN ('match','review')),
  PRIMARY KEY (probe, message)
) STRICT;
CREATE INDEX exchange_messages_by_message ON exchange_messages (message);

CREATE TABLE assessments (
  edition TEXT NOT NULL REFERENCES editions (id),
  variant TEXT NOT NULL,
  probe TEXT NOT NULL REFERENCES probes (id),
  grid_hash TEXT NOT NULL,
  mark REAL,
  assessment TEXT NOT NULL,
  input_hash TEXT,
  computed_at INTEGER NOT NULL,
  PRIMARY KEY (edition, variant, probe)
) STRICT;
CREATE INDEX assessments_by_probe ON assessments (probe);

CREATE TABLE standings (
  edition TEXT NOT NULL REFERENCES editions (id),
  variant TEXT NOT NULL,
  brand TEXT NOT NULL,
  rank INTEGER,
  mark_index REAL,
  standing TEXT NOT NULL,
  computed_at INTEGER NOT NULL,
  PRIMARY KEY (edition, variant, brand)
) STRICT;

CREATE TABLE analyses (
  edition TEXT NOT NULL REFERENCES editions (id),
  variant TEXT NOT NULL,
  name TEXT NOT NULL,
  result TEXT NOT NULL,
  computed_at INTEGER NOT NULL,
  PRIMARY KEY (edition, variant, name)
) STRICT;

CREATE TABLE seals (
  edition TEXT PRIMARY KEY NOT NULL REFERENCES editions (id),
  root TEXT NOT NULL,
  seal TEXT NOT NULL,
  sealed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE review_items (
  id TEXT PRIMARY KEY NOT NULL,
  subject TEXT NOT NULL,
  target TEXT NOT NULL,
  edition TEXT,
  brand TEXT,
  reason TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  opened_by TEXT NOT NULL,
  withdrawn_at INTEGER
) STRICT;
CREATE UNIQUE INDEX review_items_by_target ON review_items (subject, target);
CREATE INDEX review_items_by_edition ON review_items (edition, brand);

CREATE TABLE review_decisions (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  item TEXT NOT NULL REFERENCES review_items (id),
  decision TEXT NOT NULL CHECK (decision IN ('accept','overrule','dismiss')),
  replacement TEXT,
  comment TEXT NOT NULL,
  decided_at INTEGER NOT NULL,
  decided_by TEXT NOT NULL
) STRICT;
CREATE INDEX review_decisions_by_item ON review_decisions (item, sequence);

CREATE TABLE audit_log (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  target TEXT NOT NULL,
  details TEXT
) STRICT;
CREATE INDEX audit_log_by_target ON audit_log (target);

CREATE TABLE settings (
  name TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE history_rows (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  series TEXT NOT NULL,
  year INTEGER NOT NULL,
  brand TEXT NOT NULL,
  printed_name TEXT NOT NULL,
  sector TEXT,
  rank INTEGER,
  sector_rank INTEGER,
  score REAL,
  figures TEXT NOT NULL,
  source TEXT NOT NULL,
  imported_at INTEGER NOT NULL
) STRICT;
CREATE INDEX history_rows_by_brand ON history_rows (brand, year);
CREATE INDEX history_rows_by_year ON history_rows (year);
`,
}
