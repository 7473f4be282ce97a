// What a reader does to annotations, each of it a change that can be taken back and done again.
import type { Annotation, HighlightColour, HighlightStyle } from '../../electron/contract/annotation.ts'
import { noArticleId } from '../../electron/contract/limits.ts'
import type { ArticleId } from '../../electron/contract/article.ts'
import { normaliseTags } from '../../electron/contract/tags.ts'
import type { TextRange } from '../../electron/contract/text-range.ts'
import type { AnnotationEntry, NewHighlight } from './annotation-entry.ts'
import { isBlank, kindOf, mayPass } from './annotation-entry.ts'
import type { ToastStore } from './toast-store.ts'
import type { Continuation, UndoStack, UndoStep } from './undo-stack.ts'

/** Milliseconds of rest after which a note that is being typed is saved. */
const typingRest = 400

/** Milliseconds within which one step of an end after another is one change. */
const steppingRest = 1500

/** What the edits work with: the ways in which the store changes what it holds. */
export interface EditParts {
  find: (id: string) => AnnotationEntry | undefined
  put: (entry: AnnotationEntry) => void
  drop: (entry: AnnotationEntry) => void
  /** Changes and sends, after `rest` milliseconds where that is told. */
  change: (id: string, wish: Patch, rest?: number) => void
  save: (id: string) => Promise<void>
  load: (articleId: ArticleId) => Promise<void>
  takeAway: (id: string) => Promise<TakenAway | null>
  /** Both answer `false` where that failed and may go well another time. */
  bringBack: (id: string) => Promise<boolean>
  putBack: (taken: TakenAway) => Promise<boolean>
  /** Hangs at a place, or as before where none is told; answers whether that is on disk. */
  hang: (id: string, place: Place | null) => Promise<boolean>
  changes: UndoStack
  toasts: ToastStore
}

/** What was deleted: how it then stands on disk, `null` where it is not there, and how it stood on the page. */
export interface TakenAway {
  stored: Annotation | null
  entry: AnnotationEntry
}

/** What of an annotation can be changed. */
type Patch = Partial<
  Pick<AnnotationEntry, 'colour' | 'style' | 'note' | 'tags' | 'contentHash' | 'start' | 'end' | 'quote'>
>

/** A place in the edition with this hash. */
export interface Place extends TextRange {
  contentHash: string
}

/** The words from `start` to `end` in the edition with this hash. */
export interface Words extends Place {
  quote: string
}

