// What a backup is, what restoring one would do and what it did. Runs everywhere.
import { z } from 'zod'
import { backupByteLimit, backupPartBytes } from './backup-limits.ts'
import type { Settings, Workspace } from './settings.ts'

/** The number in the `format` member of every manifest that this program writes; a higher one is a newer program's. */
export const backupFormat = 1

/** One file of a backup, as its manifest vouches for it. */
const listedFileSchema = z.strictObject({
  path: z.string().min(1).max(256),
  bytes: z.int().nonnegative(),
  /** SHA-256 of the file's bytes in lower-case hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

/** `manifest.json` of a backup: which program made it, when, and every other file in it. */
export const backupManifestSchema = z.strictObject({
  format: z.literal(backupFormat),
  program: z.literal('Bookwheel'),
  version: z.string().min(1).max(64),
  /** Milliseconds since 1970. */
  createdAt: z.int().nonnegative(),
  files: z.array(listedFileSchema),
})
/** See {@link backupManifestSchema}. */
export type BackupManifest = z.infer<typeof backupManifestSchema>

/** The id of a piece of work or of a file that a page sends: a UUID that the page makes. */
export const taskIdSchema = z.uuid()

/** One part of a backup that a page sends, in base64. Parts come in order: `offset` is how many bytes came before. */
export const backupPartSchema = z.strictObject({
  upload: taskIdSchema,
  offset: z.int().min(0).max(backupByteLimit),
  bytes: z.base64().max(Math.ceil(backupPartBytes / 3) * 4),
})
/** See {@link backupPartSchema}. */
export type BackupPart = z.infer<typeof backupPartSchema>

/** A backup that was made. */
export interface CreatedBackup {
  /** `Bookwheel YYYY-MM-DD.bookwheel`, by the program's own calendar. */
  fileName: string
  /** The whole file in base64. */
  bytes: string
  byteLength: number
  /** How many annotations it holds, deleted ones left out. */
  noteCount: number
}

/** Why a file cannot be restored. Nothing has been changed then. */
export type BackupProblem =
  /** No zip, or one without a manifest: some other file. */
  | 'not-a-backup'
  /** Cut off, or changed since it was made: its sums, its list and its files do not agree. */
  | 'damaged'
  | 'newer-format'
  /** More files or bytes than any backup has, packed or unpacked. */
  | 'too-large'
  /** It holds a file that no backup holds. */
  | 'unexpected-file'
  /** Its sums are right, but something in it is not what Bookwheel keeps. */
  | 'invalid-record'

/** What becomes of the annotations of a backup, each counted once. */
export interface RestoreCounts {
  /** Not there now: they come back. */
  added: number
  /** There in an older state, which the backup's replaces. */
  newer: number
  /** There in a newer state, or in one as new with the same words: it stays. */
  kept: number
  /** There just so. */
  same: number
  /** Changed on both sides since they were one: the words of both are kept. */
  conflicts: number
}

/** What a backup holds and what restoring it would do. */
export interface RestorePlan {
  /** Version of the program that made it. */
  version: string
  /** When it was made: milliseconds since 1970. */
  createdAt: number
  counts: RestoreCounts
  /** How many of its annotations are deleted ones, which come back into the trash. */
  trashed: number
  /** How many of those that are kept are deleted here and were not in the backup: the trash has them. */
  deletedHere: number
  /** How many articles its annotations belong to. */
  articles: number
  /** Whether there are settings or notes here already, so that taking over the backup's must be wished. */
  hasOwnSettings: boolean
}

/** What restoring a backup did. */
export interface RestoreOutcome {
  counts: RestoreCounts
  /** As they stand now, where they were taken over; otherwise `null`. */
  settings: Settings | null
  /** The desk that was taken over, for the page to lay; otherwise `null`. */
  workspace: Workspace | null
}
