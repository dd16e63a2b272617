// Starts the same command again in this process's place, with the settings of a process that lives for weeks.
// V8 lets the space of young objects grow to 128 MB while sources are loaded and never gives it back; 8 MB a half do as well.
const SERVICE_FLAGS = ['--max-semi-space-size=8']

/** Replaces the running program by itself under the service's flags; does nothing where it already has them, or where the system or Node.js cannot (before 22.15, Windows). */
export function startAsService() {
  const asked = process.execArgv.some((flag) => flag.startsWith('--max-semi-space-size'))
  if (asked || !process.execve || process.platform === 'win32') return
  const words = [process.execPath, ...SERVICE_FLAGS, ...process.execArgv, ...process.argv.slice(1)]
  process.execve(process.execPath, words, process.env)
}
