// The notebook across articles: finds highlights and notes, orders and groups them, tells them stretch by stretch.
// Runs everywhere.
import { shelfIdSchema } from '../../contract/annotation.ts'
import type { Article, ArticleId, ArticleSummary } from '../../contract/article.ts'
import { Failure } from '../../contract/errors.ts'
import type { KindCounts, NotebookAnswer, NotebookEntry, TagCount } from '../../contract/notebook.ts'
import type { NoteHit, NoteSearchAnswer } from '../../contract/search.ts'
import type { CheckedInput } from '../../contract/operations.ts'
import { paragraphNumberAt } from '../../contract/paragraph-number.ts'
import { createPace } from '../backup/pace.ts'
import { countKinds } from './count-kinds.ts'
import { countTags } from './count-tags.ts'
import type { FoundEntries } from './find-entries.ts'
import { findEntries } from './find-entries.ts'
import { foldWords, readWordFilter } from './fold-words.ts'
import type { GroupedEntries } from './group-entries.ts'
import { groupEntries, headingAt } from './group-entries.ts'
import type { LedgerEntry, NoteLedgerParts } from './note-ledger.ts'
import type { NoteQuery } from './search-notes.ts'
import { cutPassage, findNotes, readNoteQuery } from './search-notes.ts'
import { createNoteLedger } from './note-ledger.ts'

/** What the notebook is asked. */
export type NotebookQuestion = CheckedInput<'listNotebook'>

/** The notebook of one data folder. It reads what the stores hold in memory, never the disk. */
export interface NotebookService {
  /**
   * A stretch of what the question finds. The first question about everything has all highlights folded for filters by
   * words, in stretches that let other requests through; a filter that comes earlier folds what is left. Soon after the
   * start an answer about everything holds only what has been read by then, and says so. Does not fail: an article that
   * is nowhere has no highlights.
   */
  list(question: NotebookQuestion): Promise<NotebookAnswer>
  /** How many highlights each article has that has any. */
  count(): Record<ArticleId, number>
  /**
   * Finds annotations by the library's query language, once all are folded. Throws `query-unreadable`.
   */
  search(query: string, limit: number): Promise<NoteSearchAnswer>
  /** Every tag of the reader's annotations, the most used first. */
  listTags(): TagCount[]
  /** Whether any answer so far lacked what had not been read: then there is more to tell once all is read. */
  hasToldTooLittle(): boolean
}

/** What the notebook works with. */
export interface NotebookServiceParts extends NoteLedgerParts {
  /** What is known of an article, also where its collection is removed. */
  describeArticle: (articleId: ArticleId) => ArticleSummary | null
  /** Throws `article-not-found`. */
  readArticle: (articleId: ArticleId) => Article
}

/** What a question finds, kept for the stretches of it that are asked for next. */
interface Findings extends GroupedEntries, Pick<FoundEntries, 'colours'> {
  inScope: number
  found: number
  kinds: KindCounts
  scopeTags: TagCount[]
}

/** Milliseconds in which a page can paint what it was answered. */
const restBeforeFolding = 500

