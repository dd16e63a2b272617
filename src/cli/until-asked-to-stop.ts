/** Waits for SIGTERM or SIGINT. A second one ends the process at once: nothing is lost then either, only probes on their way become uncertain. */

/** Settles when the process is asked to stop. */
export function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false
    const stop = () => {
      if (asked) process.exit(1)
      asked = true
      resolve()
    }
    process.on('SIGTERM', stop)
    process.on('SIGINT', stop)
  })
}
