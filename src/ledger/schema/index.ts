/** All tables of the ledger, as Drizzle describes them; `../migrations/` creates them, and a test compares the two. */
export * from './editions.js'
export * from './messages.js'
export * from './reviews.js'
