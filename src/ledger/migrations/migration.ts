/** What a migration is: SQL that runs once, in one transaction, in the order of the registry. */

/** One step of the ledger's schema. */
export interface Migration {
  /** `NNNN-subject`, equal to the file name; sorts in the order of application. */
  readonly name: string
  /** SQL statements. */
  readonly sql: string
}
