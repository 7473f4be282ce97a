// Backs up all that the reader has made, and brings a backup in. Runs everywhere.
import type { Annotation } from '../../contract/annotation.ts'
import type { ArticleId } from '../../contract/article.ts'
import type { CreatedBackup, RestoreCounts, RestoreOutcome, RestorePlan } from '../../contract/backup.ts'
import { Failure } from '../../contract/errors.ts'
import { noArticleId } from '../../contract/limits.ts'
import type { CheckedInput } from '../../contract/operations.ts'
import type { Settings } from '../../contract/settings.ts'
import { settingsSchema } from '../../contract/settings.ts'
import type { Clock, EditionTexts, Publish, Stores } from '../ports.ts'
import type { BackupContents } from './backup-files.ts'
import { snapshotStores } from './backup-files.ts'
import { toBase64 } from '../../contract/base64.ts'
import { createBackup, nameBackup } from './create-backup.ts'
import { mergeDesks } from '../desks/merge-desks.ts'
import { createHeldUpload } from './hold-upload.ts'
import { mergeReading } from '../reading/merge-reading.ts'
import { mergeSavedSearches } from '../saved-searches/merge-saved-searches.ts'
import { mergeAnnotations } from './merge-annotations.ts'
import type { Pace } from './pace.ts'
import { createPace, partOfPace } from './pace.ts'
import { readBackup } from './read-backup.ts'

/** Backups of one data folder. Each call tells its progress by events. Failures: see the operations of the same names. */
export interface BackupService {
  create(input: CheckedInput<'createBackup'>): Promise<CreatedBackup>
  receive(part: CheckedInput<'sendBackupPart'>): number
  /** Holds a whole file, as if it had been received as `upload`. */
  hold(upload: string, bytes: Uint8Array): number
  inspect(input: CheckedInput<'inspectBackup'>): Promise<RestorePlan>
  /**
   * Merges article by article, each written whole: wherever it is cut off, every article is as it was or as it is to
   * be, and doing it again does the rest. Settings come last.
   */
  restore(input: CheckedInput<'restoreBackup'>): Promise<RestoreOutcome>
  discard(input: CheckedInput<'discardBackup'>): void
}

/** What backups are made with. */
export interface BackupServiceParts {
  stores: Stores
  version: string
  publish: Publish
  clock: Clock
  /** Told when another set of collections is taken out than before. */
  onCatalogueChange: () => void
  /** Told when desks have come in, or newer states of some. */
  onDesksChange: () => void
}

