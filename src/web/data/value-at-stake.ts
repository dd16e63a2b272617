/** Value at stake (docs/methodology.en.md §7): a brand's own figures times the share of mails without an answer. Nothing of it is stored. */

/** What a brand fills in. */
export interface StakeFigures {
  /** Customers who write in a year. */
  readonly customers: number
  /** Mean basket in euros. */
  readonly basket: number
  /** Purchases a year. */
  readonly frequency: number
  /** Years a customer stays. */
  readonly years: number
}

/** Reads the figures from a query; null where one is missing or no number of 0 or more. */
export function readStake(query: (name: string) => string | undefined): StakeFigures | null {
  const names = ['customers', 'basket', 'frequency', 'years'] as const
  const values = names.map((name) => Number(query(name) || Number.NaN))
  if (values.some((value) => !Number.isFinite(value) || value < 0)) return null
  const [customers = 0, basket = 0, frequency = 0, years = 0] = values
  return { customers, basket, frequency, years }
}

/** Euros at stake in a year's customers. */
export function valueAtStake(figures: StakeFigures, responseRate: number): number {
  return figures.customers * figures.basket * figures.frequency * figures.years * (1 - responseRate)
}
