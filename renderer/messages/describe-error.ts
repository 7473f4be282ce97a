// Every failure in the reader's words: what happened, and what can be done about it.
import type { PageError } from '../api/transport.ts'
import type { QueryProblem } from '../../electron/contract/search.ts'
import type { ReadOnlyReason } from '../../electron/contract/status.ts'
import type { Translate } from './use-translate.ts'

/** Words for a query that could not be read; positions are counted from 1, as people count. */
export function describeQueryProblem(problem: QueryProblem, query: string, translate: Translate): string {
  return translate(`query.${problem.reason}`, {
    position: problem.start + 1,
    part: query.slice(problem.start, problem.end),
  })
}

/** Words for why nothing can be written. */
export function describeReadOnly(reason: ReadOnlyReason, translate: Translate): string {
  if (reason.kind === 'not-writable') return translate('readOnly.notWritable')
  return translate('readOnly.locked', { pid: reason.pid })
}

/** Words for any failure. */
export function describeError(error: PageError, translate: Translate): string {
  switch (error.code) {
    case 'article-not-found':
      return translate('error.articleNotFound', { articleId: error.articleId })
    case 'invalid-range':
      return translate('error.invalidRange')
    case 'article-changed':
      return translate('error.articleChanged')
    case 'conflict':
      return translate('error.conflict')
    case 'query-unreadable':
      return translate('error.queryUnreadable')
    case 'read-only':
      return describeReadOnly(error.reason, translate)
    case 'disk-full':
      return translate('error.diskFull')
    case 'write-failed':
      return translate('error.writeFailed', { systemCode: error.systemCode })
    case 'invalid-input':
      return translate('error.invalidInput', { issue: error.issues.map(({ message }) => message).join('; ') })
    case 'annotation-not-found':
      return translate('error.annotationNotFound')
    case 'collection-not-found':
      return translate('error.collectionNotFound')
    case 'backup-unreadable':
      return translate(`backupProblem.${error.problem}`, { path: error.path ?? '' })
    case 'too-many-desks':
      return translate('error.tooManyDesks', { limit: error.limit })
    case 'backup-too-large':
      return translate('error.backupTooLarge')
    case 'upload-not-found':
      return translate('error.uploadNotFound')
    case 'file-unreadable':
      return translate('error.fileUnreadable', { systemCode: error.systemCode })
    case 'folder-not-shown':
      return translate('error.folderNotShown', { reason: error.reason ?? 'none' })
    case 'too-many-searches':
      return translate('error.tooManySearches', { limit: error.limit })
    case 'unknown-operation':
      return translate('error.unknownOperation')
    case 'internal':
      return translate('error.internal', { reference: error.reference })
    case 'program-unreachable':
      return translate('error.programUnreachable')
    case 'access-denied':
      return translate('error.accessDenied')
  }
}
