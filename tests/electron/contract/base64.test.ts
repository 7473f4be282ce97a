import { describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from '../../../electron/contract/base64.ts'

const bytesOf = (length: number) => Uint8Array.from({ length }, (_, at) => (at * 7 + (at >> 8)) & 0xff)

describe('base64', () => {
  it.each([0, 1, 2, 3, 4, 0x5fff, 0x6000, 0x6001, 200_000])(
    'carries %i bytes as others do, there and back',
    (length) => {
      const bytes = bytesOf(length)
      const text = toBase64(bytes)
      expect(text).toBe(Buffer.from(bytes).toString('base64'))
      expect(Buffer.from(fromBase64(text)).equals(bytes)).toBe(true)
    },
  )
})
