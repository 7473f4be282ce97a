// Puts the lines that the reader has chosen below the colours on the page, where highlights.css takes them from.
import { useLayoutEffect } from 'react'
import { highlightColours } from '../../electron/contract/limits.ts'
import type { ColourLines } from '../../electron/contract/settings.ts'

/** Lines that are drawn more than once or in waves are thinner, so that none weighs more than another. */
const thickness = { solid: '2px', dashed: '2px', dotted: '2px', double: '1.5px', wavy: '1.5px' } as const

/** Keeps the lines as they are chosen. */
export function useColourLines(lines: ColourLines): void {
  useLayoutEffect(() => {
    const { style } = document.documentElement
    for (const colour of highlightColours) {
      style.setProperty(`--line-style-${colour}`, lines[colour])
      style.setProperty(`--line-width-${colour}`, thickness[lines[colour]])
    }
  }, [lines])
}
