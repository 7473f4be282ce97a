// The reader's data in the settings: back it up, restore it, look into the trash, find the folder.
import { Archive, ArchiveRestore, FolderOpen, Trash2 } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { useStore } from 'zustand'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { ProgressLine } from '../../ui/progress-line.tsx'
import './data.css'

function DataButton(props: {
  icon: LucideIcon
  label: string
  onPress: () => void
  isDisabled?: boolean
  /** Whether what it does is under way: it does nothing then, and keeps the focus. */
  isPending?: boolean
}): ReactNode {
  const { icon: Icon, label, onPress, isDisabled = false, isPending = false } = props
  return (
    <Button className="data-button" onPress={onPress} isDisabled={isDisabled} isPending={isPending}>
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
      {label}
    </Button>
  )
}

/** The folder's path, for readers whose browser cannot open it. */
function FolderPath({ path }: { path: string }): ReactNode {
  const { toasts } = usePageState()
  const translate = useTranslate()
  const [isCopied, setCopied] = useState(false)

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(path)
      setCopied(true)
    } catch (cause) {
      // The browser refuses where the page lacks the permission; the path can still be read.
      if (!(cause instanceof DOMException)) throw cause
      toasts.show({ message: 'toast.pathNotCopied' })
    }
  }

  return (
    <div className="data-folder">
      <p>
        <span className="data-folder-name">{translate('data.folder')}</span>
        <code>{path}</code>
      </p>
      <Button className="small-button" onPress={() => void copy()}>
        {translate(isCopied ? 'data.copied' : 'data.copyFolder')}
      </Button>
    </div>
  )
}

/** Shows the section. `onLeave` is called before a dialog opens over the page. */
export function DataSection({ onLeave }: { onLeave: () => void }): ReactNode {
  const { backup, status, trash, showDataFolder } = usePageState()
  const translate = useTranslate()
  const known = useStore(status.store, (state) => state.status)
  const backingUp = useStore(backup.store, (state) => state.backingUp)
  return (
    <div className="data-section">
      <DataButton
        icon={Archive}
        label={translate('data.backUp')}
        isPending={backingUp !== null}
        onPress={() => void backup.backUp()}
      />
      {backingUp !== null && <ProgressLine label={translate('data.backingUp')} share={backingUp} />}
      <DataButton
        icon={ArchiveRestore}
        label={translate('data.restore')}
        isDisabled={known?.readOnly !== null}
        onPress={() => {
          onLeave()
          backup.beginRestore()
        }}
      />
      <DataButton
        icon={Trash2}
        label={translate('data.trash')}
        onPress={() => {
          onLeave()
          void trash.show()
        }}
      />
      {known?.shell === 'desktop' && (
        <DataButton
          icon={FolderOpen}
          label={translate('data.showFolder')}
          onPress={() => void showDataFolder()}
        />
      )}
      {known?.shell === 'loopback' && <FolderPath path={known.dataFolder} />}
    </div>
  )
}
