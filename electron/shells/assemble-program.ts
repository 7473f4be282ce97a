// Puts the program together behind a shell's windows or its server: services and dispatcher. Plain Node, for both shells.
import type { Worker } from 'node:worker_threads'
import type { ShellName } from '../contract/status.ts'
import type { Dispatch } from '../dispatch.ts'
import { createDispatch } from '../dispatch.ts'
import { createAnchorFinder } from '../services/anchoring/create-anchor-finder.ts'
import type { Services } from '../services/create-services.ts'
import { createServices } from '../services/create-services.ts'
import type { Clock, Log, Publish } from '../services/ports.ts'
import { createWorkerIndex } from '../services/search/create-worker-index.ts'
import type { OpenStores } from '../storage/open-stores.ts'
import { readAbout } from './read-about.ts'
import { readProgramFacts } from './read-program-facts.ts'
import { trackCalls } from './track-calls.ts'

/** What the program needs to know of where it runs. Folders are absolute. */
export interface ProgramParts {
  /** Holds `package.json` and `out`. */
  programFolder: string
  /** Holds `corpus`. */
  resourceFolder: string
  dataFolder: string
  shell: ShellName
  stores: OpenStores
  startWorker: () => Worker
  startAnchoringWorker: () => Worker
  publish: Publish
  /** See the member of `ServiceParts`. */
  openFolder?: (path: string) => Promise<string>
  /** See the member of `ServiceParts`. */
  readOpenedFile?: (path: string) => Promise<Uint8Array>
  clock: Clock
  log: Log
}

/** A program that can answer calls. */
export interface AssembledProgram {
  /** May be called at once: what needs the library waits until it is loaded. */
  dispatch: Dispatch
  /** Loads and indexes the library; call it once. Rejected where it cannot be loaded. */
  start(): Promise<void>
  /** See the member of `Services`. */
  handOver: Services['handOver']
  /** Finishes what is under way and releases the data folder. */
  close(): Promise<void>
}

/** Puts the program together; it does not start by itself. */
export function assembleProgram(parts: ProgramParts): AssembledProgram {
  const { stores, startWorker, startAnchoringWorker, publish, clock, log } = parts
  const searchIndex = createWorkerIndex({ startWorker, log })
  const anchorFinder = createAnchorFinder({ startWorker: startAnchoringWorker, log })
  const services = createServices({
    stores,
    searchIndex,
    anchorFinder,
    publish,
    clock,
    log,
    facts: readProgramFacts(parts),
    readAbout: () => readAbout(parts.programFolder),
    ...(parts.openFolder ? { openFolder: parts.openFolder } : {}),
    ...(parts.readOpenedFile ? { readOpenedFile: parts.readOpenedFile } : {}),
  })
  const calls = trackCalls(createDispatch(services.handlers, log))
  return {
    dispatch: calls.dispatch,
    start: () => services.start(),
    handOver: (opened) => services.handOver(opened),
    async close() {
      await calls.settled()
      await services.close()
      stores.close()
    },
  }
}
