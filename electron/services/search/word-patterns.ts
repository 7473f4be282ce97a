// Makes patterns from the words of a query: which forms of the library a word stands for. Pure; runs in the search worker.
import { shortestPrefix } from '../../contract/search.ts'
import { foldUnfinishedSpelling } from './fold-spelling.ts'
import type { FormId, Lexicon } from './lexicon.ts'
import { termOf } from './lunr-terms.ts'
import type { Pattern } from './match-words.ts'
import type { QueryWord } from './parse-query.ts'
import { isIdeographic } from './tokenise.ts'

/** Whether the word is one that the index leaves out. */
export function isStopWord({ word }: QueryWord): boolean {
  return termOf(word) === null
}

/** Whether the word is only begun: one letter, which too many words start with; one Chinese character is enough. */
export function isTooShort({ surface, unfinished }: QueryWord): boolean {
  return unfinished && !isIdeographic(surface) && Array.from(surface).length < shortestPrefix
}

/** A Chinese or Japanese character alone, which the texts hold in pairs only. */
export function isLoneCharacter({ surface }: QueryWord): boolean {
  return isIdeographic(surface) && Array.from(surface).length === 1
}

/** The forms that a word stands for besides itself: those that begin so, or hold the lone character. */
function furtherForms(query: QueryWord, lexicon: Lexicon): FormId[] {
  if (isLoneCharacter(query)) return lexicon.formsWithCharacter(query.surface)
  if (!query.unfinished) return []
  const { surface } = query
  return [surface, foldUnfinishedSpelling(surface)].flatMap((prefix) => lexicon.formsWithPrefix(prefix))
}

/** Whether the word being typed is a stop word of the library, or may yet become one. */
export function mayBecomeStopWord(query: QueryWord, lexicon: Lexicon): boolean {
  return query.unfinished && furtherForms(query, lexicon).some((form) => lexicon.termOf(form) === null)
}

/** The terms that a word stands for besides its own. Stop words have none. */
export function furtherTerms(query: QueryWord, lexicon: Lexicon): Set<string> {
  const terms = isTooShort(query) ? [] : furtherForms(query, lexicon).map((form) => lexicon.termOf(form))
  return new Set(terms.filter((term) => term !== null))
}

function createPattern(steps: Iterable<FormId>[], words: readonly QueryWord[]): Pattern {
  const [only] = words.length === 1 ? words : []
  return {
    steps: steps.map((step) => new Set(step)),
    character: only && isLoneCharacter(only) ? only.surface : null,
  }
}

function inflectedForms(query: QueryWord, lexicon: Lexicon): FormId[] {
  const own = termOf(query.word)
  const terms = new Set([...(own === null ? [] : [own]), ...furtherTerms(query, lexicon)])
  return [...terms].flatMap((term) => lexicon.formsOfTerm(term))
}

/** A plain word in all its inflections: every form that shares a term with it, as lunr finds it. No stop words. */
export function createWordPattern(query: QueryWord, lexicon: Lexicon): Pattern {
  return createPattern([inflectedForms(query, lexicon)], [query])
}

/** The same with stop words, for a word that has to be there even where it is one. */
export function createAnyWordPattern(query: QueryWord, lexicon: Lexicon): Pattern {
  const forms = [
    ...inflectedForms(query, lexicon),
    ...lexicon.formsOfWord(query.word),
    ...furtherForms(query, lexicon),
  ]
  return createPattern([forms], [query])
}

/** Words in a row as they are written, but for case, diacritics and spelling. The last may be a beginning. */
export function createPhrasePattern(words: readonly QueryWord[], lexicon: Lexicon): Pattern {
  const steps = words.map((query) => {
    const mayDiffer = query.unfinished || words.length === 1
    return [...lexicon.formsOfWord(query.word), ...(mayDiffer ? furtherForms(query, lexicon) : [])]
  })
  return createPattern(steps, words)
}
