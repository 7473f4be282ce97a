// The sets of articles in the library, each of which can be taken out and brought back; notes stay.
import { LibraryBig } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useStore } from 'zustand'
import type { Collection } from '../../../electron/contract/article.ts'
import { RequestFailure } from '../../api/transport.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'

function CollectionMenu({ collection }: { collection: Collection }): ReactNode {
  const { library, toasts } = usePageState()
  const translate = useTranslate()

  async function setRemoved(removed: boolean): Promise<void> {
    try {
      await library.setCollectionRemoved(collection.id, removed)
    } catch (failure) {
      if (!(failure instanceof RequestFailure)) throw failure
      return toasts.show({ message: 'toast.collectionNotChanged' })
    }
    if (!removed) return
    const restore = (): void => void setRemoved(false)
    toasts.show({ message: 'toast.collectionRemoved', action: { label: 'action.undo', run: restore } })
  }

  if (collection.removed) {
    return (
      <Button className="chip" onPress={() => void setRemoved(false)}>
        {translate('collection.restore')}
      </Button>
    )
  }
  return (
    <MenuTrigger>
      <Button className="chip">
        <LibraryBig size={14} strokeWidth={1.75} aria-hidden="true" />
        {translate('collection.bundled', { count: collection.articleCount })}
      </Button>
      <Popover className="popover" placement="top start">
        <Menu className="menu" onAction={() => void setRemoved(true)}>
          <MenuItem className="menu-item" id="remove">
            {translate('collection.remove')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

/** Shows the collections. */
export function Collections(): ReactNode {
  const { library } = usePageState()
  const collections = useStore(library.store, (state) => state.library?.collections) ?? []
  return (
    <div className="collections">
      {collections.map((collection) => (
        <CollectionMenu key={collection.id} collection={collection} />
      ))}
    </div>
  )
}
