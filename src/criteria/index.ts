/** The only registry of criteria, in the order in which pages and documents list them. */
import { acknowledgement } from './acknowledgement.js'
import { answer } from './answer.js'
import type { AnyCriterion, CriterionRegistry } from './criterion.js'
import { grammar } from './grammar.js'
import { replyDelay } from './reply-delay.js'
import { spelling } from './spelling.js'

/** Every criterion. */
export const criteria: readonly AnyCriterion[] = [answer, replyDelay, acknowledgement, spelling, grammar]

/** Every criterion by id. */
export const criterionById: CriterionRegistry = new Map(criteria.map((criterion) => [criterion.meta.id, criterion]))
