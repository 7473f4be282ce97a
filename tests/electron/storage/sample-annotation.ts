// Annotations for tests of storage.
import type { AnchoredAnnotation } from '../../../electron/contract/annotation.ts'

/** The annotation number `number` of an article: a highlight with a note of its own. */
export function sampleAnnotation(number = 1, articleId = 'treaty'): AnchoredAnnotation {
  return {
    id: `0198c0de-0000-7000-8000-${String(number).padStart(12, '0')}`,
    articleId,
    anchor: {
      contentHash: 'a'.repeat(64),
      start: number,
      end: number + 6,
      exact: 'Treaty',
      prefix: 'the ',
      suffix: ' lapsed',
    },
    colour: 'green',
    note: `Note ${number}: “ünïcode” 🖋`,
    createdAt: 1_700_000_000_000,
    updatedAt: 1_700_000_000_000,
    deletedAt: null,
    revision: 1,
  }
}
