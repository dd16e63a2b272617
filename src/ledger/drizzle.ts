/**
 * What the ledger uses of Drizzle, in one place: the build bundles this file. Drizzle's package.json has 180 kB and Node.js reads
 * it anew for each of its hundred files, which took every process 100 MB and a third of a second.
 */
export {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  max,
  min,
  ne,
  or,
  sql,
} from 'drizzle-orm'
export { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
export {
  blob,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
