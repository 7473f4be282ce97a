import { describe, expect, it } from 'vitest'
import { keyChordSchema, menuCommands } from '../../../../electron/contract/commands.ts'
import { allCommands, commandOf } from '../../../../renderer/features/commands/all-commands.ts'
import type { Command } from '../../../../renderer/features/commands/command.ts'
import type { KeyPlace } from '../../../../renderer/features/commands/find-command.ts'
import { findCommand } from '../../../../renderer/features/commands/find-command.ts'
import {
  findConflict,
  giveKey,
  keysOf,
  resetKeys,
  swapKeys,
  takeKeys,
} from '../../../../renderer/features/commands/key-bindings.ts'
import type { KeyPress } from '../../../../renderer/features/commands/key-chord.ts'
import { chordsOf, isSingleKey } from '../../../../renderer/features/commands/key-chord.ts'
import { keeperOf } from '../../../../renderer/features/commands/reserved-keys.ts'
import messages from '../../../../renderer/messages/en.json'
import { writeKeys } from '../../../../renderer/ui/write-keys.ts'

const nothingHeld = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isAltGraph: false }
const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  ...nothingHeld,
  key,
  code,
  ...held,
})
const onPC = (...of: Parameters<typeof press>): string[] => chordsOf(press(...of), false)
const onMac = (...of: Parameters<typeof press>): string[] => chordsOf(press(...of), true)

describe('a key press', () => {
  it.each([
    ['a letter', onPC('h', 'KeyH'), ['H']],
    ['a letter under Caps Lock', onPC('H', 'KeyH'), ['H']],
    ['a capital', onPC('H', 'KeyH', { shiftKey: true }), ['Shift+H']],
    ['Ctrl and Shift', onPC('F', 'KeyF', { ctrlKey: true, shiftKey: true }), ['Mod+Shift+F']],
    ['a sign that takes Shift', onPC('?', 'Slash', { shiftKey: true }), ['?']],
    [
      'a sign with Ctrl where it takes Shift',
      onPC('/', 'Digit7', { ctrlKey: true, shiftKey: true }),
      ['Mod+/', 'Mod+Shift+7'],
    ],
    [
      'a digit with Alt and Shift',
      onPC('!', 'Digit1', { altKey: true, shiftKey: true }),
      ['Alt+!', 'Alt+Shift+1'],
    ],
    ['a digit where it takes Shift', onPC('1', 'Digit1', { shiftKey: true }), ['1']],
    ['the key of a digit where it takes Shift', onPC('&', 'Digit1'), ['&', '1']],
    ['a named key', onPC('F3', 'F3', { shiftKey: true }), ['Shift+F3']],
    ['the space bar', onPC(' ', 'Space'), ['Space']],
    ['a letter on a Cyrillic layout', onPC('р', 'KeyH'), ['Р', 'H']],
    ['Ctrl on a Cyrillic layout', onPC('я', 'KeyZ', { ctrlKey: true }), ['Mod+Я', 'Mod+Z']],
    ['a letter of another Latin layout', onPC('z', 'KeyY', { ctrlKey: true }), ['Mod+Z']],
    ['a sign by AltGr', onPC('/', 'KeyQ', { ctrlKey: true, altKey: true, isAltGraph: true }), ['/']],
    ['Cmd on a Mac', onMac('z', 'KeyZ', { metaKey: true }), ['Mod+Z']],
    ['Ctrl on a Mac', onMac('z', 'KeyZ', { ctrlKey: true }), ['Ctrl+Z']],
    [
      'Option on a Mac, which writes a sign',
      onMac('¬', 'KeyL', { altKey: true, shiftKey: true }),
      ['Alt+Shift+L'],
    ],
    ['a modifier alone', onPC('Shift', 'ShiftLeft', { shiftKey: true }), []],
    ['a dead key', onPC('Dead', 'Quote'), []],
    ['the Windows key', onPC('h', 'KeyH', { metaKey: true }), []],
  ])('is read: %s', (_what, chords, expected) => {
    expect(chords).toEqual(expected)
  })

  it('writes a character or not', () => {
    expect(['H', 'Shift+H', '?', '/', '+', 'Space'].map(isSingleKey)).toEqual(Array(6).fill(true))
    expect(['F3', 'Shift+F3', 'Mod+H', 'Alt+Shift+1', 'Escape'].map(isSingleKey)).toEqual(
      Array(5).fill(false),
    )
  })

  it('is written as the keyboard has it', () => {
    expect(
      ['Mod+Shift+F', 'Alt+PageDown', 'Escape', 'ArrowLeft'].map((keys) => writeKeys(keys, false)),
    ).toEqual(['Ctrl+Shift+F', 'Alt+Page Down', 'Esc', '←'])
    expect(['Mod+Shift+F', 'Ctrl+Alt+X'].map((keys) => writeKeys(keys, true))).toEqual(['⌘⇧F', '⌃⌥X'])
  })
})

const titleOf = ({ title, values }: Command): string =>
  Object.entries(values ?? {}).reduce<string>(
    (words, [name, value]) => words.replace(`{${name}}`, `${value}`),
    messages[title],
  )

describe('the commands', () => {
  it('have ids and titles of their own', () => {
    const ids = allCommands.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(allCommands.map(titleOf)).size).toBe(ids.length)
    expect(() => commandOf('desk.nothing')).toThrow(/desk\.nothing/)
  })

  it('have keys that are well written, that no other has, and of which no browser keeps the only one', () => {
    const chords = allCommands.flatMap(({ keys }) => keys)
    expect(chords.filter((chord) => !keyChordSchema.safeParse(chord).success)).toEqual([])
    expect(chords.filter((chord, at) => chords.indexOf(chord) !== at)).toEqual([])
    const kept = allCommands.filter(
      ({ keys }) => keys.length > 0 && keys.every((chord) => keeperOf(chord, false) === 'browser'),
    )
    expect(kept).toEqual([])
  })

  it('are in the native menu as the page has them', () => {
    const onPage = menuCommands.map(({ id }) => {
      const command = commandOf(id)
      return { id, title: titleOf(command), keys: command.keys }
    })
    expect(onPage).toEqual(menuCommands.map(({ id, title, keys }) => ({ id, title, keys })))
  })
})

