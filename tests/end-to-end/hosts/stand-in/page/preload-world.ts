// What a sandboxed preload script finds: `require('electron')` with the bridge and the IPC, and no Node. Runs in a page,
// in a world of its own.
import type { ContextBridge, IpcRenderer, IpcRendererEvent } from 'electron'
import { strict } from '../strict.ts'
import { fromWire, toWire } from './transfer.ts'
import { linkWorlds } from './world-link.ts'
import type { HostMessage, PageMessage } from './world-names.ts'
import { hearFunction, runPreloadFunction, tellBinding, toPage, toPreload } from './world-names.ts'

type Listener = (event: IpcRendererEvent, ...input: unknown[]) => void

const link = linkWorlds(toPage, toPreload)
const listeners = new Map<string, Set<Listener>>()
const answers = new Map<number, { resolve: (value: unknown) => void; reject: (reason: Error) => void }>()
let lastId = 0

function tell(message: PageMessage): void {
  const binding: unknown = Reflect.get(globalThis, tellBinding)
  if (typeof binding !== 'function') throw new Error('stand-in: the main process cannot be reached')
  Reflect.apply(binding, globalThis, [JSON.stringify(message)])
}

function hear(message: HostMessage): void {
  if (message.kind === 'event') {
    const input = message.input.map((item) => fromWire(item))
    // Electron hands its own event over; a preload script of ours may not use it.
    const event = strict<IpcRendererEvent>('ipcRenderer event')({})
    for (const listener of listeners.get(message.channel) ?? [])
      Reflect.apply(listener, null, [event, ...input])
    return
  }
  const asked = answers.get(message.id)
  answers.delete(message.id)
  if (message.kind === 'answer') asked?.resolve(fromWire(message.value))
  else asked?.reject(new Error(message.message))
}

const ipcRenderer = strict<IpcRenderer>('ipcRenderer')({
  invoke(channel: string, ...input: unknown[]): Promise<unknown> {
    lastId += 1
    const id = lastId
    const message = { id, channel, input: input.map((item) => toWire(item)) }
    const answer = new Promise<unknown>((resolve, reject) => answers.set(id, { resolve, reject }))
    tell(message)
    return answer
  },
  on(channel: string, listener: Listener) {
    const known = listeners.get(channel) ?? new Set()
    listeners.set(channel, known.add(listener))
    return this
  },
  removeListener(channel: string, listener: Listener) {
    listeners.get(channel)?.delete(listener)
    return this
  },
})

const contextBridge = strict<ContextBridge>('contextBridge')({
  exposeInMainWorld: (name: string, value: unknown) => link.expose(name, value),
})

function runPreload(script: (require: (name: string) => unknown) => void): void {
  script((name) => {
    if (name === 'electron' || name === 'electron/renderer') return { contextBridge, ipcRenderer }
    throw new Error(`module not found: ${name}`)
  })
}

Object.assign(globalThis, { [hearFunction]: hear, [runPreloadFunction]: runPreload })
