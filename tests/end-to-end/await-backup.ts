// Waits for a backup to lie whole where a spec wants it. Runs in Node, in tests.
import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { vi } from 'vitest'
import { patience } from './patience.ts'

/** Waits until a whole backup lies at `path`; answers the names of its files. */
export async function awaitBackup(path: string): Promise<string[]> {
  const read = (): string[] | null => {
    try {
      return Object.keys(unzipSync(readFileSync(path)))
    } catch {
      // Not there yet, or not whole yet.
      return null
    }
  }
  return vi.waitUntil(read, patience)
}
