// Packs PNG pictures into the two containers in which systems want the icon of a program. Plain Node.

/** Sizes that Windows shows, in pixels. */
const windowsSizes = [16, 24, 32, 48, 64, 128, 256]

/** Types of Apple's icon image format for PNG pictures: the size in points of each is half of it where it ends in @2x. */
const macTypes = /** @type {const} */ ([
  ['icp4', 16],
  ['icp5', 32],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
])

/**
 * @param {ReadonlyMap<number, Buffer>} pictures
 * @param {number} size
 */
function pictureOf(pictures, size) {
  const picture = pictures.get(size)
  if (picture === undefined) throw new Error(`there is no picture of ${size} pixels`)
  return picture
}

/**
 * An ICO file: a header of 6 bytes, an entry of 16 for each picture, the pictures. Microsoft's "Icons" (1995), with PNG
 * pictures as Windows reads them since Vista.
 * @param {ReadonlyMap<number, Buffer>} pictures PNG files by size in pixels
 * @returns {Buffer}
 */
export function packIco(pictures) {
  const all = windowsSizes.map((size) => ({ size, picture: pictureOf(pictures, size) }))
  const head = Buffer.alloc(6 + 16 * all.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(all.length, 4)
  let offset = head.length
  for (const [at, { size, picture }] of all.entries()) {
    const entry = 6 + 16 * at
    // A byte holds no 256: 0 stands for it.
    head.writeUInt8(size % 256, entry)
    head.writeUInt8(size % 256, entry + 1)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(picture.length, entry + 8)
    head.writeUInt32LE(offset, entry + 12)
    offset += picture.length
  }
  return Buffer.concat([head, ...all.map(({ picture }) => picture)])
}

/**
 * An ICNS file: its name and length, then each picture behind its type and length, all numbers big-endian.
 * @param {ReadonlyMap<number, Buffer>} pictures PNG files by size in pixels
 * @returns {Buffer}
 */
export function packIcns(pictures) {
  const parts = macTypes.map(([type, size]) => chunk(type, pictureOf(pictures, size)))
  return chunk('icns', Buffer.concat(parts))
}

/**
 * @param {string} type four characters
 * @param {Buffer} content
 */
function chunk(type, content) {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(content.length + 8, 4)
  return Buffer.concat([head, content])
}
