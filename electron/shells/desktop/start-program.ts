// Puts the program together behind the windows: services and dispatcher. Desktop shell; plain Node.
import type { Worker } from 'node:worker_threads'
import type { Settings } from '../../contract/settings.ts'
import type { Dispatch } from '../../dispatch.ts'
import { createDispatch } from '../../dispatch.ts'
import { createServices } from '../../services/create-services.ts'
import type { Clock, Log, Publish } from '../../services/ports.ts'
import { createWorkerIndex } from '../../services/search/create-worker-index.ts'
import type { OpenStores } from '../../storage/open-stores.ts'
import { readProgramFacts } from '../read-program-facts.ts'
import { trackCalls } from './track-calls.ts'

/** What the program needs to know of where it runs. Folders are absolute. */
export interface ProgramOptions {
  /** Holds `package.json`, `corpus` and `out`. */
  programFolder: string
  dataFolder: string
  stores: OpenStores
  startWorker: () => Worker
  publish: Publish
  clock: Clock
  log: Log
}

/** A program that answers calls. */
export interface RunningProgram {
  dispatch: Dispatch
  /** Resolved once the library is loaded and indexed; rejected where it cannot be loaded. */
  ready: Promise<void>
  readTheme: () => Settings['theme']
  /** Finishes what is under way and releases the data folder. */
  close(): Promise<void>
}

/** Starts the program. */
export function startProgram(options: ProgramOptions): RunningProgram {
  const { programFolder, dataFolder, stores, startWorker, publish, clock, log } = options
  const facts = readProgramFacts({ programFolder, dataFolder, shell: 'desktop' })
  const searchIndex = createWorkerIndex({ startWorker, log })
  const services = createServices({ stores, searchIndex, publish, clock, log, facts })
  const calls = trackCalls(createDispatch(services.handlers, log))
  return {
    dispatch: calls.dispatch,
    ready: services.start(),
    readTheme: () => stores.settings.read().theme,
    async close() {
      await calls.settled()
      await services.close()
      stores.close()
    },
  }
}
