// Keeps desks under names. Runs everywhere.
import type { DeskContent, SavedDesk } from '../../contract/desk.ts'
import { Failure } from '../../contract/errors.ts'
import { deskLimit } from '../../contract/limits.ts'
import type { Clock, DocumentStore, Publish } from '../ports.ts'

/** Desks that the reader has saved. Whatever changes them answers all of them and tells every page. */
export interface DeskService {
  /** By name, as a reader would look for them. */
  list(): SavedDesk[]
  /**
   * Keeps a desk; one with the same id is overwritten. Throws `too-many-desks`, and what the store throws when it
   * cannot write.
   */
  save(desk: { id: string; name: string; content: DeskContent }): SavedDesk[]
  /** Gives a desk another name. One that is not there is passed over: another page has deleted it. */
  rename(wish: { id: string; name: string }): SavedDesk[]
  /** Deletes a desk, also where it has gone already. */
  delete(id: string): SavedDesk[]
}

/** Makes the service over the store of desks. */
export function createDeskService(parts: {
  store: DocumentStore<SavedDesk[]>
  publish: Publish
  clock: Clock
}): DeskService {
  const { store, publish, clock } = parts

  const list = (): SavedDesk[] => store.read().toSorted(byName)

  function replace(desks: SavedDesk[]): SavedDesk[] {
    store.replace(desks)
    const listed = list()
    publish({ type: 'desks-changed', desks: listed })
    return listed
  }

  return {
    list,
    save({ id, name, content }) {
      const others = store.read().filter((desk) => desk.id !== id)
      if (others.length >= deskLimit) throw new Failure({ code: 'too-many-desks', limit: deskLimit })
      return replace([...others, { id, name, updatedAt: clock(), content }])
    },
    rename({ id, name }) {
      const desks = store.read()
      const index = desks.findIndex((desk) => desk.id === id)
      const desk = desks[index]
      return desk ? replace(desks.with(index, { ...desk, name, updatedAt: clock() })) : list()
    },
    delete(id) {
      const desks = store.read()
      const left = desks.filter((desk) => desk.id !== id)
      return left.length === desks.length ? list() : replace(left)
    },
  }
}

/** The id settles what the name leaves open, so that the order is the same at every reading. */
function byName(left: SavedDesk, right: SavedDesk): number {
  return left.name.localeCompare(right.name, 'en', { numeric: true }) || (left.id < right.id ? -1 : 1)
}