/** Makes the notebook service. */
export function createNotebookService(parts: NotebookServiceParts): NotebookService {
  const { describeArticle, readArticle, stores } = parts
  const ledger = createNoteLedger(parts)
  let latest: { key: string; findings: Findings } | null = null
  let counted: { key: string; tags: TagCount[]; kinds: KindCounts } | null = null
  let ahead: Promise<void> | null = null
  let hasToldTooLittle = false
  let foldedVersion = -1

  /** How many articles are missing in an answer about everything. Who asks for it waits for them. */
  function countUnread(): number {
    const unread = stores.unopened()
    if (unread > 0) {
      hasToldTooLittle = true
      stores.hurry()
    }
    return unread
  }

  /** What is asked for by name is not waited for; a name of the wrong form has no notes. */
  function openAll(articleIds: readonly ArticleId[]): void {
    for (const articleId of articleIds) {
      if (shelfIdSchema.safeParse(articleId).success) stores.annotations(articleId)
    }
  }

  function scopeOf({ articleIds, grouping }: NotebookQuestion): readonly LedgerEntry[] {
    if (articleIds === null) return grouping === 'day' ? ledger.byAge() : ledger.inOrder()
    const wanted = new Set(articleIds)
    if (grouping === 'day') {
      return ledger.byAge().filter(({ annotation }) => wanted.has(annotation.articleId))
    }
    if (wanted.size === 1) return [...wanted].flatMap((id) => ledger.ofArticle(id))
    return ledger.inOrder().filter(({ annotation }) => wanted.has(annotation.articleId))
  }

  /** Folds all that there is, once: who looks at everything will soon filter it. The answer at hand goes first. */
  function foldAhead(): void {
    ahead ??= new Promise((resolve) => {
      setTimeout(() => resolve(fold(ledger.inOrder())), restBeforeFolding)
    })
  }

  /** While others are let through, more may be written: so it is looked again until nothing is left to fold. */
  async function foldAll(list: () => readonly LedgerEntry[]): Promise<void> {
    for (;;) {
      ledger.refresh()
      const unfolded = list().filter(({ words }) => words === null)
      if (unfolded.length === 0) return
      await fold(unfolded)
    }
  }

  /** Nothing is looked through for what is left to fold where nothing has changed since. */
  async function foldEverything(): Promise<void> {
    if (foldedVersion === ledger.refresh()) return
    await foldAll(() => ledger.inOrder())
    foldedVersion = ledger.refresh()
  }

  async function findWords(question: NotebookQuestion): Promise<Findings> {
    await foldAll(() => scopeOf(question))
    return find(question)
  }

  function tellHit({ annotation }: LedgerEntry, query: NoteQuery): NoteHit {
    const { anchor, articleId, note } = annotation
    return {
      annotation,
      title: describeArticle(articleId)?.title ?? null,
      paragraph: findParagraph(annotation),
      quote: anchor && cutPassage(anchor.exact, query),
      note: note === '' ? null : cutPassage(note, query),
    }
  }

  function find(question: NotebookQuestion): Findings {
    const { offset: _offset, limit: _limit, ...asked } = question
    const version = ledger.refresh()
    const key = JSON.stringify([version, asked])
    if (latest?.key === key) return latest.findings
    const scope = scopeOf(question)
    const { text, notes, colours, tag, grouping, timeZone } = asked
    const found = findEntries(scope, { words: readWordFilter(text), notes, colours, tag })
    const { tags: scopeTags, kinds } = countScope(scope, JSON.stringify([version, asked.articleIds]))
    const findings: Findings = {
      ...groupEntries(found.entries, grouping, timeZone),
      colours: found.colours,
      inScope: scope.length,
      found: found.entries.length,
      kinds,
      scopeTags,
    }
    latest = { key, findings }
    return findings
  }

  /** Whatever is filtered, tags and kinds are those of all that is in question: they are counted once. */
  function countScope(scope: readonly LedgerEntry[], key: string): { tags: TagCount[]; kinds: KindCounts } {
    if (counted?.key !== key) counted = { key, tags: countTags(scope), kinds: countKinds(scope) }
    return counted
  }

  function tell(findings: Findings, place: number): NotebookEntry[] {
    const entry = findings.entries[place]
    if (entry === undefined) return []
    const { annotation } = entry
    const { articleId } = annotation
    return [
      {
        annotation,
        title: describeArticle(articleId)?.title ?? null,
        paragraph: findParagraph(annotation),
        heading: headingAt(findings, place),
        tag: findings.tags?.[place] ?? null,
      },
    ]
  }

  function findParagraph({ articleId, anchor }: NotebookEntry['annotation']): number | null {
    const edition = describeArticle(articleId)?.contentHash
    if (anchor === null || edition !== anchor.contentHash) return null
    try {
      return paragraphNumberAt(readArticle(articleId).blocks, anchor.start)
    } catch (cause) {
      // Its collection was taken out: the title is known, the text is not at hand.
      if (cause instanceof Failure && cause.error.code === 'article-not-found') return null
      throw cause
    }
  }

  return {
    hasToldTooLittle: () => hasToldTooLittle,
    count() {
      countUnread()
      ledger.refresh()
      const counts: Record<ArticleId, number> = {}
      for (const { annotation } of ledger.inOrder()) {
        counts[annotation.articleId] = (counts[annotation.articleId] ?? 0) + 1
      }
      return counts
    },
    async list(question) {
      const { articleIds } = question
      openAll(articleIds ?? [])
      const unread = articleIds === null ? countUnread() : 0
      const findings = readWordFilter(question.text) === null ? find(question) : await findWords(question)
      if (articleIds === null && unread === 0) foldAhead()
      const { entries, inScope, found, kinds, colours, scopeTags: tags } = findings
      const { offset, limit } = question
      const places = Array.from({ length: limit }, (_, place) => offset + place)
      return {
        unread,
        inScope,
        kinds,
        found,
        total: entries.length,
        colours,
        tags,
        offset,
        entries: places.flatMap((place) => tell(findings, place)),
      }
    },

    async search(text, limit) {
      const query = readNoteQuery(text)
      if (query === null) return { total: 0, hits: [], isOnlyForNotes: false }
      countUnread()
      await foldEverything()
      const { total, best } = findNotes(query, ledger.byAge(), describeArticle, limit)
      return {
        total,
        hits: best.map((entry) => tellHit(entry, query)),
        isOnlyForNotes: query.isOnlyForNotes,
      }
    },

    listTags() {
      countUnread()
      ledger.refresh()
      return countTags(ledger.inOrder())
    },
  }
}

/** Folds what has not been folded yet, in stretches between which others are let through. */
async function fold(entries: readonly LedgerEntry[]): Promise<void> {
  const pace = createPace(() => undefined)
  for (const entry of entries) {
    const { anchor, note } = entry.annotation
    if (entry.words === null) {
      const quote = anchor === null ? '' : foldWords(anchor.exact)
      entry.noteAt = quote.length
      entry.words = quote + foldWords(note)
    }
    await pace.step(0, 0)
  }
}
