// The index over one set of articles: the lunr index, the lexicon and the articles cut into words. It is built
// whole and never changed. Runs in the search worker.
import lunr from 'lunr'
import type { Article, ArticleId } from '../../contract/article.ts'
import type { FormId, Lexicon } from './lexicon.ts'
import { createLexicon } from './lexicon.ts'
import { addTermPipeline } from './lunr-terms.ts'
import type { TermClause } from './resolve-query.ts'
import type { SearchableArticle } from './searchable-article.ts'
import { createSearchableArticle, indexFields, wordListsOf } from './searchable-article.ts'

/** An article that lunr found, with its score and the terms that were found in it. */
export interface RankedArticle {
  score: number
  hasTerm(term: string): boolean
}

/** All that a search asks. */
export interface LibraryIndex {
  lexicon: Lexicon
  /** In the order of their titles. */
  articles: SearchableArticle[]
  byId: ReadonlyMap<ArticleId, SearchableArticle>
  /** What lunr finds for the clauses, unordered: any article with one of them, or with all that are required. */
  rank(clauses: readonly TermClause[]): Map<ArticleId, RankedArticle>
}

/** Titles in dictionary order, numbers by their value; the id settles ties, so that the order is always the same. */
const collator = new Intl.Collator('en', { numeric: true })

function byTitle({ article: a }: SearchableArticle, { article: b }: SearchableArticle): number {
  return collator.compare(a.title, b.title) || (a.id < b.id ? -1 : 1)
}

/** The fields as arrays of words, which lunr's tokenizer takes as they are. */
function createDocument(article: SearchableArticle, lexicon: Lexicon): object {
  const wordOf = (form: FormId): string => lexicon.wordOf(form)
  const fields = indexFields.map((field) => [
    field,
    wordListsOf(article, field).flatMap(({ forms }) => Array.from(forms, wordOf)),
  ])
  return { id: article.article.id, ...Object.fromEntries(fields) }
}

/** Field boosts stay at 1 and k1 and b at lunr's own values: on three test collections all others ranked worse. */
function buildLunrIndex(articles: readonly SearchableArticle[], lexicon: Lexicon): lunr.Index {
  const builder = new lunr.Builder()
  addTermPipeline(builder)
  for (const field of indexFields) builder.field(field)
  for (const article of articles) builder.add(createDocument(article, lexicon))
  return builder.build()
}

const { OPTIONAL, REQUIRED } = lunr.Query.presence

/** Builds the index over these articles. */
export function createLibraryIndex(articles: readonly Article[]): LibraryIndex {
  const lexicon = createLexicon()
  const searchable = articles.map((article) => createSearchableArticle(article, lexicon)).toSorted(byTitle)
  const index = buildLunrIndex(searchable, lexicon)

  function rank(clauses: readonly TermClause[]): Map<ArticleId, RankedArticle> {
    const results = index.query((query) => {
      for (const { term, boost, required, fields } of clauses) {
        // The term has been through the pipeline already: stemmed twice it would be another.
        query.term(term, {
          boost,
          fields: [...fields],
          presence: required ? REQUIRED : OPTIONAL,
          usePipeline: false,
        })
      }
    })
    return new Map(
      results.map(({ ref, score, matchData }) => [
        ref,
        { score, hasTerm: (term) => Object.hasOwn(matchData.metadata, term) },
      ]),
    )
  }

  return {
    lexicon,
    articles: searchable,
    byId: new Map(searchable.map((each) => [each.article.id, each])),
    rank,
  }
}
