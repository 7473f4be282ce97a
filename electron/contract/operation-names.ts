// The names of all operations, alone in a file so that the sandboxed preload script can carry its
// allow-list without carrying zod. Runs everywhere.

/** Every operation that a page may ask for; `operations.ts` says what each takes and answers. */
export const operationNames = [
  'readStatus',
  'listLibrary',
  'readArticle',
  'removeCollection',
  'restoreCollection',
  'search',
  'matchArticle',
  'searchNotes',
  'findInArticle',
  'listAnnotations',
  'saveAnnotation',
  'deleteAnnotation',
  'restoreAnnotation',
  'attachAnnotation',
  'changeAnnotations',
  'listTags',
  'listNotebook',
  'countAnnotations',
  'listTrash',
  'deleteForGood',
  'listReading',
  'noteOpened',
  'markRead',
  'listSavedSearches',
  'saveSearch',
  'deleteSavedSearch',
  'readSettings',
  'changeSettings',
  'readWorkspace',
  'saveWorkspace',
  'listDesks',
  'saveDesk',
  'renameDesk',
  'deleteDesk',
  'createBackup',
  'sendBackupPart',
  'inspectBackup',
  'restoreBackup',
  'discardBackup',
  'showDataFolder',
] as const

/** The name of one operation. */
export type OperationName = (typeof operationNames)[number]
