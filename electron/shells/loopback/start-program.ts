// Puts the program together around an HTTP server: stores, services, dispatcher, events. Loopback shell.
import { EventEmitter, once } from 'node:events'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import type Conf from 'conf'
import type { Dispatch } from '../../dispatch.ts'
import type { Clock } from '../../services/ports.ts'
import type { OpenStores } from '../../storage/open-stores.ts'
import { assembleProgram } from '../assemble-program.ts'
import { openStoresAloud } from '../open-stores-aloud.ts'
import type { ProgramLog } from '../program-log.ts'
import { createAccessToken, createTokenGuard } from './access-token.ts'
import { createEventStream } from './event-stream.ts'
import type { HttpServer, HttpServerOptions } from './http-server.ts'
import { startHttpServer } from './http-server.ts'
import { listenAtBestPort, readLastPort, rememberPort } from './last-port.ts'

/** What the program needs to know of where it runs. Folders are absolute. */
export interface ProgramOptions {
  /** Holds `package.json`, `corpus` and `out`. */
  programFolder: string
  dataFolder: string
  /** The port that the user named, or `null`. */
  askedPort: number | null
  StoreClass: typeof Conf
  startWorker: () => Worker
  startAnchoringWorker: () => Worker
  clock: Clock
  log: ProgramLog
}

/** A program that answers requests. */
export interface RunningProgram {
  /** The address with the token: whoever has it has everything. */
  address: string
  /** Resolved once the library is loaded and indexed; rejected where it cannot be loaded. */
  ready: Promise<void>
  /** Resolved at the first operation that a page asks for. */
  firstCall: Promise<void>
  /** Finishes what is under way and releases the data folder. */
  close(): Promise<void>
  /** Releases the data folder and nothing else: for an end that cannot wait. */
  release: () => void
}

/** Starts the program. Throws a `StartFailure` where it cannot run; then nothing is left open. */
export async function startProgram(options: ProgramOptions): Promise<RunningProgram> {
  const { programFolder, dataFolder, clock, log } = options
  const stores = openStoresAloud({ ...options, folder: dataFolder, shell: 'loopback' }, log)
  const events = createEventStream()
  const program = assembleProgram({
    ...options,
    resourceFolder: programFolder,
    shell: 'loopback',
    stores,
    publish: events.publish,
  })
  const { dispatch, firstCall } = noticeFirstCall(program.dispatch)
  const token = createAccessToken()

  try {
    const server = await listen(options, stores, {
      pageFolder: join(programFolder, 'out', 'renderer'),
      judgeToken: createTokenGuard(token, clock),
      dispatch,
      events,
      log,
    })
    return {
      address: `${server.origin}/#t=${token}`,
      ready: program.start(),
      firstCall,
      async close() {
        await server.close()
        await program.close()
      },
      release: () => stores.close(),
    }
  } catch (cause) {
    events.close()
    await program.close()
    throw cause
  }
}

function noticeFirstCall(dispatch: Dispatch): { dispatch: Dispatch; firstCall: Promise<void> } {
  const calls = new EventEmitter()
  return {
    dispatch(operation, input) {
      calls.emit('call')
      return dispatch(operation, input)
    },
    firstCall: once(calls, 'call').then(() => undefined),
  }
}

async function listen(
  { dataFolder, askedPort, log }: ProgramOptions,
  { readOnly }: OpenStores,
  serverOptions: HttpServerOptions,
): Promise<HttpServer> {
  const server = await listenAtBestPort({
    asked: askedPort,
    last: readLastPort(dataFolder),
    listen: (port) => startHttpServer(port, serverOptions),
  })
  if (readOnly === null) rememberPort(dataFolder, server.port, log)
  return server
}
