/** What goes wrong while a service lives, by name. */
import Database from 'better-sqlite3'
import { HOUR_MS } from '../../src/domain/time.js'
import { WORK_VERSION } from '../../src/queue/work.js'
import type { Child } from './child.js'
import { changeUidValidity, emptyInbox, moveInbox, renameArchive } from './mailbox-troubles.js'
import { pause } from './patience.js'
import type { Trouble } from './plan.js'
import type { Stage } from './stage.js'

/** How long a disk is full or a ledger held, in milliseconds. */
const HELD_MS = 1_500

/** How long Redis is gone, in milliseconds. */
const REDIS_DOWN_MS = 300

/** How long a worker is watched for work that it holds, in milliseconds. */
const WATCHED_MS = 3_000

async function holdLedger({ ledger }: Stage): Promise<void> {
  const other = new Database(ledger.sqlite.name)
  try {
    other.exec('BEGIN IMMEDIATE')
    await pause(HELD_MS)
    other.exec('ROLLBACK')
  } finally {
    other.close()
  }
}

async function fillDisk(stage: Stage, child: Child): Promise<void> {
  if (stage.disk) stage.disk.fill()
  else stage.pretendFull(child, true)
  await pause(HELD_MS)
  if (stage.disk) stage.disk.free()
  else stage.pretendFull(child, false)
}

/** Kills the worker while it holds work; where none comes, while it holds nothing. Returns whether it held some. */
async function killWorker({ redis, id, worker }: Stage): Promise<boolean> {
  const active = `replymark-${id}:work-v${WORK_VERSION}:active`
  const end = Date.now() + WATCHED_MS
  let holds = false
  while (!holds && Date.now() < end) {
    holds = ((await redis?.lengthOf(active)) ?? 0) > 0
    if (!holds) await pause(10)
  }
  worker?.kill()
  return holds
}

/** Does one of them. Returns the name under which it is counted. @throws whatever keeps it from happening */
export async function cause(trouble: Trouble, stage: Stage, child: Child): Promise<string> {
  const { proxy, user, redis, ledger } = stage
  switch (trouble) {
    case 'ledger-busy':
      await holdLedger(stage)
      break
    case 'disk-full':
      await fillDisk(stage, child)
      return stage.disk ? trouble : 'disk-full-simulated'
    case 'clock-forward':
      stage.jump(child, 3 * HOUR_MS)
      break
    case 'clock-back':
      stage.jump(child, -HOUR_MS)
      break
    case 'imap-cut':
      proxy.cut()
      break
    case 'imap-bye':
      proxy.bye()
      break
    case 'imap-no':
      proxy.refuse('NO', 2)
      break
    case 'imap-bad':
      proxy.refuse('BAD', 2)
      break
    case 'imap-half-open':
      proxy.freeze()
      break
    case 'smtp-half-open':
      stage.brand.freeze()
      break
    case 'uid-validity':
      // The server comes back with another list of UIDs; nobody is connected, nothing is delivered meanwhile.
      proxy.shut(true)
      await stage.inTurn(() => changeUidValidity(user)).finally(() => proxy.shut(false))
      break
    case 'mailbox-emptied':
      await stage.inTurn(() => emptyInbox(user, (hash) => ledger.messages.get(hash) !== null))
      break
    case 'mailbox-moved':
      await stage.inTurn(() => moveInbox(user))
      break
    case 'folder-renamed':
      await stage.inTurn(() => renameArchive(user))
      break
    case 'redis-flushed':
      await redis?.flush()
      break
    case 'redis-killed':
      await redis?.killAndReplace(REDIS_DOWN_MS)
      break
    case 'redis-failed-over':
      await redis?.failOver()
      break
    case 'worker-killed':
      return (await killWorker(stage)) ? 'worker-killed-holding-work' : 'worker-killed-idle'
  }
  return trouble
}
