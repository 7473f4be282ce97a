// Gives the page one function per operation, and nothing of Electron. Runs in the sandboxed preload world.
import { contextBridge, ipcRenderer } from 'electron'
import { operationNames } from '../../contract/operation-names.ts'
import { callChannel, eventChannel } from './ipc-channels.ts'

const operations = Object.fromEntries(
  operationNames.map((name) => [name, (input: unknown) => ipcRenderer.invoke(callChannel, name, input)]),
)

/** Calls `listener` with each event's data (never Electron's own event object) until the answer is called. */
function subscribe(listener: (event: unknown) => void): () => void {
  const relay = (_event: unknown, data: unknown): void => listener(data)
  ipcRenderer.on(eventChannel, relay)
  return () => ipcRenderer.removeListener(eventChannel, relay)
}

contextBridge.exposeInMainWorld('bookwheel', { operations, subscribe })