/** Makes the backup service. */
export function createBackupService(parts: BackupServiceParts): BackupService {
  const { stores, version, publish, clock, onCatalogueChange, onDesksChange } = parts
  const uploads = createHeldUpload()

  function paceOf(task: string): Pace {
    return createPace((done, total) => publish({ type: 'backup-progress', task, done, total }))
  }

  /** What a restore would come to now; writes nothing. */
  async function tryOut(
    { annotations }: BackupContents,
    pace: Pace,
  ): Promise<Pick<RestorePlan, 'counts' | 'deletedHere'>> {
    const all: RestoreCounts[] = []
    let deletedHere = 0
    for (const [articleId, incoming] of annotations) {
      const { merged, counts } = mergeAnnotations(stores.annotations(articleId).read(), incoming, clock())
      const deleted = new Set(merged.filter(isDeleted).map(({ id }) => id))
      deletedHere += incoming.filter((record) => !isDeleted(record) && deleted.has(record.id)).length
      all.push(counts)
      await pace.step(all.length, annotations.size)
    }
    return { counts: addUp(all), deletedHere }
  }

  function keepTexts(articleId: ArticleId, texts: EditionTexts): void {
    const editions = stores.editions(articleId)
    const held = editions.read()
    if (Object.keys(texts).some((hash) => !(hash in held))) editions.replace({ ...texts, ...held })
  }

  /** Read, merged and written at one go, so that nothing that is saved meanwhile falls between. */
  function mergeArticle(
    articleId: ArticleId,
    incoming: readonly Annotation[],
    texts: EditionTexts,
  ): RestoreCounts {
    // First the texts, so that no annotation ever hangs on one that is not there. Memos hang on none.
    if (articleId !== noArticleId) keepTexts(articleId, texts)
    const store = stores.annotations(articleId)
    const { merged, counts, changed } = mergeAnnotations(store.read(), incoming, clock())
    if (changed) store.replace([...merged])
    return counts
  }

  /** One article that cannot be written does not keep the others out; its failure is thrown at the end. */
  async function mergeAll({ annotations, editions }: BackupContents, pace: Pace): Promise<RestoreCounts> {
    const all: RestoreCounts[] = []
    const failures: Failure[] = []
    for (const [articleId, incoming] of annotations) {
      try {
        all.push(mergeArticle(articleId, incoming, editions.get(articleId) ?? {}))
      } catch (cause) {
        if (!(cause instanceof Failure)) throw cause
        failures.push(cause)
      }
      await pace.step(all.length + failures.length, annotations.size)
    }
    if (all.length > 0) publish({ type: 'annotations-changed' })
    const [first] = failures
    if (first !== undefined) throw first
    return addUp(all)
  }

  /** What was read and the saved searches: merged like annotations, so that it can be done again and again. */
  function mergeLists({ reading, searches }: BackupContents): void {
    const mergedReading = mergeReading(stores.reading.read(), reading)
    if (mergedReading !== stores.reading.read()) {
      stores.reading.replace(mergedReading)
      publish({ type: 'reading-merged' })
    }
    const mergedSearches = mergeSavedSearches(stores.searches.read(), searches)
    if (mergedSearches === stores.searches.read()) return
    stores.searches.replace(mergedSearches)
    publish({ type: 'saved-searches-changed', searches: mergedSearches })
  }

  function bringInDesks({ desks }: BackupContents): void {
    const held = stores.desks.read()
    const merged = mergeDesks(held, desks)
    if (merged === held) return
    stores.desks.replace(merged)
    onDesksChange()
  }

  function takeOverSettings({ settings, workspace, catalogue }: BackupContents): void {
    stores.settings.replace(settings)
    publish({ type: 'settings-changed', settings })
    if (workspace !== null) stores.workspace.replace(workspace)
    stores.catalogue.replace(catalogue)
    onCatalogueChange()
  }

  return {
    async create({ task }) {
      const time = clock()
      const pace = paceOf(task)
      const contents = await snapshotStores(stores, partOfPace(pace, 0, 0.1))
      const bytes = await createBackup(contents, { version, time, pace: partOfPace(pace, 0.1, 0.9) })
      const all = [...contents.annotations.values()].flat()
      return {
        fileName: nameBackup(time),
        bytes: await writeBase64(bytes, partOfPace(pace, 0.9, 1)),
        byteLength: bytes.length,
        noteCount: all.filter((annotation) => !isDeleted(annotation)).length,
      }
    },

    receive: (part) => uploads.add(part),
    hold: (upload, bytes) => uploads.put(upload, bytes),

    async inspect({ upload }) {
      const pace = paceOf(upload)
      const backup = await readBackup(uploads.bytes(upload), partOfPace(pace, 0, 0.8))
      uploads.keepChecked(upload, backup)
      const { manifest, contents } = backup
      const all = [...contents.annotations.values()].flat()
      return {
        version: manifest.version,
        createdAt: manifest.createdAt,
        ...(await tryOut(contents, partOfPace(pace, 0.8, 1))),
        trashed: all.filter(isDeleted).length,
        articles: [...contents.annotations.keys()].filter((articleId) => articleId !== noArticleId).length,
        hasOwnSettings: hasOwnSettings(stores),
      }
    },

    async restore({ upload, withSettings }) {
      const { contents } = uploads.checked(upload)
      // Before anything is begun: a store would say so too, but not where there is nothing to write.
      if (stores.readOnly !== null) throw new Failure({ code: 'read-only', reason: stores.readOnly })
      const counts = await mergeAll(contents, paceOf(upload))
      mergeLists(contents)
      bringInDesks(contents)
      if (withSettings) takeOverSettings(contents)
      uploads.drop(upload)
      return {
        counts,
        settings: withSettings ? contents.settings : null,
        workspace: withSettings ? contents.workspace : null,
      }
    },

    discard: ({ upload }) => uploads.drop(upload),
  }
}

/** Bytes that are written as text at one go: a multiple of three, so that the pieces can be joined. */
const textStretch = 0x60000

async function writeBase64(bytes: Uint8Array, pace: Pace): Promise<string> {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += textStretch) {
    pieces.push(toBase64(bytes.subarray(at, at + textStretch)))
    await pace.step(at, bytes.length)
  }
  return pieces.join('')
}

function isDeleted({ deletedAt }: Annotation): boolean {
  return deletedAt !== null
}

/** A reader who was never here before has the desk of the first run, so a desk alone says nothing. */
function hasOwnSettings(stores: Stores): boolean {
  const { dismissedHints: _seen, ...chosen }: Settings = stores.settings.read()
  const { dismissedHints: _none, ...unchosen } = settingsSchema.parse({})
  return (
    JSON.stringify(chosen) !== JSON.stringify(unchosen) ||
    stores.catalogue.read().removedCollections.length > 0 ||
    stores.annotatedArticles().length > 0
  )
}

function addUp(all: readonly RestoreCounts[]): RestoreCounts {
  const total: RestoreCounts = { added: 0, newer: 0, kept: 0, same: 0, conflicts: 0 }
  for (const counts of all) {
    total.added += counts.added
    total.newer += counts.newer
    total.kept += counts.kept
    total.same += counts.same
    total.conflicts += counts.conflicts
  }
  return total
}
