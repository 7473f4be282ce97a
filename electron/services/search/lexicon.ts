// Every distinct word form of the library under a number, with ways to look forms up: by word, by term, by
// prefix. Texts and patterns are then compared by numbers. Runs in the search worker.
import { termOf } from './lunr-terms.ts'
import type { Token } from './tokenise.ts'
import { isIdeographic } from './tokenise.ts'

/** A word form: its number in the lexicon. Forms differ by their surface. */
export type FormId = number

/** The word forms of a library. It grows while articles are added and is then only asked. */
export interface Lexicon {
  /** The number of a token's form, given at its first sight. */
  add(token: Token): FormId
  wordOf(form: FormId): string
  /** The lunr term of a form, `null` for a stop word. */
  termOf(form: FormId): string | null
  formsOfWord(word: string): readonly FormId[]
  formsOfTerm(term: string): readonly FormId[]
  /** Forms whose surface or word begins so. */
  formsWithPrefix(prefix: string): FormId[]
  /** Pairs of Chinese or Japanese characters, and lone ones, that hold this character. */
  formsWithCharacter(character: string): FormId[]
}

interface Form {
  surface: string
  word: string
  term: string | null
}

interface Spelling {
  text: string
  form: FormId
}

const byText = (a: Spelling, b: Spelling): number => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0)

/** All spellings in code unit order, where those with a common beginning stand together. */
function sortSpellings(forms: readonly Form[]): Spelling[] {
  const spellings = forms.flatMap(({ surface, word }, form) =>
    word === surface
      ? [{ text: surface, form }]
      : [
          { text: surface, form },
          { text: word, form },
        ],
  )
  return spellings.toSorted(byText)
}

/** Index of the first spelling that does not stand before the text. */
function lowerBound(spellings: readonly Spelling[], text: string): number {
  let low = 0
  let high = spellings.length
  while (low < high) {
    const middle = (low + high) >> 1
    const spelling = spellings[middle]
    if (spelling && spelling.text < text) low = middle + 1
    else high = middle
  }
  return low
}

function append<Key>(lists: Map<Key, FormId[]>, key: Key, form: FormId): void {
  const list = lists.get(key)
  if (list) list.push(form)
  else lists.set(key, [form])
}

/** Makes an empty lexicon. */
export function createLexicon(): Lexicon {
  const forms: Form[] = []
  const bySurface = new Map<string, FormId>()
  const byWord = new Map<string, FormId[]>()
  const byTerm = new Map<string, FormId[]>()
  let spellings: Spelling[] | null = null

  function add({ surface, word }: Token): FormId {
    const known = bySurface.get(surface)
    if (known !== undefined) return known
    const id = forms.length
    const term = termOf(word)
    forms.push({ surface, word, term })
    bySurface.set(surface, id)
    append(byWord, word, id)
    if (term !== null) append(byTerm, term, id)
    spellings = null
    return id
  }

  function formsWithPrefix(prefix: string): FormId[] {
    spellings ??= sortSpellings(forms)
    const found = new Set<FormId>()
    for (let index = lowerBound(spellings, prefix); index < spellings.length; index++) {
      const spelling = spellings[index]
      if (!spelling?.text.startsWith(prefix)) break
      found.add(spelling.form)
    }
    return [...found]
  }

  return {
    add,
    wordOf: (form) => forms[form]?.word ?? '',
    termOf: (form) => forms[form]?.term ?? null,
    formsOfWord: (word) => byWord.get(word) ?? [],
    formsOfTerm: (term) => byTerm.get(term) ?? [],
    formsWithPrefix,
    formsWithCharacter: (character) =>
      forms.flatMap(({ surface }, form) =>
        isIdeographic(surface) && surface.includes(character) ? [form] : [],
      ),
  }
}
