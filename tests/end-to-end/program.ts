// What a spec may do with a running Bookwheel, whichever shell carries it. Every shell's launcher answers a Program.
import type { Page } from 'playwright-core'
import type { OperationName } from '../../electron/contract/operation-names.ts'
import type { ShellName } from '../../electron/contract/status.ts'

/** How a program is to be started. */
export interface LaunchOptions {
  /** Absolute path of the folder for notes and settings. */
  dataFolder: string
  /** Absolute path of the folder with `package.json`, `out` and `corpus`; the built project itself where none is named. */
  programFolder?: string
  /** The user id that the program's process runs under; the test's own where none is named. */
  userId?: number
  /** Files and links that the desktop is asked to open, as arguments. */
  opened?: readonly string[]
}

/** A program that has shown its first page. */
export interface Program {
  shell: ShellName
  /** The process that holds the data folder. */
  processId: number
  dataFolder: string
  /** The first page, loaded. */
  page: Page
  /** Opens one more page (a tab, a window) on the same running program and loads it. */
  openPage: () => Promise<Page>
  /**
   * Asks for an operation beside the page's own client, but by the same road (HTTP, IPC), and answers the
   * whole `Result`. The input is sent as it is, so that a spec can send a wrong one.
   */
  call: (operation: OperationName, input: unknown) => Promise<unknown>
  /**
   * Stops the program as a user would, and answers its exit code; `null` where a signal ended it. Its pages stay open
   * where the shell lets them.
   */
  stop: () => Promise<number | null>
  /** Ends the program's process at once (SIGKILL), as a power cut would. Nothing is flushed, nothing removed. */
  kill: () => Promise<void>
  /** Ends whatever still runs and closes every page. Harmless when all has ended already. */
  dispose: () => Promise<void>
  /** What the program has written to its standard error stream so far. */
  errorOutput: () => string
  /**
   * What no run may show, from all pages so far: requests to anything but the program, breaches of the
   * content security policy, errors in the console, errors that nobody caught. One line each.
   */
  faults: () => readonly string[]
}

/** Starts a program and waits for its first page. Throws a {@link StartRefusal} where the program ends instead. */
export type LaunchProgram = (options: LaunchOptions) => Promise<Program>

/** The program ended before it showed a page. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal'
  /** `null` where a signal ended it. */
  readonly exitCode: number | null
  readonly errorOutput: string

  constructor(exitCode: number | null, errorOutput: string) {
    super(`the program ended with ${exitCode} before it showed a page:\n${errorOutput}`)
    this.exitCode = exitCode
    this.errorOutput = errorOutput
  }
}

/** What {@link Program.stop} answers in browser mode when all is well. Windows cannot ask a process to stop, only end it. */
export const cleanExit = process.platform === 'win32' ? null : 0

/** What {@link Program.stop} answers when all is well. The desktop is asked in words of its own, on every system. */
export function cleanExitOf({ shell }: Program): number | null {
  return shell === 'loopback' ? cleanExit : 0
}

/** One way to run the program. */
export interface Shell {
  name: string
  launch: LaunchProgram
  /** Why this shell cannot run here, in words for the test report, or `null` where it can. */
  skip: string | null
}
