// Reads the options that the program was started with. Loopback shell; pure.
import { parseArgs } from 'node:util'
import { wrongCommandLine, wrongPort } from './messages.ts'

/** What the command line asks for. */
export type Command =
  | { kind: 'help' }
  | { kind: 'version' }
  | {
      kind: 'run'
      /** The port to listen at (0: any that is free), or `null` where none was named. */
      port: number | null
      /** As it was written, or `null` where none was named. */
      dataFolder: string | null
      opensBrowser: boolean
    }
  /** It cannot be read; `message` says why. */
  | { kind: 'wrong'; message: string }

/** Reads the arguments behind the program's own name. `command` is how it was called, for what it says of them. */
export function readCommandLine(args: readonly string[], command = 'npm start --'): Command {
  const wrong = (reason: string): Command => ({ kind: 'wrong', message: wrongCommandLine(reason, command) })
  try {
    const { values } = parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: false,
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
        version: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) return { kind: 'help' }
    if (values.version) return { kind: 'version' }
    if (values.data === '') return wrong('--data takes the path of a folder')
    if (values.port !== undefined && !isPort(values.port)) return wrong(wrongPort(values.port))
    return {
      kind: 'run',
      port: values.port === undefined ? null : Number(values.port),
      dataFolder: values.data ?? null,
      opensBrowser: !values['no-open'],
    }
  } catch (cause) {
    if (isParseError(cause)) return wrong(cause.message)
    throw cause
  }
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535
}

function isParseError(cause: unknown): cause is Error {
  return cause instanceof Error && 'code' in cause && String(cause.code).startsWith('ERR_PARSE_ARGS_')
}
