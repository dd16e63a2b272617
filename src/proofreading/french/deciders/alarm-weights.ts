/** Weights of signs, as `npm run train -- french-alarms` fits them; generated, do not edit. */

/** For every rule: with a decider's support (base, slope of the support), and without. */
export const RULE_WEIGHTS = {
  base: 2.6,
  slope: 0.35,
  alone: 2.9,
}

/** What a rule adds to that, where enough was judged to say. */
export const RULE_OFFSETS: Readonly<Record<string, number>> = {}

/** Deciders' own alarms: logarithm of odds over the margin, by task. */
export const DECIDER_CURVES: Readonly<Record<string, { readonly offset: number; readonly slope: number }>> = {
  determiner: {
    offset: -5.899,
    slope: 0.473,
  },
  ending: {
    offset: -2.604,
    slope: 0.327,
  },
  gender: {
    offset: -2.918,
    slope: 0.365,
  },
  homophone: {
    offset: -4.058,
    slope: 0.314,
  },
  number: {
    offset: -3.442,
    slope: 0.375,
  },
  person: {
    offset: -3.229,
    slope: 0.327,
  },
}
