// The page when the program could not be reached at the start: what is the case, and how to go on.
import type { ReactNode } from 'react'
import type { PageError } from '../../api/transport.ts'
import { describeError } from '../../messages/describe-error.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { Notice } from '../../ui/notice.tsx'

/** Shows why the page cannot start. */
export function StartFailure({ error }: { error: PageError }): ReactNode {
  const translate = useTranslate()
  return (
    <main className="start-failure" role="alert">
      <Notice title={translate(error.code === 'access-denied' ? 'start.noKey' : 'start.failed')}>
        {describeError(error, translate)}
      </Notice>
    </main>
  )
}
