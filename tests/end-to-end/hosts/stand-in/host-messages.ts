// What a test and the stand-in's process say to each other. Runs in both.

/** What the stand-in's process is started with: the environment variable {@link hostOptionsName}, as JSON. */
export interface HostOptions {
  /** Absolute path of the folder with `package.json` and `out`. */
  programFolder: string
  /** Absolute path of the folder with the bundled stand-in. */
  bundleFolder: string
  chromiumPath: string
  /** As root Chromium cannot use its own sandbox. */
  chromiumSandbox: boolean
}

/** See {@link HostOptions}. */
export const hostOptionsName = 'BOOKWHEEL_STAND_IN'

/** From a test. */
export type Instruction =
  /** The test is watching: Electron may become ready. */
  | { kind: 'begin' }
  /** Run the function of this text, with Electron's module or with what the stand-in has taken down. */
  | { kind: 'run'; id: number; source: string; given: 'electron' | 'host'; argument: unknown }

/** To a test. */
export type Reply =
  /** Chromium runs and can be reached by its debugging protocol. */
  | { kind: 'chromium'; endpoint: string }
  | { kind: 'answer'; id: number; value: unknown }
  | { kind: 'failure'; id: number; message: string }
