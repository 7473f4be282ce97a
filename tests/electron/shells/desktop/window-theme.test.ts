// The colour of a window before its page is drawn is the page's own ground.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { systemTheme, windowGround } from '../../../../electron/shells/desktop/window-theme.ts'

const tokens = readFileSync(
  join(resolve(import.meta.dirname, '../../../..'), 'renderer', 'theme', 'tokens.css'),
  'utf8',
)

/** `--desk` of a theme as the page has it, in sRGB as `#rrggbb`. */
function readDesk(theme: string): string {
  const block = tokens.slice(tokens.indexOf(`[data-theme='${theme}']`))
  const [, lightness = '', chroma = '', hue = ''] =
    /--desk: oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/.exec(block) ?? []
  return toHex(Number(lightness), Number(chroma), Number(hue))
}

/** OKLCH to sRGB, after Björn Ottosson, "A perceptual color space for image processing" (2020). */
function toHex(lightness: number, chroma: number, hue: number): string {
  const angle = (hue * Math.PI) / 180
  const a = chroma * Math.cos(angle)
  const b = chroma * Math.sin(angle)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  const bytes = linear.map((value) => {
    const encoded = value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055
    return Math.round(255 * encoded)
  })
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

describe('windowGround', () => {
  it.each(['light', 'sepia', 'dark'] as const)('is the ground of the page in the %s theme', (theme) => {
    expect(windowGround(theme, false)).toBe(readDesk(theme))
    expect(windowGround(theme, true)).toBe(readDesk(theme))
  })

  it('follows the system where the reader lets it', () => {
    expect(windowGround('system', false)).toBe(readDesk('light'))
    expect(windowGround('system', true)).toBe(readDesk('dark'))
  })
})

describe('systemTheme', () => {
  it('takes sepia, which no system knows, as light', () => {
    expect((['system', 'light', 'sepia', 'dark'] as const).map(systemTheme)).toEqual([
      'system',
      'light',
      'light',
      'dark',
    ])
  })
})
