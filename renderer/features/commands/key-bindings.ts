// Which keys each command has now: its own, or those that the reader has chosen. Plain functions over the settings.
import type { ChosenKeys, KeyChord } from '../../../electron/contract/commands.ts'
import type { Settings } from '../../../electron/contract/settings.ts'
import type { Command } from './command.ts'
import { isSingleKey } from './key-chord.ts'

/** The settings that decide about keys. */
export type KeySettings = Pick<Settings, 'keys' | 'singleKeys'>

/** The keys of a command, those that are switched off among them. */
export function chosenKeysOf(command: Command, keys: ChosenKeys): readonly KeyChord[] {
  return keys[command.id] ?? command.keys
}

/** The keys by which a command can be called now. */
export function keysOf(command: Command, { keys, singleKeys }: KeySettings): readonly KeyChord[] {
  const chosen = chosenKeysOf(command, keys)
  return singleKeys ? chosen : chosen.filter((chord) => !isSingleKey(chord))
}

/** The command that has a chord already, besides `command` itself; `null` where it is free. */
export function findConflict(
  commands: readonly Command[],
  keys: ChosenKeys,
  command: Command,
  chord: KeyChord,
): Command | null {
  const has = (other: Command): boolean => chosenKeysOf(other, keys).includes(chord)
  return commands.find((other) => other.id !== command.id && has(other)) ?? null
}

/** Leaves out what is as it was made, so that a command's own keys may change with the program. */
function tidy(commands: readonly Command[], keys: ChosenKeys): ChosenKeys {
  const isOwn = (id: string, chords: readonly KeyChord[]): boolean => {
    const own = commands.find((command) => command.id === id)?.keys
    return own !== undefined && own.length === chords.length && own.every((chord, at) => chord === chords[at])
  }
  return Object.fromEntries(Object.entries(keys).filter(([id, chords]) => !isOwn(id, chords)))
}

/** Gives a command a chord in place of its first, or its first where it has none; whoever had it loses it. */
export function giveKey(
  commands: readonly Command[],
  keys: ChosenKeys,
  command: Command,
  chord: KeyChord,
): ChosenKeys {
  const loser = findConflict(commands, keys, command, chord)
  const mine = chosenKeysOf(command, keys)
  const kept = mine.slice(1).filter((other) => other !== chord)
  const given = { ...keys, [command.id]: [chord, ...kept] }
  if (!loser) return tidy(commands, given)
  const left = chosenKeysOf(loser, keys).filter((other) => other !== chord)
  return tidy(commands, { ...given, [loser.id]: left })
}

/** Gives a command a chord that another has, which gets the first of its own in return. */
export function swapKeys(
  commands: readonly Command[],
  keys: ChosenKeys,
  command: Command,
  chord: KeyChord,
): ChosenKeys {
  const loser = findConflict(commands, keys, command, chord)
  const given = giveKey(commands, keys, command, chord)
  const [freed] = chosenKeysOf(command, keys)
  if (!loser || freed === undefined) return given
  return tidy(commands, { ...given, [loser.id]: [freed, ...chosenKeysOf(loser, given)] })
}

/** Takes all keys from a command. */
export function takeKeys(commands: readonly Command[], keys: ChosenKeys, command: Command): ChosenKeys {
  return tidy(commands, { ...keys, [command.id]: [] })
}

/** Gives a command its own keys back; who has one of them now loses it. */
export function resetKeys(commands: readonly Command[], keys: ChosenKeys, command: Command): ChosenKeys {
  const cleared = Object.entries(keys).map(([id, chords]) => [
    id,
    chords.filter((chord) => !command.keys.includes(chord)),
  ])
  return tidy(commands, { ...Object.fromEntries(cleared), [command.id]: [...command.keys] })
}
