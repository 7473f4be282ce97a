// Takes up what the system has handed to the program: a backup leads to the restore dialog, a link to its article.
import type { ArticleId } from '../../electron/contract/article.ts'
import type { HandedOver } from '../../electron/contract/handed-over.ts'
import type { Client } from '../api/client.ts'
import { errorOf } from '../api/error-of.ts'
import type { BackupStore } from './backup-store.ts'
import type { ToastStore } from './toast-store.ts'

/** What taking up works with. */
export interface HandOverParts {
  client: Client
  backup: BackupStore
  toasts: ToastStore
  isInLibrary: (articleId: ArticleId) => boolean
  openArticle: (articleId: ArticleId) => void
}

/** Makes the function that asks for what was handed over and takes it up, one thing after the other. */
export function createHandOver(parts: HandOverParts): () => Promise<void> {
  const { client, backup, toasts, isInLibrary, openArticle } = parts

  function takeUp(handed: HandedOver): void {
    switch (handed.kind) {
      case 'backup':
        // A restore that is under way must not be left half-way, and its dialog stays.
        if (backup.store.getState().restore?.kind !== 'restoring') return void backup.readHandedOver(handed)
        return toasts.show({ message: 'toast.backupWaits', values: { fileName: handed.fileName } })
      case 'article':
        if (isInLibrary(handed.articleId)) return openArticle(handed.articleId)
        return toasts.show({
          message: 'toast.linkNotFollowed',
          error: { code: 'article-not-found', articleId: handed.articleId },
        })
      case 'unreadable-link':
        return toasts.show({ message: 'toast.linkUnreadable' })
    }
  }

  return async () => {
    try {
      ;(await client.takeHandedOver({})).forEach(takeUp)
    } catch (failure) {
      toasts.show({ message: 'toast.linkNotFollowed', error: errorOf(failure) })
    }
  }
}
