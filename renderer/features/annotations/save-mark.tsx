// How one annotation stands: saved, on its way, or not saved and why.
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { describeError } from '../../messages/describe-error.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import type { AnnotationEntry } from '../../state/annotation-entry.ts'
import { usePageState } from '../../state/page-state.ts'

/** Shows the mark. */
export function SaveMark({ entry }: { entry: AnnotationEntry }): ReactNode {
  const { annotations } = usePageState()
  const translate = useTranslate()
  switch (entry.save.kind) {
    case 'saved':
      return (
        <span className="save-mark" data-state="saved">
          {translate('save.saved')}
        </span>
      )
    case 'pending':
    case 'saving':
      return <span className="save-mark">{translate('save.saving')}</span>
    case 'conflict':
      return (
        <span className="save-mark" data-state="failed">
          {translate('save.conflict')}
        </span>
      )
    case 'failed':
      return (
        <span className="save-mark" data-state="failed">
          <span title={describeError(entry.save.error, translate)}>{translate('save.failed')}</span>
          <Button className="link-button" onPress={() => void annotations.save(entry.id)}>
            {translate('action.retry')}
          </Button>
        </span>
      )
  }
}
