/**
 * Whose making a refusal is: the sender's (listed host, authentication, limits, the account, the letter itself) or the recipient's.
 * A brand that never got the question because of us cannot be called silent (docs/methodology.en.md §2).
 */
import { decideReason } from './decide-reason.js'
import { REASONS_OF_MESSAGE } from './reasons-of-message.js'
import { REASONS_OF_SENDER } from './reasons-of-sender.js'
import { chooseStatus, replyCodeIn } from './status-code.js'

/** Reasons told of the message that lie with the way to the brand or with its servers: time, network, their own faults. */
const OF_THE_WAY: readonly string[] = ['expired', 'network-error', 'system-error']

const OWN: ReadonlySet<string> = new Set(
  [...REASONS_OF_SENDER, ...REASONS_OF_MESSAGE].map(({ id }) => id).filter((id) => !OF_THE_WAY.includes(id)),
)

/** True for a reason of a bounce that lies with the sender. */
export function isOfOwnMaking(reason: string): boolean {
  return OWN.has(reason)
}

/** Reason of our own making in a server's words to a refused mail; null where the words name none. */
export function ownReasonIn(response: string): string | null {
  const { reason } = decideReason({
    diagnostic: response,
    status: chooseStatus(null, response),
    replyCode: replyCodeIn(response),
    command: null,
  })
  return isOfOwnMaking(reason) ? reason : null
}
