// Runs a Node program as a child and keeps hold of it: its output, its end, and nothing left behind. Runs in Node.
import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** How a process ended: `null` for the exit code where a signal ended it. */
export interface ProcessEnd {
  exitCode: number | null
  output: string
  errorOutput: string
}

/** A process that was started. */
export interface RunningProcess {
  id: number
  /** All of the standard output and of the standard error stream so far. */
  output: () => string
  errorOutput: () => string
  /** Resolved with the first whole line of the standard output; rejected where the process ends without one. */
  firstLine: Promise<string>
  ended: Promise<ProcessEnd>
  /** Sends a signal; harmless once the process has ended. */
  signal: (name: NodeJS.Signals) => void
}

/** What a process is to be run with. */
export interface ProcessOptions {
  /** Arguments of `node`. */
  args: readonly string[]
  /** Added to the environment of the test. */
  environment?: Readonly<Record<string, string>>
  /** The test's own where none is named. */
  userId?: number
  workingFolder?: string
}

/** Starts `node` with the given arguments. */
export function runProcess({
  args,
  environment = {},
  userId,
  workingFolder,
}: ProcessOptions): RunningProcess {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
    ...(userId === undefined ? {} : { uid: userId, gid: userId }),
    ...(workingFolder === undefined ? {} : { cwd: workingFolder }),
  })
  let output = ''
  let errorOutput = ''
  child.stdout.setEncoding('utf8')
  child.stderr.setEncoding('utf8')
  child.stderr.on('data', (text: string) => (errorOutput += text))
  // `close` comes after the last output, `exit` may come before it.
  const ended = once(child, 'close').then(([exitCode]: unknown[]): ProcessEnd => {
    return { exitCode: typeof exitCode === 'number' ? exitCode : null, output, errorOutput }
  })
  const firstLine = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text: string) => {
      output += text
      if (output.includes('\n')) resolve(output.slice(0, output.indexOf('\n')))
    })
    void ended.then((end) => reject(new Error(`ended with ${end.exitCode} and no line:\n${end.errorOutput}`)))
  })
  // Whoever does not wait for a line does not mind that none came.
  firstLine.catch(() => undefined)
  return {
    id: child.pid ?? 0,
    output: () => output,
    errorOutput: () => errorOutput,
    firstLine,
    ended,
    signal: (name) => void child.kill(name),
  }
}
