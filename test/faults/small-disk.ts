/**
 * The disk that a fault run's ledger lies on: a file system of its own and of a few megabytes where this user may mount one, so that
 * it can really be filled; elsewhere the ledger is told by SQLite's page limit that it is full.
 */
import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Enough for every run's ledger, its write-ahead log and a copy. */
const MEGABYTES = 48

function mount(folder: string): boolean {
  const flags = ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m,mode=700`, 'tmpfs', folder]
  return spawnSync('mount', flags, { stdio: 'ignore' }).status === 0
}

function unmount(folder: string): void {
  // Lazily: a process that was just killed may hold a file for a moment.
  spawnSync('umount', ['-l', folder], { stdio: 'ignore' })
}

let real: boolean | null = null

/** Whether disks can really be filled here. */
export function disksAreReal(): boolean {
  if (real === null) {
    const folder = mkdtempSync(join(tmpdir(), 'replymark-fault-disk-'))
    real = mount(folder)
    if (real) unmount(folder)
    rmSync(folder, { recursive: true, force: true })
  }
  return real
}

/** A disk. */
export interface SmallDisk {
  /** Leaves not a byte on it. */
  fill(): void
  free(): void
  close(): void
}

/** Mounts a disk on a folder; null where this user may not. */
export function smallDiskOn(folder: string): SmallDisk | null {
  mkdirSync(folder, { recursive: true })
  if (!disksAreReal() || !mount(folder)) return null
  const filler = join(folder, 'filler')
  return {
    fill() {
      const file = openSync(filler, 'w')
      try {
        for (let size = 1 << 20; size >= 1; size = size > 1 ? size >> 4 || 1 : 0) {
          const block = Buffer.alloc(size)
          try {
            while (writeSync(file, block) === size);
          } catch (error) {
            if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
          }
        }
      } finally {
        closeSync(file)
      }
    },
    free: () => rmSync(filler, { force: true }),
    close: () => unmount(folder),
  }
}
