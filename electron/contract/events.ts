// What the program tells its pages without being asked. Runs everywhere.
import type { Annotation } from './annotation.ts'
import type { ReadingRecord } from './reading.ts'
import type { SavedSearch } from './saved-search.ts'
import type { SavedDesk } from './desk.ts'
import type { Settings } from './settings.ts'

/** A push to every open page. It tells what is now true, so a page that missed one only has to read again. */
export type BookwheelEvent =
  | { type: 'library-changed' }
  | { type: 'index-ready'; articleCount: number }
  /** An annotation was made, changed, deleted (`deletedAt` is set) or restored. */
  | { type: 'annotation-changed'; annotation: Annotation }
  /** Many annotations have changed at once, or have gone for good: what is shown of them must be read again. */
  | { type: 'annotations-changed' }
  /** How far a backup is that is being made, checked or restored; `task` is the id that its page gave it. */
  | { type: 'backup-progress'; task: string; done: number; total: number }
  /** The reader has asked for a backup in the system's own menu. Told to one page only. */
  | { type: 'backup-asked' }
  /** The reader has chosen a command of the page in the system's own menu. Told to one page only. */
  | { type: 'command-asked'; command: string }
  /** The system has handed something over: see the operation `takeHandedOver`. Told to one page only. */
  | { type: 'handed-over' }
  /** An article was opened, or marked as read or unread. */
  | { type: 'reading-changed'; record: ReadingRecord }
  /** Searches were saved or removed; these are all that there are now. */
  | { type: 'saved-searches-changed'; searches: SavedSearch[] }
  /** Much of what was read may have changed at once: it must be read again. */
  | { type: 'reading-merged' }
  | { type: 'desks-changed'; desks: SavedDesk[] }
  | { type: 'settings-changed'; settings: Settings }
  | { type: 'status-changed' }
