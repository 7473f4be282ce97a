// Reads what the reader typed into the search field. Pure; runs in the search worker.
//
//   treaty horizons      plain words: articles with any of them, best first
//   "new horizons"       a phrase that must be there; curly quotes and guillemets serve as well
//   -war  -"cold war"    what must not be there
//   title:treaty         a field that must hold a word or phrase; also source: author: tag:
//   note:why colour:red  of notes and highlights; also has:note has:tag
//   before:2026-02       dates, as precise as wanted; after:2025, date:none
import { partialDateSchema } from '../../contract/article.ts'
import type { PartialDate } from '../../contract/article.ts'
import type { HighlightColour } from '../../contract/annotation.ts'
import { Failure } from '../../contract/errors.ts'
import { highlightColours } from '../../contract/limits.ts'
import { hadParts, queryFields, queryLimit } from '../../contract/search.ts'
import type { HadPart, QueryField, QueryProblemReason } from '../../contract/search.ts'
import { tokenise } from './tokenise.ts'

/** One word of a query. */
export interface QueryWord {
  surface: string
  word: string
  /** Whether it may still be being typed, and so stands for every word that begins so. Only the query's last word. */
  unfinished: boolean
}

/** Something that holds of an article or does not. */
export type Condition =
  /** Words in a row, or one word. Quoted words are meant as written; a single other word in all its inflections. */
  | { kind: 'text'; field: QueryField | null; words: QueryWord[]; quoted: boolean }
  | { kind: 'before' | 'after'; date: PartialDate }
  | { kind: 'undated' }
  /** Of annotations alone: no article is so. */
  | { kind: 'note'; words: QueryWord[] }
  | { kind: 'colour'; colour: HighlightColour }
  | { kind: 'has'; what: HadPart }

/** A query that could be read. */
export interface ParsedQuery {
  /** Plain words, stop words among them. Where there are any, an article must have one. */
  words: QueryWord[]
  required: Condition[]
  excluded: Condition[]
}

const quotes = '"“”„‟«»＂'
const quote = new RegExp(`[${quotes}]`, 'uy')
const untilQuote = new RegExp(`[^${quotes}]*`, 'uy')
const untilSpaceOrQuote = new RegExp(`[^\\s${quotes}]+`, 'uy')
const space = /\s*/uy
const somethingFollows = /(?=\S)/uy
const exclusion = /-(?=\S)/uy
/** A name and a colon; an address such as https://example.org names no field. */
const fieldName = /\p{Script=Latin}+:(?!\/\/)/uy

/** The query and how far it has been read. */
interface Reader {
  query: string
  position: number
}

/** The text at the reader's position that fits the sticky pattern; the reader moves behind it. */
function take(reader: Reader, pattern: RegExp): string | null {
  pattern.lastIndex = reader.position
  const found = pattern.exec(reader.query)
  if (!found) return null
  reader.position += found[0].length
  return found[0]
}

function fail(reason: QueryProblemReason, start: number, end: number): never {
  throw new Failure({ code: 'query-unreadable', problem: { reason, start, end } })
}

/** 1,0 may become 1,000: while the last number is being typed, its commas already belong to it. */
function joinUnfinishedNumber(text: string): string {
  return text.replace(/(?<!\d)\d{1,3}(?:,\d{3})*,\d{1,2}$/, (number) => number.replaceAll(',', ''))
}

/** The words up to the next white space or quote; none where there is only punctuation. */
function readWords(reader: Reader): QueryWord[] {
  const text = take(reader, untilSpaceOrQuote) ?? ''
  const unfinished = reader.position === reader.query.length
  const tokens = tokenise(unfinished ? joinUnfinishedNumber(text) : text)
  return tokens.map(({ surface, word }, index) => ({
    surface,
    word,
    unfinished: unfinished && index === tokens.length - 1,
  }))
}

