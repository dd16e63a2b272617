/** Weights of signs, as `npm run train -- french-alarms` fits them; generated but for the rules' own weights, which stand for verdicts by reading (test/accuracy/verdicts). */

/** For every rule: with a decider's support (base, slope of the support), and without. */
export const RULE_WEIGHTS = {
  base: 4,
  slope: 0.35,
  alone: 2.9,
}

/** What a rule adds to that, where enough was judged to say. */
export const RULE_OFFSETS: Readonly<Record<string, number>> = {
  'a-for-à': -1.46,
  'attribute-agreement': 0.43,
  'bare-adjective-noun-agreement': -1.5,
  'determiner-before-verb': -0.65,
  'determiner-noun-agreement': 0.3,
  'doubled-word': 0.6,
  'fixed-number': 0.6,
  'homophone-in-idiom': -0.6,
  'infinitive-after-modal': 0.56,
  'lequel-agreement': -1.05,
  'missing-contraction': 0.33,
  'missing-elision': -1.34,
  'noun-adjective-agreement': -0.91,
  'noun-verb-agreement': -0.54,
  'participle-number': 0.6,
  'plural-after-figure': 0.33,
  'pronoun-verb-agreement': 0.6,
  'quel-agreement': 0.33,
  'relative-qui-verb-agreement': -0.36,
  'set-phrase-word': -0.6,
  'subjunctive-expected': -0.6,
  'tout-agreement': -1.5,
}

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
