// What the reader must know before going on: the program has gone, nothing can be written, something was set aside.
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { useStore } from 'zustand'
import type { StorageNotice } from '../../../electron/contract/status.ts'
import { describeReadOnly } from '../../messages/describe-error.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import type { Translate } from '../../messages/use-translate.ts'
import type { AnnotationEntry } from '../../state/annotation-entry.ts'
import { usePageState } from '../../state/page-state.ts'
import { canPaint } from '../reading/painter.ts'
import './status.css'

function describeNotice(notice: StorageNotice, translate: Translate): string {
  switch (notice.kind) {
    case 'store-quarantined':
      return translate('notice.quarantined', { store: notice.store, keptAt: notice.keptAt })
    case 'store-unreadable':
      return translate('notice.unreadable', { store: notice.store, path: notice.path })
    case 'values-dropped':
      // A store that was changed by somebody else while it was open drops nothing; its copy was set aside.
      if (notice.fields.length === 0) {
        return translate('notice.changedOutside', { store: notice.store, keptAt: notice.keptAt ?? '' })
      }
      return translate(notice.keptAt ? 'notice.valuesDropped' : 'notice.valuesDroppedReadOnly', {
        store: notice.store,
        fields: notice.fields.join(', '),
        keptAt: notice.keptAt ?? '',
      })
  }
}

function Banner(props: { tone: 'warning' | 'danger'; children: ReactNode; action?: ReactNode }): ReactNode {
  return (
    <div className="banner" data-tone={props.tone} role={props.tone === 'danger' ? 'alert' : 'note'}>
      <p>{props.children}</p>
      {props.action}
    </div>
  )
}

function textOf(entries: readonly AnnotationEntry[]): string {
  return entries.map(({ quote, note }) => (note ? `“${quote}”\n${note}` : `“${quote}”`)).join('\n\n')
}

function Disconnected(): ReactNode {
  const { annotations, toasts } = usePageState()
  const translate = useTranslate()
  const [copiedText, setCopiedText] = useState<string | null>(null)
  const unsavedCount = useStore(annotations.store, () => annotations.unsaved().length)
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

  const action = unsavedCount > 0 && (
    <Button className="small-button" onPress={() => void copy()}>
      {translate(copiedText === unsavedText ? 'banner.copied' : 'banner.copyUnsaved')}
    </Button>
  )
  return (
    <Banner tone="danger" action={action}>
      {translate('banner.disconnected', { count: unsavedCount })}
    </Banner>
  )
}

/** Shows the banners that apply; nothing on an ordinary day. */
export function Banners(): ReactNode {
  const { status } = usePageState()
  const translate = useTranslate()
  const connected = useStore(status.store, (state) => state.connected)
  const known = useStore(status.store, (state) => state.status)
  const [dismissed, setDismissed] = useState<readonly string[]>([])
  const notices = (known?.notices ?? [])
    .map((notice) => describeNotice(notice, translate))
    .filter((words) => !dismissed.includes(words))

  return (
    <>
      {!connected && <Disconnected />}
      {!canPaint() && <Banner tone="danger">{translate('banner.cannotPaint')}</Banner>}
      {known?.readOnly && <Banner tone="warning">{describeReadOnly(known.readOnly, translate)}</Banner>}
      {notices.map((words) => (
        <Banner
          key={words}
          tone="warning"
          action={
            <Button className="small-button" onPress={() => setDismissed([...dismissed, words])}>
              {translate('action.dismiss')}
            </Button>
          }
        >
          {words}
        </Banner>
      ))}
    </>
  )
}