/** The words between quotes, or `null` where no quote opens here. */
function readPhrase(reader: Reader): QueryWord[] | null {
  const start = reader.position
  if (take(reader, quote) === null) return null
  const text = take(reader, untilQuote) ?? ''
  if (take(reader, quote) === null) fail('unclosed-quote', start, reader.query.length)
  const words = tokenise(text).map(({ surface, word }) => ({ surface, word, unfinished: false }))
  if (words.length === 0) fail('empty-phrase', start, reader.position)
  return words
}

function readFieldText(reader: Reader, field: QueryField, start: number): Condition {
  const phrase = readPhrase(reader)
  if (phrase) return { kind: 'text', field, words: phrase, quoted: true }
  const words = readWords(reader)
  if (words.length === 0) fail('missing-value', start, reader.position)
  return { kind: 'text', field, words, quoted: false }
}

function readDate(reader: Reader, name: 'before' | 'after' | 'date', start: number): Condition {
  const valueStart = reader.position
  const value = take(reader, untilSpaceOrQuote) ?? fail('missing-value', start, reader.position)
  if (name === 'date' && value.toLowerCase() === 'none') return { kind: 'undated' }
  if (name !== 'date' && partialDateSchema.safeParse(value).success) return { kind: name, date: value }
  return fail('bad-date', valueStart, reader.position)
}

/** One of a few names. */
function readName<Name extends string>(
  reader: Reader,
  names: readonly Name[],
  problem: QueryProblemReason,
  start: number,
): Name {
  const valueStart = reader.position
  const value = take(reader, untilSpaceOrQuote) ?? fail('missing-value', start, reader.position)
  return names.find((name) => name === value.toLowerCase()) ?? fail(problem, valueStart, reader.position)
}

/** What can be asked of annotations alone; `null` for any other name. */
function readNoteFilter(reader: Reader, name: string, start: number): Condition | null {
  switch (name) {
    case 'note': {
      const words = readPhrase(reader) ?? readWords(reader)
      if (words.length === 0) fail('missing-value', start, reader.position)
      return { kind: 'note', words }
    }
    case 'colour':
    case 'color':
      return { kind: 'colour', colour: readName(reader, highlightColours, 'bad-colour', start) }
    case 'has':
      return { kind: 'has', what: readName(reader, hadParts, 'bad-part', start) }
    default:
      return null
  }
}

/** A field with its value, or `null` where the text only looks like one ("12:30", "Beijing: talks"). */
function readFilter(reader: Reader): Condition | null {
  const start = reader.position
  const named = take(reader, fieldName)
  if (named === null) return null
  const name = named.slice(0, -1).toLowerCase()
  const field = queryFields.find((known) => known === name)
  if (field) return readFieldText(reader, field, start)
  if (name === 'before' || name === 'after' || name === 'date') return readDate(reader, name, start)
  const noteFilter = readNoteFilter(reader, name, start)
  if (noteFilter) return noteFilter
  if (take(reader, somethingFollows) !== null) fail('unknown-field', start, start + name.length)
  reader.position = start
  return null
}

function readItem(reader: Reader, parsed: ParsedQuery): void {
  const excluded = take(reader, exclusion) !== null
  const conditions = excluded ? parsed.excluded : parsed.required
  const filter = readFilter(reader)
  const phrase = filter ? null : readPhrase(reader)
  if (filter) {
    conditions.push(filter)
  } else if (phrase) {
    conditions.push({ kind: 'text', field: null, words: phrase, quoted: true })
  } else {
    const words = readWords(reader)
    if (!excluded) parsed.words.push(...words)
    else if (words.length > 0) conditions.push({ kind: 'text', field: null, words, quoted: false })
  }
}

/**
 * Reads a query.
 * @throws a `Failure` with `query-unreadable`, whose problem says why and where (UTF-16 offsets into the query).
 */
export function parseQuery(query: string): ParsedQuery {
  if (query.length > queryLimit) fail('too-long', queryLimit, query.length)
  const parsed: ParsedQuery = { words: [], required: [], excluded: [] }
  const reader: Reader = { query, position: 0 }
  for (take(reader, space); reader.position < query.length; take(reader, space)) readItem(reader, parsed)
  return parsed
}
