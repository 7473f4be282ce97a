// Short messages at the foot of the page, each with at most one thing to do about it.
import { createStore } from 'zustand/vanilla'
import type { PageError } from '../api/transport.ts'
import type { MessageId } from '../messages/message-id.ts'

/** A short message. `action` is offered beside it until it goes. */
export interface Toast {
  id: number
  message: MessageId
  values?: Record<string, string | number>
  /** What went wrong: the message words it as `reason`. */
  error?: PageError
  action?: { label: MessageId; run: () => void }
}

/** What is shown now, oldest first. */
export interface ToastState {
  toasts: Toast[]
}

/** Milliseconds that a message stays; longer where it offers a way back. */
const stay = { plain: 5_000, withAction: 12_000 }

/** Makes the store of short messages. */
export function createToastStore() {
  const store = createStore<ToastState>(() => ({ toasts: [] }))
  let lastId = 0

  function dismiss(id: number): void {
    store.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))
  }

  function show(toast: Omit<Toast, 'id'>): void {
    const id = ++lastId
    // Three at most: more would cover the text that somebody is reading.
    store.setState(({ toasts }) => ({ toasts: [...toasts.slice(-2), { ...toast, id }] }))
    setTimeout(() => dismiss(id), toast.action ? stay.withAction : stay.plain)
  }

  return { store, show, dismiss }
}

/** See {@link createToastStore}. */
export type ToastStore = ReturnType<typeof createToastStore>
