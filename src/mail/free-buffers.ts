/**
 * Gives the memory of buffers that nobody holds any more back at once. V8 lets tens of megabytes of them lie until it sees a reason to
 * look; where mails of 36 MB pass, that is as much again as the mails themselves.
 */

/**
 * Collects garbage now, where the program was started with `--expose-gc`, as the service is (`bin/as-service.js`).
 * @param how `minor` looks at what was made lately (a few milliseconds), `major` at everything (some tens)
 */
export function freeBuffers(how: 'minor' | 'major'): void {
  globalThis.gc?.({ type: how, execution: 'sync' })
}
