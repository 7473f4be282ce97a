// Turns a query that was read into what it means for this library: terms for lunr to rank by, patterns to check
// and to light. Pure; runs in the search worker.
import type { PartialDate } from '../../contract/article.ts'
import type { Lexicon } from './lexicon.ts'
import { termOf } from './lunr-terms.ts'
import type { Pattern } from './match-words.ts'
import type { Condition, ParsedQuery, QueryWord } from './parse-query.ts'
import type { IndexField } from './searchable-article.ts'
import { indexFields } from './searchable-article.ts'
import {
  createAnyWordPattern,
  createPhrasePattern,
  createWordPattern,
  furtherTerms,
  isLoneCharacter,
  isStopWord,
  isTooShort,
  mayBecomeStopWord,
} from './word-patterns.ts'

/** A term for lunr to look up. Where it is required, only articles that hold it in one of the fields are found. */
export interface TermClause {
  term: string
  boost: number
  required: boolean
  fields: readonly IndexField[]
}

/** A condition with its words made into a pattern, and the fields in any of which that may stand. */
export type ResolvedCondition =
  | PatternCondition
  | { kind: 'before' | 'after'; date: PartialDate }
  | { kind: 'undated' }
  /** What is asked of annotations alone holds of no article. */
  | { kind: 'of-notes' }

/** A pattern that stands in one of these fields, or does not. */
export interface PatternCondition {
  kind: 'pattern'
  pattern: Pattern
  fields: readonly IndexField[]
}

/** What a query means for one library. */
export interface ResolvedQuery {
  clauses: TermClause[]
  /** The terms of the plain words, one of which an article must hold; `null` where there are no plain words. */
  wordTerms: ReadonlySet<string> | null
  required: ResolvedCondition[]
  excluded: ResolvedCondition[]
  /** What to light in the text, and what in the title. */
  bodyPatterns: Pattern[]
  titlePatterns: Pattern[]
}

type TextCondition = Extract<Condition, { kind: 'text' }>

/** How much a word that only begins as the unfinished one does counts beside that word itself. */
const prefixBoost = 0.25

/** Where a phrase may stand that names no field. */
const phraseFields: readonly IndexField[] = ['title', 'body']

/** A field filter that has only its first letter so far. */
function isOnlyBegun(condition: Condition): boolean {
  return condition.kind === 'text' && condition.words.length === 1 && condition.words.every(isTooShort)
}

/** Whether the word carries a search. A stop word does not, nor, alone, a beginning that may yet become one. */
function isTelling(word: QueryWord, words: readonly QueryWord[], lexicon: Lexicon): boolean {
  if (isStopWord(word) || isTooShort(word)) return false
  return words.length > 1 || !mayBecomeStopWord(word, lexicon)
}

/**
 * Leaves stop words out unless there is nothing else to look for; then they are a phrase. The word being typed
 * stays in either case, for "the" may become "theory". `null` where there is nothing to look for yet.
 */
function sift(query: ParsedQuery, lexicon: Lexicon): ParsedQuery | null {
  const { words, excluded } = query
  const required = query.required.filter((condition) => !isOnlyBegun(condition))
  if (words.some((word) => isTelling(word, words, lexicon))) {
    return { words: words.filter((word) => word.unfinished || !isStopWord(word)), required, excluded }
  }
  const isAlone = required.length === 0 && excluded.length === 0
  if (isAlone && words.length > 1) {
    return { words: [], required: [{ kind: 'text', field: null, words, quoted: true }], excluded }
  }
  const sought = words.slice(-1).filter((word) => !isTooShort(word) && (word.unfinished || isAlone))
  if (isAlone && sought.length === 0) return null
  const conditions = sought.map((word): Condition => ({
    kind: 'text',
    field: null,
    words: [word],
    quoted: false,
  }))
  return { words: [], required: [...required, ...conditions], excluded }
}

function resolveText({ field, words, quoted }: TextCondition, lexicon: Lexicon): PatternCondition {
  const [only] = words.length === 1 && !quoted ? words : []
  return only
    ? { kind: 'pattern', pattern: createAnyWordPattern(only, lexicon), fields: field ? [field] : indexFields }
    : {
        kind: 'pattern',
        pattern: createPhrasePattern(words, lexicon),
        fields: field ? [field] : phraseFields,
      }
}

function resolveCondition(condition: Condition, lexicon: Lexicon): ResolvedCondition {
  switch (condition.kind) {
    case 'text':
      return resolveText(condition, lexicon)
    case 'note':
    case 'colour':
    case 'has':
      return { kind: 'of-notes' }
    case 'before':
    case 'after':
    case 'undated':
      return condition
  }
}

/** What is excluded is meant as it stands: "-co" must not hide every article on cooperation while it is typed. */
function finish(condition: Condition): Condition {
  if (condition.kind !== 'text') return condition
  return { ...condition, words: condition.words.map((word) => ({ ...word, unfinished: false })) }
}

/** The terms of each plain word at full weight, and at a lower one those of the words that begin as the last does. */
function wordClauses(words: readonly QueryWord[], lexicon: Lexicon): TermClause[] {
  const exact = words.map(({ word }) => termOf(word)).filter((term) => term !== null)
  const further = new Set(words.flatMap((word) => [...furtherTerms(word, lexicon)]))
  const begun = [...further].filter((term) => !exact.includes(term))
  return [
    ...exact.map((term) => ({ term, boost: 1, required: false, fields: indexFields })),
    ...begun.map((term) => ({ term, boost: prefixBoost, required: false, fields: indexFields })),
  ]
}

/** Required words rank an article as well; whole words of a phrase let lunr narrow down where to look for it. */
function textClauses({ field, words, quoted }: TextCondition, lexicon: Lexicon): TermClause[] {
  if (field !== null) return []
  const isWhole = (word: QueryWord): boolean => quoted && !word.unfinished && !isLoneCharacter(word)
  const whole = words.filter(isWhole).map(({ word }) => termOf(word))
  const required = new Set(whole.filter((term) => term !== null))
  return [
    ...[...required].map((term) => ({ term, boost: 1, required: true, fields: phraseFields })),
    ...wordClauses(
      words.filter((word) => !isWhole(word)),
      lexicon,
    ),
  ]
}

/** Resolves a query; `null` where it holds nothing to look for yet (nothing at all, or one letter). */
export function resolveQuery(parsed: ParsedQuery, lexicon: Lexicon): ResolvedQuery | null {
  const query = sift(parsed, lexicon)
  if (!query) return null
  const texts = query.required.filter((condition) => condition.kind === 'text')
  const words = wordClauses(query.words, lexicon)
  const required = query.required.map((condition) => resolveCondition(condition, lexicon))
  const patternsIn = (field: IndexField): Pattern[] => [
    ...query.words.map((word) => createWordPattern(word, lexicon)),
    ...required.flatMap((each) =>
      each.kind === 'pattern' && each.fields.includes(field) ? [each.pattern] : [],
    ),
  ]
  return {
    clauses: [...words, ...texts.flatMap((text) => textClauses(text, lexicon))],
    wordTerms: query.words.length > 0 ? new Set(words.map(({ term }) => term)) : null,
    required,
    excluded: query.excluded.map((condition) => resolveCondition(finish(condition), lexicon)),
    bodyPatterns: patternsIn('body'),
    titlePatterns: patternsIn('title'),
  }
}
