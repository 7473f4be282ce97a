// Two texts of one note: both are shown, and the reader says which stays.
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { Annotation } from '../../../electron/contract/annotation.ts'
import { noteLimit } from '../../../electron/contract/limits.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { canKeepBoth } from '../../state/annotation-conflicts.ts'
import type { AnnotationEntry } from '../../state/annotation-entry.ts'
import { usePageState } from '../../state/page-state.ts'

/** Shows the other text, the reader's own unless it stands in its field above, and the three ways out. */
export function ConflictChoice(props: {
  entry: AnnotationEntry
  theirs: Annotation
  isWriting: boolean
}): ReactNode {
  const { entry, theirs, isWriting } = props
  const { annotations } = usePageState()
  const translate = useTranslate()
  const deleted = theirs.deletedAt !== null
  const isTooLong = !deleted && !canKeepBoth(theirs.note, entry.note)
  const choose = (choice: 'mine' | 'theirs' | 'both') => () =>
    void annotations.resolveConflict(entry.id, choice)
  return (
    <div className="conflict" role="group" aria-label={translate('conflict.name')}>
      <p className="conflict-why">{translate(deleted ? 'conflict.deleted' : 'conflict.changed')}</p>
      {!isWriting && (
        <>
          <p className="conflict-label">{translate('conflict.yours')}</p>
          <p className="conflict-text">{entry.note || translate('conflict.noNote')}</p>
        </>
      )}
      {!deleted && (
        <>
          <p className="conflict-label">{translate('conflict.stored')}</p>
          <p className="conflict-text">{theirs.note || translate('conflict.noNote')}</p>
        </>
      )}
      {isTooLong && <p className="conflict-why">{translate('conflict.tooLong', { limit: noteLimit })}</p>}
      <div className="conflict-actions">
        <Button className="small-button" onPress={choose('mine')}>
          {translate('conflict.keepMine')}
        </Button>
        <Button className="small-button" onPress={choose('theirs')}>
          {translate(deleted ? 'conflict.delete' : 'conflict.takeStored')}
        </Button>
        {!deleted && !isTooLong && (
          <Button className="small-button" onPress={choose('both')}>
            {translate('conflict.keepBoth')}
          </Button>
        )}
      </div>
    </div>
  )
}
