// Reads all that the notebook shows, however much it is, so that it can be copied or saved.
import { createStore } from 'zustand/vanilla'
import type { NotebookEntry } from '../../electron/contract/notebook.ts'
import { notebookWindowLimit } from '../../electron/contract/notebook.ts'
import type { Client } from '../api/client.ts'
import { askWholeNotebook } from './ask-whole-notebook.ts'
import type { NotebookQuestion } from './notebook-store.ts'

/** How far the reading is; `null` where none is under way. */
export interface ExportState {
  /** What the reader has asked for, until it is begun. */
  wish: 'copy' | 'save' | null
  progress: { done: number; total: number } | null
}

/** What the reading works with. */
export interface NotebookExportParts {
  client: Client
  question: () => NotebookQuestion
  /** Sends what is not saved yet, so that it is among what is read. */
  saveAll: () => Promise<void>
}

/** Makes the reader of the whole notebook. */
export function createNotebookExport({ client, question, saveAll }: NotebookExportParts) {
  const store = createStore<ExportState>(() => ({ wish: null, progress: null }))
  let run = 0

  /** Answers every entry in the notebook's order; `null` where it was cancelled. Rejects as the client does. */
  async function collect(): Promise<NotebookEntry[] | null> {
    const own = (run += 1)
    store.setState({ progress: { done: 0, total: 0 } })
    try {
      await saveAll()
      return await readAll(question(), () => own === run)
    } finally {
      if (own === run) store.setState({ progress: null })
    }
  }

  async function readAll(asking: NotebookQuestion, goesOn: () => boolean): Promise<NotebookEntry[] | null> {
    let entries: NotebookEntry[] = []
    let total: number | null = null
    while (total === null || entries.length < total) {
      const answer = await askWholeNotebook(client, {
        ...asking,
        offset: entries.length,
        limit: notebookWindowLimit,
      })
      if (!goesOn()) return null
      // Something was written meanwhile, so that the windows do not fit together: from the beginning.
      const fits = total === null || answer.total === total
      total = answer.total
      entries = fits ? [...entries, ...answer.entries] : []
      if (fits && answer.entries.length === 0) break
      store.setState({ progress: { done: entries.length, total } })
    }
    return entries
  }

  /** Ends what is under way. */
  function cancel(): void {
    run += 1
    store.setState({ progress: null })
  }

  return {
    store,
    collect,
    cancel,
    /** Asks for all that the notebook shows, to be copied or saved; `null` once that is begun. */
    ask: (wish: ExportState['wish']) => store.setState({ wish }),
  }
}

/** See {@link createNotebookExport}. */
export type NotebookExport = ReturnType<typeof createNotebookExport>
