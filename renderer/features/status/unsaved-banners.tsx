// What stands on the page only: said while the program has gone or cannot write, with a way to bring it to safety.
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { useStore } from 'zustand'
import type { PageError } from '../../api/transport.ts'
import { describeError } from '../../messages/describe-error.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import type { AnnotationEntry } from '../../state/annotation-entry.ts'
import { mayPass } from '../../state/annotation-entry.ts'
import { usePageState } from '../../state/page-state.ts'
import { Banner } from './banner.tsx'

function textOf(entries: readonly AnnotationEntry[]): string {
  return entries.map(({ quote, note }) => (note ? `“${quote}”\n${note}` : `“${quote}”`)).join('\n\n')
}

function useUnsavedCount(): number {
  const { annotations } = usePageState()
  return useStore(annotations.store, () => annotations.unsaved().length)
}

function CopyUnsaved(): ReactNode {
  const { annotations, toasts } = usePageState()
  const translate = useTranslate()
  const [copiedText, setCopiedText] = useState<string | null>(null)
  const unsavedText = useStore(annotations.store, () => textOf(annotations.unsaved()))

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(unsavedText)
      setCopiedText(unsavedText)
    } catch (cause) {
      // The browser refuses where the page lacks the focus or the permission; the words stay in their fields.
      if (!(cause instanceof DOMException)) throw cause
      toasts.show({ message: 'toast.notCopied' })
    }
  }

  return (
    <Button className="small-button" onPress={() => void copy()}>
      {translate(copiedText === unsavedText ? 'banner.copied' : 'banner.copyUnsaved')}
    </Button>
  )
}

/** The program has gone, or another run of it is in its place, which does not let this page in. */
export function Disconnected({ isDenied }: { isDenied: boolean }): ReactNode {
  const translate = useTranslate()
  const count = useUnsavedCount()
  return (
    <Banner tone="danger" action={count > 0 && <CopyUnsaved />}>
      {translate(isDenied ? 'banner.denied' : 'banner.disconnected', { count })}
    </Banner>
  )
}

function systemError(entries: readonly AnnotationEntry[]): PageError | null {
  const errors = entries.flatMap(({ save }) => (save.kind === 'failed' ? [save.error] : []))
  return errors.find(mayPass) ?? null
}

/** The program is there and does not write: a full disk, a folder that was locked. Nothing is shown on an ordinary day. */
export function NotWritten(): ReactNode {
  const { annotations } = usePageState()
  const translate = useTranslate()
  const count = useUnsavedCount()
  const current = useStore(annotations.store, () => systemError(annotations.unsaved()))
  // A conflict waits for its reader and not for the program.
  const isDone = useStore(annotations.store, () =>
    annotations.unsaved().every(({ save }) => save.kind === 'conflict'),
  )
  // Stays until all is saved: every further letter makes a note wait again, and the page must not jump with it.
  const [error, setError] = useState<PageError | null>(null)
  if (current !== null && current !== error) setError(current)
  if (isDone && error !== null) setError(null)
  if (error === null) return null
  const action = (
    <>
      <Button className="small-button" onPress={() => annotations.saveAll()}>
        {translate('action.retry')}
      </Button>
      <CopyUnsaved />
    </>
  )
  return (
    <Banner tone="danger" action={action}>
      {translate('banner.notWritten', { reason: describeError(error, translate), count })}
    </Banner>
  )
}
