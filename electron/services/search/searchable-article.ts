// An article cut into words, kept beside the lunr index: phrases, marks, counts and snippets are read from it.
// Runs in the search worker.
import type { Article, Block } from '../../contract/article.ts'
import { queryFields } from '../../contract/search.ts'
import type { QueryField } from '../../contract/search.ts'
import type { Lexicon } from './lexicon.ts'
import { tokenise } from './tokenise.ts'

/** The words of one stretch of text, in text order: their forms, and their UTF-16 offsets into the text. */
export interface WordList {
  forms: Uint32Array
  starts: Uint32Array
  ends: Uint32Array
}

/** A block of the article with its words, whose offsets are into the block's own text. */
export interface SearchableBlock {
  block: Block
  words: WordList
}

/** An article as the search needs it. No phrase reaches over from one block, or from one name or tag, to the next. */
export interface SearchableArticle {
  article: Article
  blocks: SearchableBlock[]
  fields: Record<QueryField, WordList[]>
}

/** The fields of the lunr index. */
export const indexFields = [...queryFields, 'body'] as const
/** One of the {@link indexFields}. */
export type IndexField = (typeof indexFields)[number]

function listWords(text: string, lexicon: Lexicon): WordList {
  const tokens = tokenise(text)
  return {
    forms: Uint32Array.from(tokens, (token) => lexicon.add(token)),
    starts: Uint32Array.from(tokens, (token) => token.start),
    ends: Uint32Array.from(tokens, (token) => token.end),
  }
}

/** Cuts an article into words; new word forms enter the lexicon. */
export function createSearchableArticle(article: Article, lexicon: Lexicon): SearchableArticle {
  const { outlet, agencies, section, headline, author } = article.account
  const wordsOfEach = (texts: (string | null)[]): WordList[] =>
    texts.flatMap((text) => (text === null ? [] : [listWords(text, lexicon)]))
  return {
    article,
    blocks: article.blocks.map((block) => ({ block, words: listWords(block.text, lexicon) })),
    fields: {
      title: wordsOfEach([article.title]),
      source: wordsOfEach([outlet, ...agencies, section, headline]),
      author: wordsOfEach([author]),
      tag: wordsOfEach(article.tags),
    },
  }
}

/** The words of one field of an article. */
export function wordListsOf({ fields, blocks }: SearchableArticle, field: IndexField): WordList[] {
  return field === 'body' ? blocks.map(({ words }) => words) : fields[field]
}
