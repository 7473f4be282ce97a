// Which key moves the reading caret how. Plain functions.

/** How far a move goes. `lineEdge` is the start or end of a line, `view` a screenful. */
export type CaretUnit =
  'character' | 'word' | 'sentence' | 'line' | 'lineEdge' | 'paragraph' | 'view' | 'article'

/** A move of the caret: forwards (1) or backwards (-1). With `extends` the selection's other end stays. */
export interface CaretMove {
  unit: CaretUnit
  direction: 1 | -1
  extends: boolean
}

/** What counts of a key press. */
type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

type Units = Readonly<Partial<Record<string, CaretUnit>>>
const unitsWithoutModifier: Units = {
  ArrowLeft: 'character',
  ArrowRight: 'character',
  ArrowUp: 'line',
  ArrowDown: 'line',
  Home: 'lineEdge',
  End: 'lineEdge',
  PageUp: 'view',
  PageDown: 'view',
}
const unitsWithCtrl: Units = {
  ArrowLeft: 'word',
  ArrowRight: 'word',
  ArrowUp: 'paragraph',
  ArrowDown: 'paragraph',
  Home: 'article',
  End: 'article',
}
const unitsWithAlt: Units = { ArrowUp: 'sentence', ArrowDown: 'sentence' }
const unitsWithOption: Units = {
  ArrowLeft: 'word',
  ArrowRight: 'word',
  ArrowUp: 'paragraph',
  ArrowDown: 'paragraph',
}
const unitsWithCmd: Units = {
  ArrowLeft: 'lineEdge',
  ArrowRight: 'lineEdge',
  ArrowUp: 'article',
  ArrowDown: 'article',
}

function unitOf({ key, ctrlKey, metaKey, altKey }: Press, mac: boolean): CaretUnit | undefined {
  const held = [ctrlKey, metaKey, altKey].filter(Boolean).length
  if (held === 0) return unitsWithoutModifier[key]
  // A Mac has no free modifier for sentences: Option and Cmd together.
  if (mac && held === 2 && metaKey && altKey) return unitsWithAlt[key]
  if (held > 1) return undefined
  if (mac) return (altKey ? unitsWithOption : metaKey ? unitsWithCmd : {})[key]
  return (ctrlKey ? unitsWithCtrl : altKey ? unitsWithAlt : {})[key]
}

/** The move that a key press means, as in text fields of the system; `null` for other keys. */
export function readCaretMove(press: Press, mac: boolean): CaretMove | null {
  const unit = unitOf(press, mac)
  if (unit === undefined) return null
  const backwards = ['ArrowLeft', 'ArrowUp', 'Home', 'PageUp'].includes(press.key)
  return { unit, direction: backwards ? -1 : 1, extends: press.shiftKey }
}
