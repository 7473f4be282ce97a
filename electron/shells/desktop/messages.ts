// Every word that the desktop shell itself says: in dialogs, in its menu and in the log. The page's own words are in
// renderer/messages.
import type { SenderProblem } from './find-sender-problem.ts'
import type { Link } from './read-link.ts'

/** What a dialog says and which buttons it has, the safe one first. */
export interface DialogWords {
  message: string
  detail: string
  buttons: readonly [string, string]
}

/** Asks before a link is handed to the system. */
export function linkQuestion({ kind, address }: Link): DialogWords {
  return {
    message: kind === 'web' ? 'Open this link in your browser?' : 'Open this link in your mail program?',
    detail: `${address}\n\nBookwheel itself stays offline.`,
    buttons: ['Cancel', 'Open'],
  }
}

/** The page has crashed. */
export const pageCrashed: DialogWords = {
  message: 'The page has stopped working.',
  detail: 'Everything that was marked as saved is safe. Loading the page again brings it back as it was.',
  buttons: ['Load again', 'Close window'],
}

/** The page answers no more. */
export const pageHangs: DialogWords = {
  message: 'The page does not answer.',
  detail: 'Everything that was marked as saved is safe. You can wait, or load the page again.',
  buttons: ['Wait', 'Load again'],
}

/** The page has something that could not be saved, and its window is being closed. */
export const unsavedChanges: DialogWords = {
  message: 'Some of your changes could not be saved.',
  detail: 'If you close the window now, they are lost.',
  buttons: ['Keep open', 'Close and lose them'],
}

/** Labels of the menu that no role of the system provides. */
export const menuLabels = {
  file: 'File',
  newWindow: 'New Window',
  backUp: 'Back Up Now…',
  showDataFolder: 'Show Data Folder',
  edit: 'Edit',
  view: 'View',
  window: 'Window',
  help: 'Help',
} as const

/** The title of a dialog before anything is shown. */
export const startFailureTitle = 'Bookwheel cannot start'

/** `--data` stands without a folder. */
export const folderMissing = '--data takes the path of a folder'

/** Another window of the program, on the same data folder, comes to the front instead of a second program. */
export const alreadyOpen = 'Bookwheel is open already; its window comes to the front'

/** The first window can be seen: from here on a start counts as done. */
export const windowShown = 'the window is open'

/** A message came from something else than our page. */
export function messageRefused(problem: SenderProblem, reference: string): string {
  return `a message to the program was refused: ${problem} (reference ${reference})`
}

/** An address that was to be opened is none that may be. */
export const linkRefused = 'an address that is no web or mail link was not opened'

/** The system could not open a link. */
export const linkNotOpened = 'a link could not be opened'

/** The page could not be loaded. */
export function pageNotLoaded(description: string): string {
  return `the page could not be loaded: ${description}`
}

/** The page's process has ended. */
export function pageProcessGone(reason: string, exitCode: number): string {
  return `the page's process ended: ${reason} (${exitCode})`
}

/** The page's process has not answered for a while. */
export const pageUnresponsive = 'the page does not answer'

/** Where the window stood could not be kept. */
export const windowStateNotKept = 'the place of the window could not be kept'

/** What the dialog that saves a backup calls such files. */
export const backupFileKind = 'Bookwheel backup'

/** The title of the dialog that says {@link backupNotSaved}. */
export const backupNotSavedTitle = 'Not backed up'

/** A backup was begun to be saved and broke off. */
export const backupNotSaved =
  'The backup could not be saved where you wanted it. Make room or choose another place, and back up again.'

/** What the dialog that saves the notebook calls such files. */
export const notebookFileKind = 'Markdown'

/** The title of the dialog that says {@link notebookNotSaved}. */
export const notebookNotSavedTitle = 'Not exported'

/** The notebook was begun to be saved and broke off. */
export const notebookNotSaved =
  'The notebook could not be saved where you wanted it. Make room or choose another place, and export again.'

/** The folder could not be shown. */
export function folderNotShown(reason: string): string {
  return `the data folder could not be shown: ${reason}`
}

/** Something failed that nobody foresaw; the log line's cause follows. */
export const unforeseenEnd = 'stopped by a failure that nobody foresaw'

/** What was under way did not end in time. */
export const stopCutShort = 'the program did not end in time and was cut short'
