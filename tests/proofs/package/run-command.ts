// Runs a command to its end and keeps what it said. Runs in Node.
import { spawn } from 'node:child_process'

/** How a command ended. */
export interface CommandEnd {
  exitCode: number | null
  /** Standard output and standard error stream. */
  output: string
  errorOutput: string
}

/** Runs `command` (a path, or a name in `PATH`). Where it cannot be found the exit code is `null`. */
export async function runCommand(
  command: string,
  args: readonly string[],
  options: { folder?: string; environment?: Readonly<Record<string, string>> } = {},
): Promise<CommandEnd> {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...options.environment },
    ...(options.folder === undefined ? {} : { cwd: options.folder }),
  })
  let output = ''
  let errorOutput = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errorOutput += text))
  child.on('error', (cause) => (errorOutput += String(cause)))
  // Not `once` of node:events, which would throw for a command that is not there.
  const exitCode = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { exitCode: exitCode !== null && exitCode >= 0 ? exitCode : null, output, errorOutput }
}

/** Runs a command that must succeed, and answers its standard output. Throws with all that it said otherwise. */
export async function demand(...input: Parameters<typeof runCommand>): Promise<string> {
  const { exitCode, output, errorOutput } = await runCommand(...input)
  if (exitCode !== 0)
    throw new Error(`${input[0]} ${input[1].join(' ')} ended with ${exitCode}\n${output}${errorOutput}`)
  return output
}
