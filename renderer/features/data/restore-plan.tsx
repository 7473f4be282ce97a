// What restoring a backup would do, in counts, before anything is done.
import type { ReactNode } from 'react'
import { useId, useState } from 'react'
import { Button } from 'react-aria-components'
import type { RestorePlan as Plan } from '../../../electron/contract/backup.ts'
import { momentWords } from '../../messages/date-words.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import type { InspectedBackup } from '../../state/backup-store.ts'
import { usePageState } from '../../state/page-state.ts'
import { FirstButton } from '../../ui/first-button.tsx'

/** What changes comes first; lines that count nothing are left out. */
const lines = ['added', 'newer', 'conflicts', 'kept', 'same'] as const satisfies (keyof Plan['counts'])[]

function Counts({ counts }: Pick<Plan, 'counts'>): ReactNode {
  const translate = useTranslate()
  const shown = lines.filter((line) => counts[line] > 0)
  return (
    <dl className="restore-counts">
      {shown.map((line) => (
        <div key={line} data-line={line}>
          <dt>{translate(`restore.count.${line}`)}</dt>
          <dd>{counts[line]}</dd>
        </div>
      ))}
    </dl>
  )
}

function changesNothing({ counts }: Plan): boolean {
  return counts.added + counts.newer + counts.conflicts === 0
}

/** Shows the plan, with the button that carries it out. */
export function RestorePlan({ backup }: { backup: InspectedBackup }): ReactNode {
  const { backup: backups } = usePageState()
  const translate = useTranslate()
  const { plan } = backup
  const [withSettings, setWithSettings] = useState(!plan.hasOwnSettings)
  const checkboxId = useId()
  const { added, newer, conflicts, kept, same } = plan.counts
  const summary = translate('restore.plan.made', {
    date: momentWords(plan.createdAt),
    version: plan.version,
    count: added + newer + conflicts + kept + same,
    articles: plan.articles,
    trashed: plan.trashed,
  })
  return (
    <>
      <p className="restore-file">{backup.fileName}</p>
      <p className="modal-text">{summary}</p>
      <Counts counts={plan.counts} />
      {changesNothing(plan) && <p className="modal-text">{translate('restore.nothing')}</p>}
      {plan.deletedHere > 0 && (
        <p className="modal-text">{translate('restore.deletedHere', { count: plan.deletedHere })}</p>
      )}
      <div className="restore-settings">
        <input
          id={checkboxId}
          type="checkbox"
          checked={withSettings}
          onChange={(event) => setWithSettings(event.target.checked)}
        />
        <label htmlFor={checkboxId}>
          {translate('restore.settings')}
          {plan.hasOwnSettings && <span>{translate('restore.settings.own')}</span>}
        </label>
      </div>
      <footer className="modal-actions">
        <Button className="small-button" onPress={backups.close}>
          {translate('restore.cancel')}
        </Button>
        <FirstButton
          className="small-button primary-button"
          isDisabled={changesNothing(plan) && !withSettings}
          onPress={() => void backups.restore(backup, withSettings)}
        >
          {translate('restore.go')}
        </FirstButton>
      </footer>
    </>
  )
}
