// The lines of the log as the standard error stream gets them, each marked with the program's name. Plain Node, for both shells.
import type { Log } from '../services/ports.ts'

/** Marks the lines of this program among those of others in a terminal. */
export const terminalPrefix = 'bookwheel: '

/**
 * What may be told of a cause: its kind, message and place in the code. A SyntaxError keeps its message to
 * itself, because `JSON.parse` quotes the text that it could not read, which may be a note.
 */
function describeCause(cause: unknown): string[] {
  if (!(cause instanceof Error)) return [`a thrown ${typeof cause}`]
  const places = (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const title = cause instanceof SyntaxError ? cause.name : `${cause.name}: ${cause.message}`
  return [title, ...places.map((line) => line.trim())]
}

/** Makes the log that hands whole lines to `write`, line feeds included. */
export function createStderrLog(write: (text: string) => void): Log {
  const writeLines = (lines: readonly string[]): void =>
    write(lines.map((line, at) => `${terminalPrefix}${at === 0 ? '' : '  '}${line}\n`).join(''))

  return {
    info: (message) => writeLines(message.split('\n')),
    error: (message, cause) =>
      writeLines([...message.split('\n'), ...(cause === undefined ? [] : describeCause(cause))]),
  }
}
