// Packs files into a zip and unpacks them within bounds, whatever the zip says of itself. Runs everywhere.
import { Unzip, UnzipInflate, unzipSync, zipSync } from 'fflate'
import { Failure } from '../../contract/errors.ts'
import { unreadable } from './backup-files.ts'
import { joinZips } from './join-zips.ts'
import type { Pace } from './pace.ts'

/** Files by their paths. */
export type FileMap = Map<string, Uint8Array<ArrayBuffer>>

/** The most that a zip may hold, in files and in bytes of unpacked content. */
export const zipLimits = { files: 20_000, fileBytes: 64 * 1024 * 1024, totalBytes: 256 * 1024 * 1024 }

/**
 * Bytes of the zip that are unpacked at one go. Deflate makes at most a thousand of one, so a zip that lies about its
 * sizes is found out after some megabytes.
 */
const stretch = 16 * 1024
/** Deflate turns one byte into 1032 at most. */
const largestRatio = 1032

/** The times that a zip can tell. */
const earliest = Date.UTC(1980, 0, 2)
const latest = Date.UTC(2099, 11, 30)

/** Packs files. `time` (milliseconds since 1970) is noted as that of each; the order is kept. */
export async function packZip(files: FileMap, time: number, pace: Pace): Promise<Uint8Array<ArrayBuffer>> {
  const mtime = Math.min(Math.max(time, earliest), latest)
  const zips: Uint8Array[] = []
  // Each file by itself: the library's own way to pause leaves the sizes out of the files' headers, and then nobody
  // can tell for sure where one ends.
  for (const [path, bytes] of files) {
    zips.push(zipSync({ [path]: bytes }, { level: 6, mtime }))
    await pace.step(zips.length, files.size)
  }
  return joinZips(zips)
}

/** Whether the files are more than {@link unpackZip} would unpack. */
export function isTooLarge(files: FileMap): boolean {
  const sizes = [...files.values()].map(({ length }) => length)
  return (
    files.size > zipLimits.files ||
    sizes.some((size) => size > zipLimits.fileBytes) ||
    sizes.reduce((total, size) => total + size, 0) > zipLimits.totalBytes
  )
}

/**
 * All files of a zip. Throws `backup-unreadable`: `too-large` before anything is unpacked, going by the zip's own
 * list; `damaged` where that list and what is found disagree; `not-a-backup` where there is no zip.
 */
export async function unpackZip(bytes: Uint8Array<ArrayBuffer>, pace: Pace): Promise<FileMap> {
  try {
    const sizes = readList(bytes)
    return await unpackListed(bytes, sizes, pace)
  } catch (cause) {
    if (cause instanceof Failure || !isZipError(cause)) throw cause
    throw unreadable(startsLikeZip(bytes) ? 'damaged' : 'not-a-backup')
  }
}

/** The unpacked sizes that the list at the zip's end tells, by path. */
function readList(bytes: Uint8Array): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>()
  let total = 0
  unzipSync(bytes, {
    filter({ name, size, originalSize }) {
      total += originalSize
      const { files, fileBytes, totalBytes } = zipLimits
      if (sizes.size >= files || originalSize > fileBytes || total > totalBytes)
        throw unreadable('too-large', name)
      if (sizes.has(name) || originalSize > size * largestRatio) throw unreadable('damaged', name)
      sizes.set(name, originalSize)
      return false
    },
  })
  return sizes
}

async function unpackListed(
  bytes: Uint8Array<ArrayBuffer>,
  sizes: ReadonlyMap<string, number>,
  pace: Pace,
): Promise<FileMap> {
  const files: FileMap = new Map()
  const begun = new Set<string>()
  const unzip = new Unzip((file) => {
    const size = sizes.get(file.name)
    if (size === undefined || begun.has(file.name)) throw unreadable('damaged', file.name)
    begun.add(file.name)
    const content = new Uint8Array(size)
    let length = 0
    file.ondata = (error, chunk, isLast) => {
      if (error) throw error
      if (length + chunk.length > size) throw unreadable('damaged', file.name)
      content.set(chunk, length)
      length += chunk.length
      if (!isLast) return
      if (length < size) throw unreadable('damaged', file.name)
      files.set(file.name, content)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  for (let at = 0; at < bytes.length; at += stretch) {
    unzip.push(bytes.subarray(at, at + stretch), at + stretch >= bytes.length)
    await pace.step(at, bytes.length)
  }
  if (files.size < sizes.size) throw unreadable('damaged')
  return files
}

/** The library's errors carry a number. A list that points outside of the file makes it read where nothing is. */
function isZipError(cause: unknown): boolean {
  if (cause instanceof RangeError || cause instanceof TypeError) return true
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'number'
}

function startsLikeZip(bytes: Uint8Array): boolean {
  return [0x50, 0x4b, 3, 4].every((byte, at) => bytes[at] === byte)
}
