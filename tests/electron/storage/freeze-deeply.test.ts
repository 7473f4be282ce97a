// Values that nobody can change.
import { expect, it } from 'vitest'
import { freezeDeeply } from '../../../electron/storage/freeze-deeply.ts'

it('freezes a value with everything in it, and answers it', () => {
  const value = { list: [{ name: 'one' }], nothing: null, text: 'text' }
  expect(freezeDeeply(value)).toBe(value)
  for (const part of [value, value.list, value.list[0]]) expect(Object.isFrozen(part)).toBe(true)
})

it('does not go through what is frozen already: a store is looked at often', () => {
  const inner = { name: 'one' }
  freezeDeeply(Object.freeze({ inner }))
  expect(Object.isFrozen(inner)).toBe(false)
})
