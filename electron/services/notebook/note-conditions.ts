// Whether an annotation is what a query asks for. Words are compared as in the notebook's filter. Runs everywhere.
import type { Annotation } from '../../contract/annotation.ts'
import type { ArticleId, ArticleSummary } from '../../contract/article.ts'
import type { QueryField } from '../../contract/search.ts'
import { isWhollyBefore } from '../search/date-filter.ts'
import type { Condition, QueryWord } from '../search/parse-query.ts'
import type { Token } from '../search/tokenise.ts'
import { tokenise } from '../search/tokenise.ts'
import { beginnings } from './fold-words.ts'
import type { LedgerEntry } from './note-ledger.ts'

/** Tells whether an entry, which has been folded, is what is asked for. */
export type NoteTest = (entry: LedgerEntry) => boolean

/** Whether a word of a text is the one that is asked for. */
export function isWord({ word, surface }: Token, asked: QueryWord): boolean {
  if (!asked.unfinished) return word === asked.word
  return beginnings(asked.surface).some((way) => ` ${surface}`.startsWith(way) || ` ${word}`.startsWith(way))
}

/** Whether a word is in a folded text, from a place in it on. */
export type WordTest = (folded: string, from?: number) => boolean

/** Makes the test of a word of a query. */
export function createWordTest({ word, surface, unfinished }: QueryWord): WordTest {
  const ways = unfinished ? beginnings(surface) : [` ${word} `]
  return (folded, from = 0) => ways.some((way) => folded.includes(way, from))
}

/** Whether words stand in a row somewhere in a text. */
function hasInRow(text: string, words: readonly QueryWord[]): boolean {
  const tokens = tokenise(text)
  return tokens.some((_, at) =>
    words.every((word, step) => {
      const token = tokens[at + step]
      return token !== undefined && isWord(token, word)
    }),
  )
}

/** Remembers for each tag whether it is what is asked for: many annotations have the same. */
function createTagTest(words: readonly QueryWord[]): NoteTest {
  const known = new Map<string, boolean>()
  const isAsked = (tag: string): boolean => {
    const answer = known.get(tag) ?? hasInRow(tag, words)
    known.set(tag, answer)
    return answer
  }
  return ({ annotation }) => annotation.tags?.some(isAsked) ?? false
}

/** The texts of a field of an article. */
function textsOf({ title, account }: ArticleSummary, field: Exclude<QueryField, 'tag'>): (string | null)[] {
  const { outlet, agencies, section, headline, author } = account
  return { title: [title], source: [outlet, ...agencies, section, headline], author: [author] }[field]
}

/** Asks of the article that the annotation belongs to, once for each; a memo belongs to none. */
function createArticleTest(
  describeArticle: (articleId: ArticleId) => ArticleSummary | null,
  holds: (article: ArticleSummary) => boolean,
): NoteTest {
  const known = new Map<ArticleId, boolean>()
  return ({ annotation: { articleId } }) => {
    const article = known.has(articleId) ? null : describeArticle(articleId)
    const answer = known.get(articleId) ?? (article !== null && holds(article))
    known.set(articleId, answer)
    return answer
  }
}

/**
 * Words in a row in the quotation or in the note, or in the note alone. First it is asked whether each is there at all,
 * which is all that there is to ask of one word.
 */
function createTextTest(
  words: readonly QueryWord[],
  isOfNote: boolean,
  textsIn: (annotation: Annotation) => (string | undefined)[],
): NoteTest {
  const tests = words.map(createWordTest)
  return ({ annotation, words: folded, noteAt }) => {
    if (folded === null || !tests.every((test) => test(folded, isOfNote ? noteAt : 0))) return false
    if (words.length === 1) return true
    return textsIn(annotation).some((text) => text !== undefined && hasInRow(text, words))
  }
}

/** Makes the test of one condition. */
export function createNoteTest(
  condition: Condition,
  describeArticle: (articleId: ArticleId) => ArticleSummary | null,
): NoteTest {
  switch (condition.kind) {
    case 'text': {
      const { field, words } = condition
      if (field === null) return createTextTest(words, false, ({ anchor, note }) => [anchor?.exact, note])
      if (field === 'tag') return createTagTest(words)
      return createArticleTest(describeArticle, (article) =>
        textsOf(article, field).some((text) => text !== null && hasInRow(text, words)),
      )
    }
    case 'note':
      return createTextTest(condition.words, true, ({ note }) => [note])
    case 'colour':
      return ({ annotation }) => annotation.colour === condition.colour
    case 'has':
      return condition.what === 'note'
        ? ({ annotation }) => annotation.note !== ''
        : ({ annotation }) => annotation.tags !== undefined
    case 'before':
    case 'after':
      return createArticleTest(describeArticle, ({ account: { date } }) => {
        if (date === null) return false
        const { kind } = condition
        return kind === 'before' ? isWhollyBefore(date, condition.date) : isWhollyBefore(condition.date, date)
      })
    case 'undated':
      return createArticleTest(describeArticle, ({ account }) => account.date === null)
  }
}
