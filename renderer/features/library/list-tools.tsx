// The line above a list of articles: how many, in which order, through which filter.
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { librarySorts } from '../../../electron/contract/library-choices.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { FilterChips } from './filter-chips.tsx'
import { FilterPopover } from './filter-popover.tsx'
import './filter.css'

function SortChoice(): ReactNode {
  const { workspace } = usePageState()
  const translate = useTranslate()
  const sort = useStore(workspace.store, ({ listing }) => listing.sort)
  return (
    <select
      className="small-select sort-select"
      aria-label={translate('sort.name')}
      value={sort}
      onChange={(event) => {
        const chosen = librarySorts.find((name) => name === event.target.value)
        if (chosen) workspace.changeListing({ sort: chosen })
      }}
    >
      {librarySorts.map((name) => (
        <option key={name} value={name}>
          {translate(`sort.${name}`)}
        </option>
      ))}
    </select>
  )
}

/** Shows the line and the chips below it; `children` say how many there are. Results come in an order of their own. */
export function ListTools({ children, canSort }: { children: ReactNode; canSort: boolean }): ReactNode {
  return (
    <div className="list-tools">
      <div className="list-line">
        {children}
        {canSort && <SortChoice />}
        <FilterPopover />
      </div>
      <FilterChips />
    </div>
  )
}
