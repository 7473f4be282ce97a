// The notebook across articles: finds highlights and notes, orders and groups them, tells them stretch by stretch.
// Runs everywhere.
import type { Article, ArticleId, ArticleSummary } from '../../contract/article.ts'
import { Failure } from '../../contract/errors.ts'
import { highlightColours } from '../../contract/limits.ts'
import type { NotebookAnswer, NotebookEntry } from '../../contract/notebook.ts'
import type { CheckedInput } from '../../contract/operations.ts'
import { paragraphNumberAt } from '../../contract/paragraph-number.ts'
import { createPace } from '../backup/pace.ts'
import { createDayOf } from './day-of.ts'
import type { FoundEntries } from './find-entries.ts'
import { findEntries } from './find-entries.ts'
import { foldWords, readWordFilter } from './fold-words.ts'
import type { LedgerEntry, NoteLedgerParts } from './note-ledger.ts'
import { createNoteLedger } from './note-ledger.ts'

/** What the notebook is asked. */
export type NotebookQuestion = CheckedInput<'listNotebook'>

/** The notebook of one data folder. It reads what the stores hold in memory, never the disk. */
export interface NotebookService {
  /**
   * A stretch of what the question finds. The first question about everything has all highlights folded for filters by
   * words, in stretches that let other requests through; a filter that comes earlier folds what is left. Does not fail: an article that is nowhere has no highlights.
   */
  list(question: NotebookQuestion): Promise<NotebookAnswer>
  /** How many highlights each article has that has any. */
  count(): Record<ArticleId, number>
}

/** What the notebook works with. */
export interface NotebookServiceParts extends NoteLedgerParts {
  /** What is known of an article, also where its collection is removed. */
  describeArticle: (articleId: ArticleId) => ArticleSummary | null
  /** Throws `article-not-found`. */
  readArticle: (articleId: ArticleId) => Article
}

/** What a question finds, kept for the stretches of it that are asked for next. */
interface Findings extends FoundEntries {
  inScope: number
  groupOf: (entry: LedgerEntry) => string
}

/** Milliseconds in which a page can paint what it was answered. */
const restBeforeFolding = 500

/** Makes the notebook service. */
export function createNotebookService(parts: NotebookServiceParts): NotebookService {
  const { describeArticle, readArticle } = parts
  const ledger = createNoteLedger(parts)
  let latest: { key: string; findings: Findings } | null = null
  let ahead: Promise<void> | null = null

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
  async function findWords(question: NotebookQuestion): Promise<Findings> {
    for (;;) {
      ledger.refresh()
      const unfolded = scopeOf(question).filter(({ words }) => words === null)
      if (unfolded.length === 0) return find(question)
      await fold(unfolded)
    }
  }

  function find(question: NotebookQuestion): Findings {
    const { articleIds, text, colours, notes, grouping, timeZone } = question
    const key = JSON.stringify([ledger.refresh(), articleIds, text, colours, notes, grouping, timeZone])
    if (latest?.key === key) return latest.findings
    const scope = scopeOf(question)
    const found = findEntries(scope, { words: readWordFilter(text), notes, colours })
    const findings: Findings = {
      ...found,
      entries: grouping === 'colour' ? byColour(found.entries) : found.entries,
      inScope: scope.length,
      groupOf: createGroupOf(question),
    }
    latest = { key, findings }
    return findings
  }

  function tell({ entries, groupOf }: Findings, place: number): NotebookEntry[] {
    const entry = entries[place]
    if (entry === undefined) return []
    const { annotation } = entry
    const { articleId } = annotation
    return [
      {
        annotation,
        title: describeArticle(articleId)?.title ?? null,
        paragraph: findParagraph(annotation),
        heading: headingAt(entries, groupOf, place),
      },
    ]
  }

  function findParagraph({ articleId, anchor }: NotebookEntry['annotation']): number | null {
    const edition = describeArticle(articleId)?.contentHash
    if (edition !== anchor.contentHash) return null
    try {
      return paragraphNumberAt(readArticle(articleId).blocks, anchor.start)
    } catch (cause) {
      // Its collection was taken out: the title is known, the text is not at hand.
      if (cause instanceof Failure && cause.error.code === 'article-not-found') return null
      throw cause
    }
  }

  return {
    count() {
      ledger.refresh()
      const counts: Record<ArticleId, number> = {}
      for (const { annotation } of ledger.inOrder()) {
        counts[annotation.articleId] = (counts[annotation.articleId] ?? 0) + 1
      }
      return counts
    },
    async list(question) {
      const findings = readWordFilter(question.text) === null ? find(question) : await findWords(question)
      if (question.articleIds === null) foldAhead()
      const { entries, inScope, colours } = findings
      const { offset, limit } = question
      const places = Array.from({ length: limit }, (_, place) => offset + place)
      return {
        inScope,
        total: entries.length,
        colours,
        offset,
        entries: places.flatMap((place) => tell(findings, place)),
      }
    },
  }
}

function createGroupOf({ grouping, timeZone }: NotebookQuestion): Findings['groupOf'] {
  if (grouping === 'article') return ({ annotation }) => annotation.articleId
  if (grouping === 'colour') return ({ annotation }) => annotation.colour
  const dayOf = createDayOf(timeZone)
  return ({ annotation }) => dayOf(annotation.createdAt)
}

function byColour(entries: readonly LedgerEntry[]): LedgerEntry[] {
  return highlightColours.flatMap((colour) =>
    entries.filter(({ annotation }) => annotation.colour === colour),
  )
}

/** Groups lie together, so the first of one differs from the entry before, and its last from the one after. */
function headingAt(
  entries: readonly LedgerEntry[],
  groupOf: Findings['groupOf'],
  place: number,
): NotebookEntry['heading'] {
  const [entry, before] = [entries[place], entries[place - 1]]
  if (entry === undefined) return null
  const key = groupOf(entry)
  if (before !== undefined && groupOf(before) === key) return null
  let end = place + 1
  for (let next = entries[end]; next !== undefined && groupOf(next) === key; next = entries[end]) end += 1
  return { key, count: end - place }
}

/** Folds what has not been folded yet, in stretches between which others are let through. */
async function fold(entries: readonly LedgerEntry[]): Promise<void> {
  const pace = createPace(() => undefined)
  for (const entry of entries) {
    const { anchor, note } = entry.annotation
    entry.words ??= foldWords(`${anchor.exact}\n${note}`)
    await pace.step(0, 0)
  }
}
