// Which command a key press calls, by the keys that the commands have and the place where the focus is.
import type { KeyChord } from '../../../electron/contract/commands.ts'
import type { Command } from './command.ts'
import type { KeySettings } from './key-bindings.ts'
import { keysOf } from './key-bindings.ts'
import { isSingleKey } from './key-chord.ts'

/** Where a key is pressed. */
export interface KeyPlace {
  /** In something that takes letters: a text field, a menu, a list that is searched by typing. */
  takesLetters: boolean
  /** On a button or the like, which Enter and the space bar press. */
  takesEnter: boolean
  isInArticle: boolean
  hasSelection: boolean
}

const letterTakers =
  'input:not([type="radio"], [type="checkbox"], [type="range"]), textarea, select, [contenteditable="true"], [role="menu"], [role="listbox"]'

/** Reads the place of an event. */
export function readPlace(target: EventTarget | null, hasSelection: boolean): KeyPlace {
  const element = target instanceof Element ? target : null
  return {
    takesLetters: element?.closest(letterTakers) != null,
    takesEnter: element?.closest('button, a, summary, input, select, textarea') != null,
    isInArticle: element?.closest('.pane-scroll') != null,
    hasSelection,
  }
}

function acts({ when }: Command, chord: KeyChord, place: KeyPlace): boolean {
  if (place.takesLetters && (when !== 'anywhere' || isSingleKey(chord))) return false
  if (place.takesEnter && chord === 'Enter') return false
  if (when === 'selection') return place.hasSelection
  return when !== 'article' || place.isInArticle
}

/** The command that the likeliest of these chords calls at this place, or `null`. */
export function findCommand(
  commands: readonly Command[],
  settings: KeySettings,
  chords: readonly KeyChord[],
  place: KeyPlace,
): Command | null {
  for (const chord of chords) {
    const called = commands.find(
      (command) => keysOf(command, settings).includes(chord) && acts(command, chord, place),
    )
    if (called) return called
  }
  return null
}
