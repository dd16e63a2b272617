/** The only registry of criteria, in the order in which pages and documents list them. */
import { acknowledgement } from './acknowledgement.js'
import { answer } from './answer.js'
import { contact } from './contact.js'
import { courtesy } from './courtesy.js'
import { coverage } from './coverage.js'
import type { AnyCriterion, CriterionRegistry } from './criterion.js'
import { empathy } from './empathy.js'
import { grammar } from './grammar.js'
import { greeting } from './greeting.js'
import { humanOffered } from './human-offered.js'
import { individuality } from './individuality.js'
import { language } from './language.js'
import { recognition } from './recognition.js'
import { reformulation } from './reformulation.js'
import { replyDelay } from './reply-delay.js'
import { replyWithin } from './reply-within.js'
import { resolution } from './resolution.js'
import { signature } from './signature.js'
import { spelling } from './spelling.js'
import { thanks } from './thanks.js'
import { trackingReference } from './tracking-reference.js'

/** Every criterion. */
export const criteria: readonly AnyCriterion[] = [
  answer,
  replyDelay,
  acknowledgement,
  coverage,
  resolution,
  spelling,
  grammar,
  language,
  reformulation,
  individuality,
  recognition,
  greeting,
  thanks,
  courtesy,
  signature,
  contact,
  empathy,
  trackingReference,
  humanOffered,
  replyWithin,
]

/** Every criterion by id. */
export const criterionById: CriterionRegistry = new Map(criteria.map((criterion) => [criterion.meta.id, criterion]))
