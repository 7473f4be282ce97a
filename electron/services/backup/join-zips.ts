// Makes one zip of several, so that packing many files can pause between two of them. Runs everywhere.

/** Length of the record at a zip's end, where the zip has no comment. */
const endLength = 22
/** Length of a line of the list, without the name and the fields behind it. */
const lineLength = 46

/**
 * A zip with the files of all of them, in order. They must be the library's own: without comments, and together below
 * 65,536 files and 4 GiB, above which zips are written differently.
 */
export function joinZips(zips: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const files: Uint8Array[] = []
  const lines: Uint8Array[] = []
  let count = 0
  let offset = 0
  for (const zip of zips) {
    const end = viewOf(zip.subarray(zip.length - endLength))
    const listAt = end.getUint32(16, true)
    files.push(zip.subarray(0, listAt))
    lines.push(moveLines(zip.slice(listAt, zip.length - endLength), offset))
    count += end.getUint16(10, true)
    offset += listAt
  }
  return join([...files, ...lines, writeEnd(count, lengthOf(lines), offset)])
}

/** Tells each line of a list that its file lies so many bytes further on. */
function moveLines(list: Uint8Array, offset: number): Uint8Array {
  const view = viewOf(list)
  for (let at = 0; at < list.length; at += lineLength + lengthBehind(view, at)) {
    view.setUint32(at + 42, view.getUint32(at + 42, true) + offset, true)
  }
  return list
}

/** Lengths of a line's name, extra field and comment. */
function lengthBehind(view: DataView, at: number): number {
  return view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
}

function writeEnd(count: number, listLength: number, listAt: number): Uint8Array {
  const end = new Uint8Array(endLength)
  const view = viewOf(end)
  view.setUint32(0, 0x06054b50, true)
  view.setUint16(8, count, true)
  view.setUint16(10, count, true)
  view.setUint32(12, listLength, true)
  view.setUint32(16, listAt, true)
  return end
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength)
}

function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((total, { length }) => total + length, 0)
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(lengthOf(parts))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
