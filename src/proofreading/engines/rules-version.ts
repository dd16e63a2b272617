/** Version of our own rules, part of the engine's identity: raised when the same text may be judged differently. */
export const RULES_VERSION = 5
