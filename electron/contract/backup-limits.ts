// Bounds of backups that both the page and the program need. Apart from the schemas, so that the page does not carry zod.
// Runs everywhere.

/** How the names of backups end. */
export const backupExtension = '.bookwheel'

/** The most bytes of a backup that one request carries; written in base64 they stay below what a shell takes. */
export const backupPartBytes = 512 * 1024

/** The most bytes that a backup has. 100,000 notes need about a tenth of it. */
export const backupByteLimit = 128 * 1024 * 1024
