// The stand-in's process as a test holds it: starts it, talks to it, ends it. Runs in Node.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Electron from 'electron'
import type { HostOptions, Instruction, Reply } from './host-messages.ts'
import { hostOptionsName } from './host-messages.ts'
import type { Host } from './run.ts'

/** Runs a function in the stand-in's process with what it is given there, and answers what it answers. */
type RunWith<Given> = <Argument, Answer>(
  work: (given: Given, argument: Argument) => Answer | Promise<Answer>,
  argument: Argument,
) => Promise<Answer>

/** The stand-in's process. */
export interface HostProcess {
  id: number
  /** The address of Chromium's debugging protocol; `null` where the program ended before Chromium was started. */
  endpoint: Promise<string | null>
  /** Lets Electron become ready. */
  begin(): void
  /**
   * Runs a function in the process, with Electron's module. It may use nothing from around it; what it takes and
   * answers must be JSON.
   */
  inElectron: RunWith<typeof Electron>
  /** As {@link HostProcess.inElectron}, with what the stand-in itself has taken down. */
  inHost: RunWith<Host>
  errorOutput: () => string
  /** The exit code; `null` where a signal ended it. */
  ended: Promise<number | null>
  /** Ends it at once; harmless once it has ended. */
  kill(): void
}

/** What the process is started with, beside the stand-in's own options. */
export interface HostProcessOptions extends HostOptions {
  args: readonly string[]
  userId: number | null
}

interface Settler {
  resolve: (value: unknown) => void
  reject: (reason: Error) => void
}

/** Starts the process. */
export function startHostProcess(options: HostProcessOptions): HostProcess {
  const { args, userId, ...hostOptions } = options
  const child = fork(join(options.bundleFolder, 'run.js'), args, {
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      // Another user may not enter the home of this one.
      ...(userId === null ? {} : { HOME: tmpdir() }),
      [hostOptionsName]: JSON.stringify(hostOptions),
    },
    ...(userId === null ? {} : { uid: userId, gid: userId }),
  })
  let errorOutput = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (errorOutput += text))
  child.stdout?.resume()
  const ended = once(child, 'close').then(([code]: unknown[]) => (typeof code === 'number' ? code : null))

  const waiting = new Map<number, Settler>()
  const endpoint = new Promise<string | null>((resolve) => {
    child.on('message', (reply: Reply) => {
      if (reply.kind === 'chromium') resolve(reply.endpoint)
      else settle(reply)
    })
    void ended.then(() => resolve(null))
  })

  function settle(reply: Exclude<Reply, { kind: 'chromium' }>): void {
    const settler = waiting.get(reply.id)
    waiting.delete(reply.id)
    if (reply.kind === 'answer') settler?.resolve(reply.value)
    else settler?.reject(new Error(reply.message))
  }

  function send(instruction: Instruction): void {
    // A process that has ended takes nothing more; whoever waits is told below.
    if (child.connected) child.send(instruction)
  }

  let lastId = 0
  /** What comes back is JSON of what `work` answered, which the compiler knows and nobody can check here. */
  function run<Answer>(given: 'electron' | 'host', work: unknown, argument: unknown): Promise<Answer>
  function run(given: 'electron' | 'host', work: unknown, argument: unknown): Promise<unknown> {
    lastId += 1
    const id = lastId
    const answer = new Promise<unknown>((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      void ended.then(() => reject(new Error(`the program has ended:\n${errorOutput}`)))
    })
    send({ kind: 'run', id, source: String(work), given, argument })
    return answer
  }

  return {
    id: child.pid ?? 0,
    endpoint,
    begin: () => send({ kind: 'begin' }),
    inElectron: (work, argument) => run('electron', work, argument),
    inHost: (work, argument) => run('host', work, argument),
    errorOutput: () => errorOutput,
    ended,
    kill: () => void child.kill('SIGKILL'),
  }
}
