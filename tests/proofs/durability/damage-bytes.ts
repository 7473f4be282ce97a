// Damages a small store at every byte, by a cut and by a flipped bit, with a backup and without. Runs in Node.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { nodeFileSystem } from '../../../electron/storage/file-system.ts'
import type { OpenStoresOptions } from '../../../electron/storage/open-stores.ts'
import { openWholly } from './open-wholly.ts'
import { sampleAnnotation } from '../../electron/storage/sample-annotation.ts'
import type { Check } from '../shared/check.ts'
import type { StoreBundle } from './bundle-programs.ts'
import { readFolder } from './read-folder.ts'

const notes = [sampleAnnotation(1), sampleAnnotation(2), sampleAnnotation(3)]
const store = join('annotations', 'treaty.json')
const backup = join('backups', 'annotations', 'treaty', '000001_2026-11-21T08-44-10-123Z.json')

/** Bytes of the file of which one note is made, from its first to behind its last. */
interface NoteBytes {
  start: number
  end: number
}

/** One way to damage a file at a byte. */
interface Damage {
  name: string
  apply: (whole: Buffer, at: number) => Buffer
  hits: (note: NoteBytes, at: number) => boolean
}

const damages: readonly Damage[] = [
  { name: 'cut off at', apply: (whole, at) => whole.subarray(0, at), hits: ({ end }, at) => at < end },
  {
    name: 'a bit flipped in',
    apply(whole, at) {
      const flipped = Buffer.from(whole)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
      return flipped
    },
    hits: ({ start, end }, at) => start <= at && at < end,
  },
]

/** No power is cut here. */
const fileSystem = { ...nodeFileSystem, flush: () => undefined, flushFolder: () => undefined }

/** Every byte with the class of browser mode; every fourth with the desktop's, since reading is the same code. */
export function damageBytes({ StoreClass, storePackage }: StoreBundle, folder: string): Check[] {
  const options = { folder, StoreClass, shell: 'loopback', clock: Date.now, fileSystem } as const
  mkdirSync(folder, { recursive: true })
  const stores = openWholly(options)
  stores.annotations('treaty').replace(notes)
  stores.close()
  const whole = readFileSync(join(folder, store))
  const places = findNotes(whole)
  const checks: Check[] = []
  for (const hasBackup of [true, false]) {
    for (const damage of damages) {
      for (let at = 0; at < whole.length; at += storePackage === 'conf' ? 1 : 4) {
        const faults = findFaults(options, whole, hasBackup, damage, at, places)
        checks.push({
          name: `${storePackage}, ${damage.name} byte ${at}, ${hasBackup ? 'with' : 'without'} a backup`,
          holds: faults.length === 0,
          detail: faults.join('; '),
        })
      }
    }
  }
  return checks
}

/** Both classes write with tabs: the notes stand two deep. */
function findNotes(whole: Buffer): NoteBytes[] {
  const text = whole.toString('latin1')
  const places = [...text.matchAll(/^\t\t\{$[^]*?^\t\t\}/gm)].map(({ index, 0: { length } }) => ({
    start: index + 2,
    end: index + length,
  }))
  if (places.length !== notes.length) throw new Error('The notes are not where they were expected.')
  return places
}

function findFaults(
  options: OpenStoresOptions,
  whole: Buffer,
  hasBackup: boolean,
  { apply, hits }: Damage,
  at: number,
  places: readonly NoteBytes[],
): string[] {
  const { folder } = options
  const damaged = apply(whole, at)
  rmSync(folder, { recursive: true, force: true })
  put(join(folder, store), damaged)
  if (hasBackup) put(join(folder, backup), whole)
  const stores = openWholly(options)
  const found = stores
    .annotations('treaty')
    .read()
    .map((note) => JSON.stringify(note))
  const { kind } = stores.notices()[0] ?? { kind: 'none' }
  stores.close()
  const faults: string[] = []
  if (![...readFolder(folder).values()].some((bytes) => bytes.equals(damaged)))
    faults.push('its bytes have gone')
  // A flipped bit can make the file one of a newer program, which must be left alone and cannot be read without a backup.
  if (!hasBackup && kind === 'store-unreadable') return faults
  notes.forEach((note, index) => {
    const place = places[index]
    const mustBeThere = place !== undefined && !hits(place, at)
    // A file that was cut off has lost notes, and the backup has them all.
    const comesBack = hasBackup && damaged.length < whole.length
    if ((mustBeThere || comesBack) && !found.includes(JSON.stringify(note)))
      faults.push(`note ${index + 1} is lost`)
  })
  return faults
}

function put(path: string, bytes: Buffer): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bytes)
}
