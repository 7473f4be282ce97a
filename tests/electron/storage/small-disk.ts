// A real, small disk in memory, for tests of what happens when it is full or may not be written.
import { execFileSync } from 'node:child_process'
import { readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { makeTemporaryFolder } from './temporary-folder.ts'

/** A mounted disk; it is taken away when the test ends. */
export interface SmallDisk {
  folder: string
  empty(): void
  /** Adds a file that leaves this many bytes free. */
  fillUpTo(freeBytes: number): void
  /** Takes that file away. */
  makeRoom(): void
  makeReadOnly(): void
}

/** Mounts a disk of a size such as `1m` for a megabyte, or answers `null` where that is not allowed or not known. */
export function mountSmallDisk(size = '1m'): SmallDisk | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  const folder = makeTemporaryFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'pipe' })
  } catch (cause) {
    console.log('No small disk could be mounted:', cause instanceof Error ? cause.message : cause)
    return null
  }
  onTestFinished(() => {
    execFileSync('umount', [folder])
  })
  return {
    folder,
    empty() {
      for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true })
    },
    fillUpTo(freeBytes) {
      for (let attempt = 1; ; attempt += 1) {
        const { bavail, bsize } = statfsSync(folder)
        try {
          writeFileSync(join(folder, 'ballast'), Buffer.alloc(bavail * bsize - freeBytes))
          return
        } catch (cause) {
          // A running program may write between the look and the file.
          rmSync(join(folder, 'ballast'), { force: true })
          if (attempt === 5) throw cause
        }
      }
    },
    makeRoom: () => rmSync(join(folder, 'ballast')),
    makeReadOnly() {
      execFileSync('mount', ['-o', 'remount,ro', folder])
    },
  }
}
