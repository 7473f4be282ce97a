// Finds a port to listen at. The last one is tried first: a tunnel over SSH and an open tab then still fit. Loopback shell.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Log } from '../../services/ports.ts'
import { portInUse, portNotAllowed, portNotRemembered } from './messages.ts'
import { StartFailure } from '../start-failure.ts'

const fileName = 'loopback.json'
const fileSchema = z.object({ port: z.int().min(1).max(65_535) })

function systemCode(cause: unknown): string | null {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : null
}

/** The port of the last run on this data folder; `null` where none is known. Only a hint: a damaged file is none. */
export function readLastPort(dataFolder: string): number | null {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(join(dataFolder, fileName), 'utf8'))).port
  } catch {
    return null
  }
}

/** Notes the port for the next run. That it cannot be noted is no reason to stop: it is logged. */
export function rememberPort(dataFolder: string, port: number, log: Log): void {
  if (readLastPort(dataFolder) === port) return
  try {
    writeFileSync(join(dataFolder, fileName), `${JSON.stringify({ port })}\n`, { mode: 0o600 })
  } catch (cause) {
    log.error(portNotRemembered, cause)
  }
}

/**
 * Listens at the asked port, else at the one of last time, else at any. Throws a `StartFailure` where the asked
 * port cannot be had; that the last one cannot is no news.
 */
export async function listenAtBestPort<Server>(options: {
  /** `null` where the user named none. */
  asked: number | null
  last: number | null
  listen: (port: number) => Promise<Server>
}): Promise<Server> {
  const { asked, last, listen } = options
  if (asked !== null) return listenAtAskedPort(asked, listen)
  if (last === null) return listen(0)
  try {
    return await listen(last)
  } catch (cause) {
    if (!isPortTaken(cause)) throw cause
    return listen(0)
  }
}

async function listenAtAskedPort<Server>(
  port: number,
  listen: (port: number) => Promise<Server>,
): Promise<Server> {
  try {
    return await listen(port)
  } catch (cause) {
    if (systemCode(cause) === 'EADDRINUSE') throw new StartFailure(portInUse(port), { cause })
    if (systemCode(cause) === 'EACCES') throw new StartFailure(portNotAllowed(port), { cause })
    throw cause
  }
}

function isPortTaken(cause: unknown): boolean {
  const code = systemCode(cause)
  return code === 'EADDRINUSE' || code === 'EACCES'
}
