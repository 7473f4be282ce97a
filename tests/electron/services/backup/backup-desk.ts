// The desk of the backup service's tests: a service over stores, and the whole way of a backup into it.
import { expect } from 'vitest'
import { backupPartBytes } from '../../../../electron/contract/backup-limits.ts'
import { toBase64 } from '../../../../electron/contract/base64.ts'
import type { BookwheelEvent } from '../../../../electron/contract/events.ts'
import { createBackupService } from '../../../../electron/services/backup/create-backup-service.ts'
import type { Stores } from '../../../../electron/services/ports.ts'
import { contents, time } from './make-zip.ts'

/** The id under which backups are handed over. */
export const upload = '33333333-3333-4333-8333-333333333333'
/** The id of the work of making one. */
export const task = '44444444-4444-4444-8444-444444444444'

/** A backup service over stores, with what it tells its pages. */
export function serve(stores: Stores, now = time) {
  const events: BookwheelEvent[] = []
  const service = createBackupService({
    stores,
    version: '1.2.3',
    publish: (event) => events.push(event),
    clock: () => now,
    onDesksChange: () => events.push({ type: 'desks-changed', desks: stores.desks.read() }),
    onCatalogueChange: () => events.push({ type: 'library-changed' }),
  })
  return { service, events, stores }
}

/** See {@link serve}. */
export type Served = ReturnType<typeof serve>

/** Puts {@link contents} into stores. */
export function fill(stores: Stores): Stores {
  stores.settings.replace(contents.settings)
  stores.workspace.replace(contents.workspace)
  stores.desks.replace([...contents.desks])
  stores.catalogue.replace(contents.catalogue)
  stores.reading.replace([...contents.reading])
  stores.searches.replace([...contents.searches])
  for (const [articleId, list] of contents.annotations) stores.annotations(articleId).replace([...list])
  for (const [articleId, texts] of contents.editions) stores.editions(articleId).replace(texts)
  return stores
}

/** All that a backup is about. */
export function readAll(stores: Stores) {
  return {
    settings: stores.settings.read(),
    workspace: stores.workspace.read(),
    desks: stores.desks.read(),
    catalogue: stores.catalogue.read(),
    reading: stores.reading.read(),
    searches: stores.searches.read(),
    annotations: Object.fromEntries(
      stores.annotatedArticles().map((articleId) => [articleId, stores.annotations(articleId).read()]),
    ),
    editions: stores.annotatedArticles().map((articleId) => stores.editions(articleId).read()),
  }
}

/** Hands a file over in parts, as a page does. */
export function handOver({ service }: Served, bytes: Uint8Array): void {
  for (let offset = 0; offset === 0 || offset < bytes.length; offset += backupPartBytes) {
    const part = bytes.subarray(offset, offset + backupPartBytes)
    expect(service.receive({ upload, offset, bytes: toBase64(part) })).toBe(offset + part.length)
  }
}

/** Hands a backup over, has it looked at and restored. */
export async function bringIn(served: Served, bytes: Uint8Array, withSettings = false) {
  handOver(served, bytes)
  const plan = await served.service.inspect({ upload })
  return { plan, outcome: await served.service.restore({ upload, withSettings }) }
}

/** Counts of nothing. */
export const none = { added: 0, newer: 0, kept: 0, same: 0, conflicts: 0 }
