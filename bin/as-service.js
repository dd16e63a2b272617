// Starts the same command again in this process's place, with the settings of a process that lives for weeks.

// V8 lets the space of young objects grow to 128 MB while sources are loaded and never gives it back; 8 MB a half do as well.
// The buffers of a large mail are given back at once by asking for it (`src/mail/free-buffers.ts`).
const FLAGS = ['--max-semi-space-size=8', '--expose-gc']

// What the allocator of Linux does by itself until a large block is freed for the first time: from then on it would keep up to 64 MB
// a thread for blocks as large. Named, the thresholds stay (mallopt(3)): 50 MB less once threads have ended.
const ENVIRONMENT = { MALLOC_TRIM_THRESHOLD_: '131072' }

/**
 * Replaces the running program by itself under the service's settings. Does nothing where it has them already, where somebody chose
 * the space, or where the system or Node.js cannot (before 22.15, Windows).
 */
export function startAsService() {
  const asked = process.execArgv.some((flag) => flag.startsWith('--max-semi-space-size'))
  if (asked || !process.execve || process.platform === 'win32') return
  const words = [process.execPath, ...FLAGS, ...process.execArgv, ...process.argv.slice(1)]
  process.execve(process.execPath, words, { ...ENVIRONMENT, ...process.env })
}
