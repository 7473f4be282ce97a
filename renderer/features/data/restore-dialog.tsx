// Restoring a backup, step by step: choose a file, see what it would do, do it, see what was done.
import type { ReactNode } from 'react'
import { Button, FileTrigger } from 'react-aria-components'
import { useStore } from 'zustand'
import { backupExtension } from '../../../electron/contract/backup-limits.ts'
import type { PageError } from '../../api/transport.ts'
import { describeError } from '../../messages/describe-error.ts'
import type { MessageId } from '../../messages/message-id.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import type { RestoreStage } from '../../state/backup-store.ts'
import { usePageState } from '../../state/page-state.ts'
import { FirstButton } from '../../ui/first-button.tsx'
import { ModalDialog } from '../../ui/modal-dialog.tsx'
import { ProgressLine } from '../../ui/progress-line.tsx'
import { RestorePlan } from './restore-plan.tsx'
import './data.css'

function FileChoice({ label }: { label: MessageId }): ReactNode {
  const { backup } = usePageState()
  const translate = useTranslate()
  return (
    <FileTrigger
      acceptedFileTypes={[backupExtension]}
      onSelect={(files) => {
        const [file] = files ?? []
        if (file) void backup.read(file)
      }}
    >
      <FirstButton className="small-button primary-button">{translate(label)}</FirstButton>
    </FileTrigger>
  )
}

function Problem(props: { title: MessageId; error: PageError; after: MessageId }): ReactNode {
  const translate = useTranslate()
  return (
    <div role="alert">
      <p className="restore-problem">{translate(props.title)}</p>
      <p className="modal-text">{describeError(props.error, translate)}</p>
      <p className="modal-text">{translate(props.after)}</p>
    </div>
  )
}

function Actions({ leave, children }: { leave: MessageId; children?: ReactNode }): ReactNode {
  const { backup } = usePageState()
  const translate = useTranslate()
  const LeaveButton = children === undefined ? FirstButton : Button
  return (
    <footer className="modal-actions">
      <LeaveButton className="small-button" onPress={backup.close}>
        {translate(leave)}
      </LeaveButton>
      {children}
    </footer>
  )
}

function Stage({ stage }: { stage: RestoreStage }): ReactNode {
  const { backup } = usePageState()
  const translate = useTranslate()
  switch (stage.kind) {
    case 'choosing':
      return (
        <>
          <p className="modal-text">{translate('restore.lead')}</p>
          <Actions leave="restore.cancel">
            <FileChoice label="restore.choose" />
          </Actions>
        </>
      )
    case 'reading':
      return (
        <>
          <ProgressLine label={translate('restore.reading', { file: stage.fileName })} share={stage.share} />
          <Actions leave="restore.cancel" />
        </>
      )
    case 'refused':
      return (
        <>
          <p className="restore-file">{stage.fileName}</p>
          <Problem title="restore.failed" error={stage.error} after="restore.unchanged" />
          <Actions leave="restore.close">
            <FileChoice label="restore.chooseOther" />
          </Actions>
        </>
      )
    case 'inspected':
      return <RestorePlan backup={stage} />
    case 'restoring':
      return <ProgressLine label={translate('restore.restoring')} share={stage.share} />
    case 'stopped':
      return (
        <>
          <p className="restore-file">{stage.fileName}</p>
          <Problem title="restore.stopped" error={stage.error} after="restore.stopped.advice" />
          <Actions leave="restore.close">
            <FirstButton
              className="small-button primary-button"
              onPress={() => void backup.restore(stage, stage.withSettings)}
            >
              {translate('action.retry')}
            </FirstButton>
          </Actions>
        </>
      )
    case 'restored':
      return (
        <>
          <div role="status">
            <p className="restore-done">{translate('restore.done')}</p>
            <p className="modal-text">{translate('restore.done.summary', { ...stage.outcome.counts })}</p>
          </div>
          <Actions leave="restore.close" />
        </>
      )
  }
}

/** Shows the dialog while a backup is being restored. */
export function RestoreDialog(): ReactNode {
  const { backup } = usePageState()
  const translate = useTranslate()
  const stage = useStore(backup.store, (state) => state.restore)
  if (stage === null) return null
  return (
    <ModalDialog
      title={translate('restore.title')}
      onClose={backup.close}
      isDismissable={stage.kind !== 'restoring'}
    >
      <Stage stage={stage} />
    </ModalDialog>
  )
}
