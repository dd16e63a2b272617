/** What happens in one run of the fault harness, drawn from its seed: servers' behaviour, answers, kills and faults. */
import type { FaultPoint } from '../../src/mail/fault-points.js'
import { type Dice, diceOf } from './dice.js'

/** What the brand's server does with one attempt to hand a mail over. */
export type SmtpScript =
  | { readonly do: 'accept' }
  | { readonly do: 'refuse'; readonly at: 'MAIL' | 'RCPT' | 'DATA'; readonly code: number }
  /** `dot-kept`: the server keeps the mail and its answer is lost. `dot-dropped`: it does not. */
  | { readonly do: 'cut' | 'silence'; readonly at: 'RCPT' | 'content' | 'dot-kept' | 'dot-dropped' }

/** What a brand answers. `twice`: the same mail delivered two times. */
export type Answer = 'reply' | 'receipt-and-reply' | 'twice' | 'bounce' | 'none'

/** When a service is killed. */
export type Kill =
  | { readonly at: 'fault-point'; readonly point: FaultPoint; readonly nth: number }
  | { readonly at: 'time'; readonly milliseconds: number }
  /** `content`: bytes of a mail are on the wire; `dot`: it is whole, and not answered; `fetch`: the mailbox delivers. */
  | { readonly at: 'content' | 'dot' | 'fetch'; readonly nth: number }

/** What else goes wrong while a service lives. */
export const TROUBLES = [
  'ledger-busy',
  'disk-full',
  'clock-forward',
  'clock-back',
  'imap-cut',
  'imap-bye',
  'imap-no',
  'imap-bad',
  'imap-half-open',
  'smtp-half-open',
  'uid-validity',
  'mailbox-emptied',
  'mailbox-moved',
  'folder-renamed',
] as const
/** What goes wrong with Redis and workers. */
export const REDIS_TROUBLES = ['redis-flushed', 'redis-killed', 'redis-failed-over', 'worker-killed'] as const

/** One of them. */
export type Trouble = (typeof TROUBLES)[number] | (typeof REDIS_TROUBLES)[number]

/** One life of the service. */
export interface Life {
  readonly kill: Kill | null
  /** Each after so many milliseconds. */
  readonly troubles: readonly { readonly trouble: Trouble; readonly afterMs: number }[]
  /** After it the ledger of the run's beginning is put back, as from a backup. */
  readonly restored: boolean
}

/** Where a command is killed: at a share (0 to 1) of what it writes to the ledger or to files, or of its time. */
export interface CommandKill {
  readonly at: 'statement' | 'file' | 'time'
  readonly share: number
}

/** One run. */
export interface RunPlan {
  readonly number: number
  readonly seed: number
  readonly kind: 'service' | 'publish' | 'migrate'
  readonly queue: 'embedded' | 'bullmq'
  readonly addressing: 'plus' | 'catch-all'
  readonly threads: number
  readonly probes: readonly {
    readonly smtp: readonly SmtpScript[]
    readonly answer: Answer
    readonly answerAfterMs: number
  }[]
  /** Lives with faults; one without any follows. */
  readonly lives: readonly Life[]
  /** Mails that belong to nobody. */
  readonly strangers: number
  /** The server puts a copy of what it took into the folder of sent mail. */
  readonly sentCopies: boolean
  /** At the end the answer windows run out, and the edition is closed; a number kills the service so many milliseconds later. */
  readonly closing: { readonly killAfterMs: number | null } | null
  /** Kill of runs of another kind than `service`. */
  readonly commandKill: CommandKill
}

