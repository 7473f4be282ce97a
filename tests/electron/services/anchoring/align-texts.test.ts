// Two whole texts aligned, for as long as there is time.
import { describe, expect, it } from 'vitest'
import { alignTexts } from '../../../../electron/services/anchoring/align-texts.ts'
import { foldText } from '../../../../electron/services/anchoring/fold-text.ts'

const old = foldText('The guest replied that trade had grown.')
const renewed = foldText('Then the guest replied that trade had shrunk.')

describe('alignTexts', () => {
  it('finds the words that stayed', () => {
    expect([...(alignTexts(old, renewed)?.wordMap ?? [])]).toEqual([1, 2, 3, 4, 5, 6, -1])
  })

  it('answers nothing rather than half of it where the time has run out', () => {
    expect(alignTexts(old, renewed, () => false)).toBeNull()
  })
})
