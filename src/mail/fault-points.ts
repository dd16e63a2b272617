/**
 * Named moments between two steps that must not come apart. The fault harness stops the process there; in normal
 * service they do nothing.
 */

/** Moments of sending and receiving. */
export type FaultPoint =
  /** `sending` is committed, the SMTP dialogue has not begun. */
  | 'before-smtp'
  /** The server accepted the mail, `sent` is not committed. */
  | 'after-smtp-acceptance'
  /** A batch is fetched, nothing of it is committed. */
  | 'between-fetch-and-commit'
  /** A batch and its cursor are committed. */
  | 'after-commit'

/** Called at each moment. */
export type AtFaultPoint = (point: FaultPoint) => void

/** Does nothing: normal service. */
export const noFaults: AtFaultPoint = () => {}

/**
 * Ends the process as a power failure would when a named moment is reached: for the fault harness only.
 * @param setting value of REPLYMARK_FAULT_POINT: `moment` or `moment:N` for the Nth time; undefined for normal service
 */
export function faultPointFrom(setting: string | undefined): AtFaultPoint {
  if (!setting) return noFaults
  const [wanted, count = '1'] = setting.split(':')
  let left = Number(count)
  return (point) => {
    if (point === wanted && --left === 0) process.kill(process.pid, 'SIGKILL')
  }
}