function drawSmtp(dice: Dice): readonly SmtpScript[] {
  const draw = (): SmtpScript => {
    const throwAt = dice.number()
    if (throwAt < 0.62) return { do: 'accept' }
    if (throwAt < 0.74)
      return { do: 'refuse', at: dice.pick(['MAIL', 'RCPT', 'DATA']), code: dice.pick([421, 450, 451, 452]) }
    if (throwAt < 0.82)
      return { do: 'refuse', at: dice.pick(['MAIL', 'RCPT', 'DATA']), code: dice.pick([550, 552, 554]) }
    const at = dice.pick(['RCPT', 'content', 'dot-kept', 'dot-dropped'] as const)
    return { do: throwAt < 0.94 ? 'cut' : 'silence', at }
  }
  // At most two refusals in a row: then the server takes it.
  return [draw(), draw(), { do: 'accept' }]
}

function drawKill(dice: Dice): Kill {
  const throwAt = dice.number()
  if (throwAt < 0.4) {
    const point = dice.pick([
      'before-smtp',
      'after-smtp-acceptance',
      'between-fetch-and-commit',
      'after-commit',
    ] as const)
    // Mails go one by one; what comes in is fetched in few batches.
    const sending = point === 'before-smtp' || point === 'after-smtp-acceptance'
    return { at: 'fault-point', point, nth: sending ? dice.between(1, 3) : 1 }
  }
  if (throwAt < 0.7) {
    const at = dice.pick(['content', 'dot', 'fetch'] as const)
    return { at, nth: at === 'fetch' ? 1 : dice.between(1, 3) }
  }
  return { at: 'time', milliseconds: dice.between(100, 2_500) }
}

/** Of so many runs one publishes and one migrates, in turn at each place; an odd number, so that both fall to either queue's turn. */
const COMMANDS_EVERY = 17
const COMMAND_KILLS = ['statement', 'file', 'time'] as const

function drawLives(dice: Dice, troubles: readonly Trouble[]): readonly Life[] {
  const lives = Array.from({ length: dice.chance(0.25) ? 2 : 1 }, () => ({
    kill: dice.chance(0.85) ? drawKill(dice) : null,
    troubles: Array.from({ length: dice.between(0, 3) }, () => ({
      trouble: dice.pick(troubles),
      afterMs: dice.between(0, 1_500),
    })),
    restored: dice.chance(0.08),
  }))
  // What was deleted from the mailbox after a backup is in no other place: a ledger that is put back cannot know of it.
  const lastRestored = lives.findLastIndex(({ restored }) => restored)
  return lives.map((life, number) =>
    number > lastRestored
      ? life
      : { ...life, troubles: life.troubles.filter(({ trouble }) => trouble !== 'mailbox-emptied') },
  )
}

/** Draws run number `number` of a seed. */
export function drawRun(seed: number, number: number, queues: readonly ('embedded' | 'bullmq')[]): RunPlan {
  const own = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b)) >>> 0
  const dice = diceOf(own)
  const queue = queues[number % queues.length] ?? 'embedded'
  const troubles: readonly Trouble[] =
    queue === 'bullmq' ? [...TROUBLES, ...REDIS_TROUBLES, ...REDIS_TROUBLES] : TROUBLES
  return {
    number,
    seed: own,
    kind: number % COMMANDS_EVERY === 5 ? 'publish' : number % COMMANDS_EVERY === 11 ? 'migrate' : 'service',
    queue,
    addressing: dice.pick(['plus', 'catch-all']),
    threads: dice.chance(0.1) ? 1 : 0,
    probes: Array.from({ length: dice.between(4, 8) }, () => ({
      smtp: drawSmtp(dice),
      answer: dice.pick(['reply', 'reply', 'receipt-and-reply', 'twice', 'bounce', 'none'] as const),
      answerAfterMs: dice.between(0, 900),
    })),
    lives: drawLives(dice, troubles),
    strangers: dice.between(0, 2),
    sentCopies: dice.chance(0.3),
    closing: dice.chance(0.3) ? { killAfterMs: dice.chance(0.6) ? dice.between(0, 1_500) : null } : null,
    commandKill: {
      at: COMMAND_KILLS[Math.floor(number / COMMANDS_EVERY) % COMMAND_KILLS.length] ?? 'time',
      share: dice.number(),
    },
  }
}
