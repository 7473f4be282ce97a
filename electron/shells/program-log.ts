// The log of a running program: to the terminal from the first line, and to a file once the data folder may be written.
// Plain Node, for both shells.
import type { Clock, Log } from '../services/ports.ts'
import { systemCode } from '../storage/system-code.ts'
import { openLogFile } from './log-file.ts'
import { createStderrLog } from './stderr-log.ts'

/** Characters of early lines that wait for the data folder; a start says far less. */
const waitingLimit = 65_536

/** A log that can be kept. */
export interface ProgramLog extends Log {
  /** Keeps all lines in this data folder from now on, those that were said before among them. Not called where nothing may be written. */
  keepIn(dataFolder: string): void
}

/** What the log needs: `write` takes whole lines for the terminal. */
export interface ProgramLogOptions {
  write: (text: string) => void
  clock: Clock
}

/** Makes the log. Where its file cannot be written, the terminal is told once and the program goes on without the file. */
export function createProgramLog({ write, clock }: ProgramLogOptions): ProgramLog {
  let waiting = ''
  let keep: ((text: string) => void) | null = null
  let isKept = true

  const log = createStderrLog((text) => {
    write(text)
    if (keep !== null) keepText(text, keep)
    else if (waiting.length < waitingLimit) waiting += text
  })

  function keepText(text: string, append: (text: string) => void): void {
    if (!isKept) return
    try {
      append(text)
    } catch (cause) {
      isKept = false
      log.error(`the log is not kept any more in this run (${systemCode(cause) ?? 'unforeseen'})`)
    }
  }

  return {
    ...log,
    keepIn(dataFolder) {
      keep = openLogFile({ dataFolder, clock })
      if (waiting !== '') keepText(waiting, keep)
      waiting = ''
    },
  }
}
