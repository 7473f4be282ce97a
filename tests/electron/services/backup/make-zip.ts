// Makes backups for tests: whole ones from stores, and wrong ones by changing their files.
import { createHash } from 'node:crypto'
import { unzipSync, zipSync } from 'fflate'
import { hashBytes } from '../../../../electron/services/backup/hash-bytes.ts'
import type { BackupContents } from '../../../../electron/services/backup/backup-files.ts'
import { createBackup } from '../../../../electron/services/backup/create-backup.ts'
import { createPace } from '../../../../electron/services/backup/pace.ts'
import { libraryFilterSchema } from '../../../../electron/contract/library-listing.ts'
import { deskContentSchema } from '../../../../electron/contract/desk.ts'
import { settingsSchema, workspaceSchema } from '../../../../electron/contract/settings.ts'
import { sampleAnnotation } from '../../storage/sample-annotation.ts'

/** A pace that tells nobody. */
export const pace = createPace(() => undefined)

/** When the backups of tests are made. */
export const time = Date.UTC(2026, 10, 3, 12)

const editionText = 'The treaty was signed in two copies.'
const textHash = createHash('sha256').update(editionText).digest('hex')

/** What a reader may have made: two articles with annotations, a setting, a desk, a collection taken out. */
export const contents: BackupContents = {
  settings: settingsSchema.parse({ theme: 'sepia', textSize: 21 }),
  workspace: workspaceSchema.parse({ panes: [{ articleId: 'treaty', topOffset: 12 }], query: 'treaty' }),
  desks: [
    {
      id: '55555555-5555-4555-8555-555555555555',
      name: 'February',
      updatedAt: 1_750_000_000_000,
      content: deskContentSchema.parse({ panes: [{ articleId: 'treaty', topOffset: 3 }], query: 'arms' }),
    },
  ],
  catalogue: { removedCollections: ['bundled'] },
  reading: [{ articleId: 'treaty', openedAt: 1_750_000_000_000, read: true, markedAt: 1_750_000_100_000 }],
  searches: [
    {
      id: '7f000000-0000-4000-8000-000000000001',
      name: 'Treaties',
      query: 'treaty',
      filter: libraryFilterSchema.parse({ kinds: ['opinion'] }),
      updatedAt: 1_750_000_000_000,
    },
  ],
  annotations: new Map([
    ['treaty', [sampleAnnotation(1), { ...sampleAnnotation(2), deletedAt: 1_750_000_000_000, revision: 2 }]],
    ['lantern', [sampleAnnotation(3, 'lantern')]],
  ]),
  editions: new Map([['treaty', { [textHash]: editionText }]]),
}

/** A whole backup of {@link contents}. */
export function makeBackup(): Promise<Uint8Array<ArrayBuffer>> {
  return createBackup(contents, { version: '1.2.3', time, pace })
}

/** The files of a zip, to be changed. */
export type Files = Record<string, Uint8Array>

/** Text as a file. */
export const toFile = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A JSON file's value. */
export function readJson(files: Files, path: string): Record<string, unknown> {
  return JSON.parse(new TextDecoder().decode(files[path]))
}

/** A backup of {@link contents} whose files were changed. Its manifest vouches for the changed ones only after {@link vouch}. */
export async function changeBackup(
  change: (files: Files) => void | Promise<void>,
): Promise<Uint8Array<ArrayBuffer>> {
  const files: Files = unzipSync(await makeBackup())
  await change(files)
  return zipSync(files)
}

/** Lets the manifest vouch for the files as they are now. */
export async function vouch(files: Files): Promise<void> {
  const listed = []
  for (const [path, bytes] of Object.entries(files)) {
    if (path === 'manifest.json') continue
    listed.push({ path, bytes: bytes.length, sha256: await hashBytes(new Uint8Array(bytes)) })
  }
  files['manifest.json'] = toFile(JSON.stringify({ ...readJson(files, 'manifest.json'), files: listed }))
}

/** One file of a zip that tells what it likes of itself. */
export interface ForgedFile {
  path: string
  /** What is there: deflated. */
  packed: Uint8Array
  /** How many bytes the zip says that it unpacks to. */
  claimedSize: number
}

/** A zip that claims of its files what it is told to. */
export function forgeZip(files: readonly ForgedFile[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = []
  const list: Uint8Array[] = []
  let offset = 0
  for (const file of files) {
    const local = [...describeFile(0x04034b50, [20], file, [0]), file.packed]
    list.push(...describeFile(0x02014b50, [20, 20], file, [0, 0, 0, 0, 0, 0, offset & 0xffff, offset >>> 16]))
    parts.push(...local)
    offset += lengthOf(local)
  }
  const listLength = lengthOf(list)
  const end = words(0x4b50, 0x0605, 0, 0, files.length, files.length, ...long(listLength), ...long(offset), 0)
  return join([...parts, ...list, end])
}

/** The fields that a file's own header and its line in the list share, between those that only one of them has. */
function describeFile(
  signature: number,
  versions: number[],
  { path, packed, claimedSize }: ForgedFile,
  rest: number[],
): Uint8Array[] {
  const name = toFile(path)
  const [flags, deflated, timeAndDate, sum] = [0, 8, [0, 0x21], [0, 0]]
  const shared = [
    flags,
    deflated,
    ...timeAndDate,
    ...sum,
    ...long(packed.length),
    ...long(claimedSize),
    name.length,
  ]
  return [words(...long(signature), ...versions, ...shared, ...rest), name]
}

const long = (value: number): [number, number] => [value & 0xffff, value >>> 16]

function words(...values: number[]): Uint8Array {
  return new Uint8Array(Uint16Array.from(values).buffer)
}

function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((total, { length }) => total + length, 0)
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts))
}
