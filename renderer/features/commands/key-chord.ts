// Key presses as chords such as `Mod+Shift+F` (see keyChordSchema). Plain functions: no page needed.
import type { KeyChord } from '../../../electron/contract/commands.ts'

/** What counts of a keyboard event. `isAltGraph` is the state of AltGr, which Windows reports as Ctrl and Alt too. */
export interface KeyPress {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
  isAltGraph: boolean
}

/** What counts of an event. */
export function toKeyPress(event: KeyboardEvent): KeyPress {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event
  return { key, code, ctrlKey, metaKey, altKey, shiftKey, isAltGraph: event.getModifierState('AltGraph') }
}

const modifierKeys = ['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Fn', 'NumLock', 'OS']
const isCharacter = (key: string): boolean => /^.$/u.test(key)
/** A letter of another script, as on a Cyrillic or Greek layout: its key is known by its place instead. */
const isForeignLetter = (key: string): boolean => /^\p{L}$/u.test(key) && !/^\p{Script=Latin}$/u.test(key)

/** The letter or digit that stands at a place of the keyboard in the layouts that most are named after. */
function keyAtPlace(code: string): string | null {
  return /^(?:Key([A-Z])|Digit(\d))$/.exec(code)?.slice(1).find(Boolean) ?? null
}

/** The names of the key itself: as its layout has it, then by its place where the layout's own is no help. */
function namesOf({ key, code }: KeyPress, hasAlt: boolean, hasModifier: boolean, mac: boolean): string[] {
  const placed = keyAtPlace(code)
  // Option writes other characters on a Mac.
  if (placed && hasAlt && mac) return [placed]
  if (!isCharacter(key)) return [key]
  const named = key === ' ' ? 'Space' : key.toUpperCase()
  // Shift writes signs in the row of digits.
  const isSignOnDigit = hasModifier && placed !== null && /\d/.test(placed) && named !== placed
  if (placed && (isForeignLetter(key) || isSignOnDigit)) return [named, placed]
  return [named]
}

/**
 * The chords that a press can mean, the likeliest first; none while a modifier alone is pressed. A sign such as `?` says
 * by itself which keys it takes, so Shift is left out with it.
 */
export function chordsOf(press: KeyPress, mac: boolean): KeyChord[] {
  if (modifierKeys.includes(press.key) || ['Dead', 'Process', 'Unidentified', ''].includes(press.key))
    return []
  const control = press.ctrlKey && !press.isAltGraph
  const mod = mac ? press.metaKey : control
  const ctrl = mac && control
  const alt = press.altKey && !press.isAltGraph
  // The Windows or Super key belongs to the system.
  if (!mac && press.metaKey) return []
  const hasModifier = mod || ctrl || alt
  const chords = namesOf(press, alt, hasModifier, mac).map((name) => {
    const shift =
      press.shiftKey && (!isCharacter(name) || /\p{L}/u.test(name) || (hasModifier && /\d/.test(name)))
    return `${mod ? 'Mod+' : ''}${ctrl ? 'Ctrl+' : ''}${alt ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${name}`
  })
  // On a French keyboard digits take Shift; without it their keys mean the digits as well.
  const digit = keyAtPlace(press.code)
  const bare = !hasModifier && !press.shiftKey && !press.isAltGraph
  return bare && digit && /\d/.test(digit) && !chords.includes(digit) ? [...chords, digit] : chords
}

/** Whether a chord writes a character, so that it must not act where somebody types and can be switched off. */
export function isSingleKey(chord: KeyChord): boolean {
  return isCharacter(chord.replace(/^Shift\+(?=.)/, '')) || chord === 'Space'
}