describe('findCommand', () => {
  const settings = { keys: {}, singleKeys: true }
  const article: KeyPlace = { takesLetters: false, takesEnter: false, isInArticle: true, hasSelection: false }
  const field: KeyPlace = { ...article, takesLetters: true, takesEnter: true, isInArticle: false }
  const find = (chord: string, place: KeyPlace, chosen = settings): string | undefined =>
    findCommand(allCommands, chosen, [chord], place)?.id

  it('finds keys with a modifier also in text fields, and characters only outside', () => {
    expect(find('Mod+Shift+F', field)).toBe('search.library')
    expect(find('/', article)).toBe('search.library')
    expect(find('/', field)).toBeUndefined()
    expect(find('Mod+Z', field)).toBeUndefined()
  })

  it('finds the keys of a selection only while there is one', () => {
    expect(find('H', article)).toBeUndefined()
    expect(find('H', { ...article, hasSelection: true })).toBe('highlight.last')
    expect(find('H', { ...field, hasSelection: true })).toBeUndefined()
  })

  it('finds no single keys where they are switched off, but all others', () => {
    const off = { keys: {}, singleKeys: false }
    expect(find('/', article, off)).toBeUndefined()
    expect(find('1', { ...article, hasSelection: true }, off)).toBeUndefined()
    expect(find('F3', article, off)).toBe('search.nextMatch')
  })

  it('finds by the keys that the reader has chosen, and no longer by the others', () => {
    const chosen = { keys: { 'search.library': ['F4'] }, singleKeys: true }
    expect(find('F4', article, chosen)).toBe('search.library')
    expect(find('Mod+Shift+F', article, chosen)).toBeUndefined()
  })

  it('takes the first of several meanings that a command has', () => {
    expect(findCommand(allCommands, settings, ['Mod+Я', 'Mod+Z'], article)?.id).toBe('highlight.undo')
  })
})

const show = (keys: Record<string, string[]>, command: Command): readonly string[] =>
  keysOf(command, { keys, singleKeys: true })

describe('choosing keys', () => {
  const next = commandOf('search.nextMatch')
  const search = commandOf('search.library')
  const backUp = commandOf('data.backUp')
  it('tells who has a chord', () => {
    expect(findConflict(allCommands, {}, backUp, 'F3')).toBe(next)
    expect(findConflict(allCommands, {}, next, 'F3')).toBeNull()
    expect(findConflict(allCommands, { 'search.nextMatch': [] }, backUp, 'F3')).toBeNull()
  })

  it('gives a free chord in place of the first', () => {
    const keys = giveKey(allCommands, {}, search, 'F4')
    expect(show(keys, search)).toEqual(['F4', '/'])
  })

  it('takes a chord from whoever had it', () => {
    const keys = giveKey(allCommands, {}, search, 'F3')
    expect(show(keys, search)).toEqual(['F3', '/'])
    expect(show(keys, next)).toEqual(['Mod+G'])
  })

  it('swaps two chords', () => {
    const keys = swapKeys(allCommands, {}, search, 'F3')
    expect(show(keys, search)).toEqual(['F3', '/'])
    expect(show(keys, next)).toEqual(['Mod+Shift+F', 'Mod+G'])
  })

  it('keeps nothing that is as it was made', () => {
    expect(giveKey(allCommands, giveKey(allCommands, {}, backUp, 'F4'), backUp, 'F7')).toEqual({
      'data.backUp': ['F7'],
    })
    expect(resetKeys(allCommands, { 'data.backUp': ['F7'] }, backUp)).toEqual({})
    expect(takeKeys(allCommands, {}, backUp)).toEqual({})
    expect(giveKey(allCommands, takeKeys(allCommands, {}, next), next, 'F3')).toEqual({
      'search.nextMatch': ['F3'],
    })
  })

  it('gives a command its own keys back, from whoever has them', () => {
    const keys = resetKeys(allCommands, giveKey(allCommands, {}, backUp, 'F3'), next)
    expect(show(keys, next)).toEqual(['F3', 'Mod+G'])
    expect(show(keys, backUp)).toEqual([])
  })

  it('keeps the keys of commands that this program does not know', () => {
    expect(giveKey(allCommands, { 'compare.link': ['F9'] }, backUp, 'F7')).toEqual({
      'compare.link': ['F9'],
      'data.backUp': ['F7'],
    })
  })

  it.each([
    ['Mod+W', 'browser'],
    ['Mod+Tab', 'browser'],
    ['Mod+3', 'browser'],
    ['Alt+3', 'browser'],
    ['Alt+F4', 'system'],
    ['Mod+C', 'editing'],
    ['Tab', 'page'],
    ['Shift+Tab', 'page'],
    ['Mod+ArrowLeft', 'page'],
    ['Mod+Shift+F', null],
    ['H', null],
    ['+', null],
  ])('knows who keeps %s: %s', (chord, keeper) => {
    expect(keeperOf(chord, false)).toBe(keeper)
  })

  it('knows what a Mac keeps', () => {
    expect(keeperOf('Mod+H', true)).toBe('system')
    expect(keeperOf('Mod+H', false)).toBeNull()
  })
})
