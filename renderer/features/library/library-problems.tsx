// Files of the library that were left out, and why.
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'

/** Shows the list, folded; nothing where every file could be read. */
export function LibraryProblems(): ReactNode {
  const { library } = usePageState()
  const translate = useTranslate()
  const problems = useStore(library.store, (state) => state.library?.problems) ?? []
  if (problems.length === 0) return null
  return (
    <details className="library-problems">
      <summary>{translate('library.problems', { count: problems.length })}</summary>
      <ul>
        {problems.map(({ file, field, reason }) => (
          <li key={`${file} ${field ?? ''} ${reason}`}>
            <b>{file}</b>
            {field && `, ${field}`}: {reason}
          </li>
        ))}
      </ul>
    </details>
  )
}
