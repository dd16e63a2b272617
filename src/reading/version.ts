/** Version of the reading room; stored with every reading, so that a change of the rules shows in re-read editions. */

/** Raised whenever the same bytes may read differently (docs/methodology.en.md §2). */
export const READING_VERSION = 10
