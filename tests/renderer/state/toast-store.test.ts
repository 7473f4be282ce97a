import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createToastStore } from '../../../renderer/state/toast-store.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

function openDesk() {
  const toasts = createToastStore()
  return { ...toasts, shown: () => toasts.store.getState().toasts.map(({ message }) => message) }
}

const undo = { label: 'action.undo', run: () => undefined } as const

describe('a short message', () => {
  it('goes by itself, later where it offers a way back', () => {
    const { show, shown } = openDesk()
    show({ message: 'toast.notDeleted' })
    show({ message: 'toast.deleted', action: undo })
    vi.advanceTimersByTime(4_999)
    expect(shown()).toEqual(['toast.notDeleted', 'toast.deleted'])
    vi.advanceTimersByTime(1)
    expect(shown()).toEqual(['toast.deleted'])
    vi.advanceTimersByTime(7_000)
    expect(shown()).toEqual([])
  })

  it('goes when it is dismissed, and no other with it', () => {
    const { show, dismiss, store, shown } = openDesk()
    show({ message: 'toast.deleted' })
    show({ message: 'toast.replaced' })
    dismiss(store.getState().toasts[0]?.id ?? 0)
    expect(shown()).toEqual(['toast.replaced'])
  })

  it('makes room for later ones: three stand at most', () => {
    const { show, shown } = openDesk()
    for (const message of [
      'toast.deleted',
      'toast.replaced',
      'toast.notDeleted',
      'toast.notRestored',
    ] as const) {
      show({ message })
    }
    expect(shown()).toEqual(['toast.replaced', 'toast.notDeleted', 'toast.notRestored'])
  })
})
