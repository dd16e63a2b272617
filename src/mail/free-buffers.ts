/**
 * Gives the memory of buffers that nobody holds any more back at once. V8 lets tens of megabytes of them lie until it sees a reason to
 * look; where mails of 36 MB pass, that is as much again as the mails themselves.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

let collect: ((options: { readonly type: 'minor' | 'major' }) => void) | null = null

/**
 * Collects garbage now.
 * @param how `minor` looks at what was made lately (a few milliseconds), `major` at everything (some tens)
 */
export function freeBuffers(how: 'minor' | 'major'): void {
  if (!collect) {
    setFlagsFromString('--expose-gc')
    collect = runInNewContext('gc') as NonNullable<typeof collect>
  }
  collect({ type: how })
}
