// Two versions of one annotation, on the page and on disk: whether they come from two writers at all, and what the
// reader's choice comes to.
import type { Annotation } from '../../electron/contract/annotation.ts'
import { noteLimit } from '../../electron/contract/limits.ts'
import { normaliseTags } from '../../electron/contract/tags.ts'
import type { Client } from '../api/client.ts'
import { errorOf } from '../api/error-of.ts'
import type { AnnotationEntry } from './annotation-entry.ts'
import { fromStored, saysTheSame } from './annotation-entry.ts'

/** What ends a conflict: the reader's words, the stored ones, or both in one note. */
export type ConflictChoice = 'mine' | 'theirs' | 'both'

/** What conflicts work with: the ways in which the store changes what it holds. */
export interface ConflictParts {
  client: Client
  find: (id: string) => AnnotationEntry | undefined
  put: (entry: AnnotationEntry) => void
  drop: (entry: AnnotationEntry) => void
  save: (id: string) => Promise<void>
  /** Tells of a request that failed. */
  failWith: (id: string, failure: unknown) => void
  /** How each that was deleted stands on disk. */
  deletions: Map<string, Annotation>
}

/** How many versions that may be on disk are remembered of one annotation: each is a request that nobody answered. */
const remembered = 20

/** One note out of two. What one of them goes on with is not said twice. */
function joinNotes(theirs: string, mine: string): string {
  if (mine.startsWith(theirs)) return mine
  if (theirs.startsWith(mine)) return theirs
  return `${theirs}\n\n${mine}`
}

/** Whether the two texts of a conflict fit into one note. */
export function canKeepBoth(theirs: string, mine: string): boolean {
  return joinNotes(theirs, mine).length <= noteLimit
}

/** Makes the part of the store that deals with conflicts. */
export function createAnnotationConflicts(parts: ConflictParts) {
  const { client, find, put, drop, save, failWith, deletions } = parts
  /** Versions that were sent and never answered: any of them may be on disk. */
  const unanswered = new Map<string, AnnotationEntry[]>()

  /** Remembers a version that was sent and not answered. */
  function noteUnanswered(entry: AnnotationEntry): void {
    const others = unanswered.get(entry.id) ?? []
    unanswered.set(entry.id, [...others, entry].slice(-remembered))
  }

  /** A version on disk that is not what the page holds. Where it is the page's own, what was written since follows at once. */
  function meet(entry: AnnotationEntry, theirs: Annotation): void {
    const own = unanswered.get(entry.id)?.some((sent) => saysTheSame(sent, theirs)) ?? false
    unanswered.delete(entry.id)
    if (!own) return put({ ...entry, save: { kind: 'conflict', theirs } })
    put({ ...entry, revision: theirs.revision, save: { kind: 'pending' } })
    void save(entry.id)
  }

  /** The revision on which the reader's words can be written; 0 where the annotation is gone for good meanwhile. */
  async function findBase({ id, articleId, revision, deletedAt }: Annotation): Promise<number> {
    if (deletedAt === null) return revision
    try {
      return (await client.restoreAnnotation({ id, articleId, revision })).revision
    } catch (failure) {
      if (errorOf(failure).code !== 'annotation-not-found') throw failure
      return 0
    }
  }

  /** Takes the stored words; answers how the annotation then stands, `null` where it is deleted. */
  function takeTheirs(entry: AnnotationEntry, theirs: Annotation): AnnotationEntry | null {
    if (theirs.deletedAt === null) {
      const taken = fromStored(theirs)
      put(taken)
      return taken
    }
    drop(entry)
    deletions.set(entry.id, theirs)
    return null
  }

  /**
   * Ends a conflict. Answers how the annotation was, or would have been, before, and how it is now, `null` where it is
   * deleted; or `null` where there was nothing to end, or it could not be ended now.
   */
  async function resolve(
    id: string,
    choice: ConflictChoice,
  ): Promise<{ before: AnnotationEntry | null; after: AnnotationEntry | null } | null> {
    const entry = find(id)
    if (entry?.save.kind !== 'conflict') return null
    const { theirs } = entry.save
    if (choice === 'theirs') return { before: entry, after: takeTheirs(entry, theirs) }
    try {
      const kept: AnnotationEntry = {
        ...entry,
        note: choice === 'both' ? joinNotes(theirs.note, entry.note) : entry.note,
        // Only of the texts one is chosen: the tags of either are kept.
        tags: normaliseTags([...(theirs.tags ?? []), ...entry.tags]),
        revision: await findBase(theirs),
        save: { kind: 'pending' },
      }
      put(kept)
      await save(id)
      // Taken back, the words that were not chosen stand there; of both together the reader's own.
      const isThere = theirs.deletedAt === null
      return { before: choice === 'both' ? entry : isThere ? fromStored(theirs) : null, after: kept }
    } catch (failure) {
      failWith(id, failure)
      return null
    }
  }

  return { meet, resolve, noteUnanswered, forgetUnanswered: (id: string) => unanswered.delete(id) }
}
