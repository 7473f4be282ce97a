// The one way in which Bookwheel puts bytes into a file that already holds some. Plain Node.
import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import type { FileSystem } from './file-system.ts'
import { createSystemError } from './system-code.ts'

const temporaryName = /^[a-z0-9-]+\.json\.[0-9a-f]{12}\.bookwheel-tmp$/i

/** Whether a file name is that of a temporary file of {@link writeFileSafely}, which a crash may leave behind. */
export function isTemporaryName(name: string): boolean {
  return temporaryName.test(name)
}

/**
 * Replaces a file so that at every moment, a crash or a power cut included, it holds all of its old or all of
 * its new bytes, and returns when the new ones are on the disk. It throws the system's error with the file as it
 * was before. Never tried again and never written in place: an error is told at once.
 */
export function writeFileSafely(path: string, bytes: Uint8Array, fileSystem: FileSystem): void {
  const previous = fileSystem.read(path)
  swapIn(path, bytes, fileSystem)
  try {
    fileSystem.flushFolder(dirname(path))
  } catch (cause) {
    // The caller is told that nothing was stored, so the file must not say otherwise.
    if (previous === null) fileSystem.remove(path)
    else swapIn(path, previous, fileSystem)
    throw cause
  }
}

/**
 * Makes a file that does not exist yet, whole or not at all, and returns when it is on the disk. What was written is
 * read back before it gets its name. The temporary file is named after `beside`, which need not exist but must be a
 * path on the same disk. Throws the system's error, with nothing at `path`.
 */
export function placeFileSafely(
  path: string,
  bytes: Uint8Array,
  beside: string,
  fileSystem: FileSystem,
): void {
  swapIn(path, bytes, fileSystem, beside, true)
  try {
    fileSystem.flushFolder(dirname(path))
  } catch (cause) {
    removeLeftover(path, fileSystem)
    throw cause
  }
}

function swapIn(
  path: string,
  bytes: Uint8Array,
  fileSystem: FileSystem,
  beside = path,
  isReadBack = false,
): void {
  const temporary = `${beside}.${randomBytes(6).toString('hex')}.bookwheel-tmp`
  try {
    fill(temporary, bytes, fileSystem)
    if (isReadBack && !Buffer.from(fileSystem.read(temporary) ?? []).equals(bytes)) {
      throw createSystemError('EIO', `${temporary} does not hold what was written`)
    }
    fileSystem.rename(temporary, path)
  } catch (cause) {
    removeLeftover(temporary, fileSystem)
    throw cause
  }
}

function fill(path: string, bytes: Uint8Array, fileSystem: FileSystem): void {
  const descriptor = fileSystem.create(path)
  try {
    let written = 0
    while (written < bytes.length) {
      const count = fileSystem.write(descriptor, bytes, written)
      if (count === 0) throw createSystemError('EIO', `no byte of ${path} could be written`)
      written += count
    }
    fileSystem.flush(descriptor)
    if (fileSystem.size(descriptor) !== bytes.length) {
      throw createSystemError('EIO', `${path} is not as long as what was written`)
    }
  } finally {
    fileSystem.close(descriptor)
  }
}

function removeLeftover(path: string, fileSystem: FileSystem): void {
  try {
    fileSystem.remove(path)
  } catch {
    // The error that led here says more; the file is swept away at the next start.
  }
}
