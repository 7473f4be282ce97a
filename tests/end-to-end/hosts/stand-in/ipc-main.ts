// Stands in for Electron's `ipcMain`: hands what preload scripts send to the program. Runs in the stand-in's process.
import { EventEmitter } from 'node:events'
import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import { awaitTheme } from './desktop-parts.ts'
import type { StandIn } from './strict.ts'
import { strict } from './strict.ts'

type Handler = (event: StandIn<IpcMainInvokeEvent>, ...input: unknown[]) => unknown

const handlers = new Map<string, Handler>()

/** Electron's `ipcMain`. */
export const ipcMain = strict<IpcMain>('ipcMain')(
  Object.assign(new EventEmitter(), {
    handle(channel: string, handler: Handler) {
      if (handlers.has(channel)) {
        throw new Error(`Attempted to register a second handler for '${channel}'`)
      }
      handlers.set(channel, handler)
    },
  }),
)

/**
 * Lets the program answer an `ipcRenderer.invoke`. Rejects in Electron's words where the program throws. A theme that
 * the call has changed is seen by the pages before the answer is: later it would undo what a test lets them see.
 */
export async function invoke(
  event: StandIn<IpcMainInvokeEvent>,
  channel: string,
  input: readonly unknown[],
): Promise<unknown> {
  const handler = handlers.get(channel)
  try {
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
    const answer = await handler(event, ...input)
    await awaitTheme()
    return answer
  } catch (cause) {
    throw new Error(`Error invoking remote method '${channel}': ${String(cause)}`, { cause })
  }
}
