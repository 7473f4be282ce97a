// What the reader must know before going on: the program has gone, nothing can be written, something was set aside.
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { useStore } from 'zustand'
import type { StorageNotice } from '../../../electron/contract/status.ts'
import { describeReadOnly } from '../../messages/describe-error.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import type { Translate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { canPaint } from '../reading/painter.ts'
import { Banner } from './banner.tsx'
import { Disconnected, NotWritten } from './unsaved-banners.tsx'
import './status.css'

function describeNotice(notice: StorageNotice, translate: Translate): string {
  switch (notice.kind) {
    case 'store-quarantined':
      return translate('notice.quarantined', { store: notice.store, keptAt: notice.keptAt })
    case 'store-unreadable':
      return translate('notice.unreadable', { store: notice.store, path: notice.path })
    case 'store-recovered':
      return describeRecovery(notice, translate)
    case 'backup-failed':
      return translate('notice.backupFailed', { store: notice.store, systemCode: notice.systemCode })
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

function describeRecovery(
  { store, cause, backup, keptAt }: Extract<StorageNotice, { kind: 'store-recovered' }>,
  translate: Translate,
): string {
  if (backup === null) return translate('notice.salvaged', { store, keptAt: keptAt ?? '' })
  const messages = {
    damaged: 'notice.recovered',
    missing: 'notice.recoveredMissing',
    unreadable: 'notice.recoveredUnreadable',
  } as const
  return translate(messages[cause], {
    store,
    keptAt: keptAt ?? '',
    takenAt: backup.takenAt,
    backup: backup.path,
  })
}

/** Shows the banners that apply; nothing on an ordinary day. */
export function Banners(): ReactNode {
  const { status } = usePageState()
  const translate = useTranslate()
  const connection = useStore(status.store, (state) => state.connection)
  const known = useStore(status.store, (state) => state.status)
  const [dismissed, setDismissed] = useState<readonly string[]>([])
  const notices = (known?.notices ?? [])
    .map((notice) => describeNotice(notice, translate))
    .filter((words) => !dismissed.includes(words))

  return (
    <>
      {connection === 'there' ? <NotWritten /> : <Disconnected isDenied={connection === 'denied'} />}
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
