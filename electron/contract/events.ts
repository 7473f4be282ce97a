// What the program tells its pages without being asked. Runs everywhere.
import type { Annotation } from './annotation.ts'
import type { Settings } from './settings.ts'

/** A push to every open page. It tells what is now true, so a page that missed one only has to read again. */
export type BookwheelEvent =
  | { type: 'library-changed' }
  | { type: 'index-ready'; articleCount: number }
  /** An annotation was made, changed, deleted (`deletedAt` is set) or restored. */
  | { type: 'annotation-changed'; annotation: Annotation }
  | { type: 'settings-changed'; settings: Settings }
  | { type: 'status-changed' }
