// Makes the browser's pictures a third of their size, so that new ones do not swell the repository: 256 colours instead
// of 16 million, which on a page of text nobody can tell apart. After the PNG specification (W3C, third edition). Pure.
import { crc32, deflateSync, inflateSync } from 'node:zlib'

const signature = Buffer.from('89504e470d0a1a0a', 'hex')
/** As many colours as one byte can number. */
const paletteSize = 256
const channels = 3

interface Picture {
  width: number
  height: number
  /** Red, green and blue of each pixel, row by row. */
  pixels: Buffer
}

function readChunks(png: Buffer): { type: string; data: Buffer }[] {
  const chunks: { type: string; data: Buffer }[] = []
  for (let at = signature.length; at < png.length;) {
    const length = png.readUInt32BE(at)
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) })
    at += 12 + length
  }
  return chunks
}

/** The specification's Paeth predictor: whichever neighbour is nearest to left + above - corner. */
function predict(left: number, above: number, corner: number): number {
  const guess = left + above - corner
  // Called for every byte of a picture: nothing may be made anew here.
  const toLeft = Math.abs(guess - left)
  const toAbove = Math.abs(guess - above)
  const toCorner = Math.abs(guess - corner)
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}

/** What a row's filter takes a byte to be, from its neighbours. */
function guessByte(filter: number | undefined, left: number, above: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return above
  if (filter === 3) return (left + above) >> 1
  return filter === 4 ? predict(left, above, corner) : 0
}

/** Takes the filters off, which store each byte as its difference from a guess. */
function unfilter(filtered: Buffer, rowLength: number, height: number): Buffer {
  const pixels = Buffer.alloc(rowLength * height)
  for (let row = 0; row < height; row += 1) {
    const filter = filtered[row * (rowLength + 1)]
    for (let column = 0; column < rowLength; column += 1) {
      const at = row * rowLength + column
      const left = column >= channels ? (pixels[at - channels] ?? 0) : 0
      const above = row > 0 ? (pixels[at - rowLength] ?? 0) : 0
      const corner = column >= channels && row > 0 ? (pixels[at - rowLength - channels] ?? 0) : 0
      const stored = filtered[row * (rowLength + 1) + 1 + column] ?? 0
      pixels[at] = (stored + guessByte(filter, left, above, corner)) & 0xff
    }
  }
  return pixels
}

/** Reads what Chromium writes: 8 bits for each of red, green and blue, not interlaced. */
function decode(png: Buffer): Picture {
  const chunks = readChunks(png)
  const header = chunks.find(({ type }) => type === 'IHDR')?.data
  if (header?.subarray(8, 13).toString('hex') !== '0802000000') throw new Error('this PNG is of another kind')
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const data = chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data)
  const filtered = inflateSync(Buffer.concat(data))
  return { width, height, pixels: unfilter(filtered, width * channels, height) }
}

function formatChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

function countColours(pixels: Buffer): Map<number, number> {
  const counts = new Map<number, number>()
  for (let at = 0; at < pixels.length; at += channels) {
    const colour = pixels.readUIntBE(at, channels)
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  return counts
}

/**
 * The colours to keep: of those that look alike (the same five upper bits of each channel) only the most frequent,
 * or the greys of the text would leave no room for a few coloured letters.
 */
function choosePalette(counts: ReadonlyMap<number, number>): number[] {
  const groups = new Map<number, { total: number; colour: number }>()
  const mostFrequentFirst = [...counts].toSorted(([, left], [, right]) => right - left)
  for (const [colour, count] of mostFrequentFirst) {
    const { total, colour: first } = groups.get(colour & 0xf8f8f8) ?? { total: 0, colour }
    groups.set(colour & 0xf8f8f8, { total: total + count, colour: first })
  }
  const ranked = [...groups.values()].toSorted((left, right) => right.total - left.total)
  return ranked.slice(0, paletteSize).map(({ colour }) => colour)
}

function distance(left: number, right: number): number {
  const red = (left >> 16) - (right >> 16)
  const green = ((left >> 8) & 0xff) - ((right >> 8) & 0xff)
  const blue = (left & 0xff) - (right & 0xff)
  return red * red + green * green + blue * blue
}

function findNearest(palette: readonly number[], colour: number): number {
  let nearest = 0
  let least = Infinity
  for (const [index, each] of palette.entries()) {
    const found = distance(each, colour)
    if (found < least) [nearest, least] = [index, found]
  }
  return nearest
}

function encode({ width, height, pixels }: Picture): Buffer {
  const counts = countColours(pixels)
  const palette = choosePalette(counts)
  const numbers = new Map([...counts.keys()].map((colour) => [colour, findNearest(palette, colour)]))
  const rows = Buffer.alloc((width + 1) * height)
  for (let at = 0; at < width * height; at += 1) {
    const row = Math.floor(at / width)
    rows[row + 1 + at] = numbers.get(pixels.readUIntBE(at * channels, channels)) ?? 0
  }
  const header = Buffer.from('00000000000000000803000000', 'hex')
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  const colours = Buffer.from(
    palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff]),
  )
  return Buffer.concat([
    signature,
    formatChunk('IHDR', header),
    formatChunk('PLTE', colours),
    formatChunk('IDAT', deflateSync(rows, { level: 9 })),
    formatChunk('IEND', Buffer.alloc(0)),
  ])
}

/** The same picture in at most 256 colours. Takes and answers the bytes of a PNG file. */
export function shrinkPng(png: Buffer): Buffer {
  return encode(decode(png))
}