/** Makes the edits of one page. */
export function createAnnotationEdits(parts: EditParts) {
  const { find, put, drop, change, save, load, takeAway, bringBack, putBack, hang, changes, toasts } = parts
  /** What this page has last put there, by `keyOf`: taking it back must not take away what another window wrote since. */
  const left = new Map<string, Patch>()

  /** Where the article is no longer held it is read first; what has gone meanwhile is passed over. */
  async function apply(id: string, articleId: ArticleId, patch: Patch): Promise<void> {
    if (!find(id)) await load(articleId)
    change(id, patch)
  }

  /** As `apply`, but for what was changed since elsewhere: that stays, and is told. */
  async function applyUnlessChanged(id: string, articleId: ArticleId, patch: Patch): Promise<void> {
    if (!find(id)) await load(articleId)
    const entry = find(id)
    if (!entry) return
    const expected = left.get(keyOf(id, patch))
    if (expected && !isSame(entry, expected)) return toasts.show({ message: 'toast.changedSince' })
    left.set(keyOf(id, patch), patch)
    change(id, patch)
  }

  /** Changes an entry, noting how it was. */
  function edit(id: string, after: Patch, options: { rest?: number; continuing?: number } = {}): void {
    const entry = find(id)
    if (!entry || isSame(entry, after)) return
    const { articleId } = entry
    const before = pick(entry, after)
    const { rest = 0, continuing = 0 } = options
    const key = keyOf(id, after)
    changes.push(
      {
        undo: () => applyUnlessChanged(id, articleId, before),
        redo: () => applyUnlessChanged(id, articleId, after),
      },
      continuing > 0 ? { key, within: continuing } : null,
    )
    left.set(key, after)
    change(id, after, rest)
  }

  /**
   * Two steps, from there to away and back. What was taken away last is kept: where there is nothing to take away, or that
   * failed, it is still what is to be put back.
   */
  function comingAndGoing(id: string, first: TakenAway | null): { goAway: UndoStep; comeBack: UndoStep } {
    let taken = first
    return {
      async goAway() {
        taken = (await takeAway(id)) ?? taken
        const standing = find(id)?.save
        return !(standing?.kind === 'failed' && mayPass(standing.error))
      },
      comeBack: async () => taken === null || find(id) !== undefined || putBack(taken),
    }
  }

  /** Puts an entry there as new, and takes it away again where that is taken back. */
  function add(entry: AnnotationEntry, continuation: Continuation | null = null): void {
    const { id } = entry
    put(entry)
    const { goAway, comeBack } = comingAndGoing(id, null)
    /** By then the page's own changes to the note have been taken back, but for one that began with it. */
    const isOfOthers = (): boolean => {
      const now = find(id)?.note
      return now !== undefined && now !== (left.get(keyOf(id, { note: now }))?.note ?? entry.note)
    }
    const undo: UndoStep = async () =>
      isOfOthers() ? toasts.show({ message: 'toast.changedSince' }) : goAway()
    changes.push({ undo, redo: comeBack }, continuation)
  }

  /** Makes a highlight and answers its id. */
  function create({ style = 'highlight', ...highlight }: NewHighlight): string {
    const id = crypto.randomUUID()
    const at = { createdAt: Date.now(), revision: 0, save: { kind: 'pending' as const } }
    add({ ...highlight, style, id, note: '', tags: [], ...at })
    void save(id)
    return id
  }

  /** Begins a memo, or a note on an article as a whole, and answers its id. It is kept once something is written. */
  function begin(articleId: ArticleId = noArticleId): string {
    const id = crypto.randomUUID()
    if (articleId === noArticleId) void load(articleId)
    const onNoWords = { contentHash: null, start: 0, end: 0, quote: '', colour: null }
    put({
      ...onNoWords,
      id,
      articleId,
      style: 'highlight',
      note: '',
      tags: [],
      createdAt: Date.now(),
      revision: 0,
      save: { kind: 'pending' },
    })
    return id
  }

  /** Takes up what the reader types; it is saved after a short rest. Until `finishNote` it is one change. */
  function writeNote(id: string, note: string): void {
    const entry = find(id)
    if (!entry || entry.note === note) return
    // What was begun exists from its first word on: taking that back takes it away.
    if (isBlank(entry)) add(entry, { key: keyOf(id, { note }), within: Infinity, isWhole: true })
    edit(id, { note }, { rest: typingRest, continuing: Infinity })
  }

  /** The writing has ended: what is written next is another change. What was begun and left empty goes. */
  function finishNote(id: string): void {
    changes.close()
    const entry = find(id)
    if (entry && isBlank(entry)) return drop(entry)
    void save(id)
  }

  /** Deletes an annotation; the message that tells it offers the way back. */
  async function remove(id: string): Promise<void> {
    const taken = await takeAway(id)
    if (!taken || isBlank(taken.entry)) return
    const kind = kindOf(taken.entry)
    const { goAway, comeBack } = comingAndGoing(id, taken)
    const takeBack = changes.push({ undo: comeBack, redo: goAway })
    offerUndo('toast.deleted', takeBack, { kind })
  }

  /** Hangs an annotation at a place of the present edition, which is right from then on. */
  async function attach(id: string, { contentHash, start, end }: Place): Promise<void> {
    const articleId = find(id)?.articleId
    const place = { contentHash, start, end }
    if (articleId === undefined || !(await hang(id, place))) return
    async function hangAgain(where: Place | null): Promise<void> {
      if (!find(id) && articleId !== undefined) await load(articleId)
      await hang(id, where)
    }
    const takeBack = changes.push({ undo: () => hangAgain(null), redo: () => hangAgain(place) })
    offerUndo('toast.attached', takeBack)
  }

  /** Notes that a conflict has ended: how the annotation was, or would have been, before, and how it is now; `null`: deleted. */
  function noteChoice(before: AnnotationEntry | null, after: AnnotationEntry | null): void {
    const id = (before ?? after)?.id
    async function make(entry: AnnotationEntry | null): Promise<void> {
      if (!entry) return void (id === undefined || (await takeAway(id)))
      if (!find(entry.id)) await bringBack(entry.id)
      await apply(entry.id, entry.articleId, wordsOf(entry))
    }
    changes.push({ undo: () => make(before), redo: () => make(after) })
  }

  function offerUndo(
    message: 'toast.deleted' | 'toast.attached',
    takeBack: () => Promise<void>,
    values = {},
  ): void {
    toasts.show({ message, values, action: { label: 'action.undo', run: () => void takeBack() } })
  }

  return {
    create,
    begin,
    recolour: (id: string, colour: HighlightColour) => edit(id, { colour }),
    restyle: (id: string, style: HighlightStyle) => edit(id, { style }),
    setTags: (id: string, tags: readonly string[]) => edit(id, { tags: normaliseTags(tags) }),
    /** Hangs a highlight on other words, from `start` to `end` of the same article. */
    moveEnds: (id: string, { contentHash, start, end, quote }: Words) =>
      edit(id, { contentHash, start, end, quote }, { continuing: steppingRest }),
    writeNote,
    finishNote,
    remove,
    attach,
    noteChoice,
  }
}

/** All that a reader has said of an annotation. */
function wordsOf({ colour, style, note, tags, contentHash, start, end, quote }: AnnotationEntry): Patch {
  return { colour, style, note, tags, contentHash, start, end, quote }
}

/** Two changes of the same parts of one annotation have the same key. */
const keyOf = (id: string, patch: Patch): string => `${id} ${Object.keys(patch).join(' ')}`

function pick(entry: AnnotationEntry, patch: Patch): Patch {
  const members = Object.entries(entry).filter(([name]) => name in patch)
  return Object.fromEntries(members)
}

function isSame(entry: AnnotationEntry, patch: Patch): boolean {
  return JSON.stringify(pick(entry, patch)) === JSON.stringify(pick({ ...entry, ...patch }, patch))
}
