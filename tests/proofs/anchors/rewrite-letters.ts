// What happens to a text on its way through other formats: its words stay, their letters and spaces are written
// otherwise. Runs everywhere.
import { pick } from '../../electron/services/search/seeded-random.ts'
import type { Random } from './change-words.ts'
import type { Manuscript, Spacing, WrittenText } from './written-text.ts'
import { write } from './written-text.ts'

/** Writes a manuscript down in a way of its own. */
export type Writer = (manuscript: Manuscript, random: Random) => WrittenText

function rewriteWords(manuscript: Manuscript, rewrite: (word: string) => string): Manuscript {
  return manuscript.map((paragraph) => paragraph.map((item) => ({ ...item, text: rewrite(item.text) })))
}

const spaces = [' ', '  ', '\n', '\t', '\u00a0', '\u2009', '\r\n', ' \n ', '\u3000', '\u200a\u200b']

/** Other white space everywhere, between paragraphs too. */
export const changeSpaces: Writer = (manuscript, random) => write(manuscript, () => pick(spaces, random))

const signs: readonly (readonly [pattern: RegExp, forms: readonly string[]])[] = [
  [/["“”„«»]|''/g, ['"', '“', '”', '„', '«', '»', "''"]],
  [/['‘’ʼ]/g, ["'", '’', '‘', 'ʼ', '`', '´']],
  [/--|[-‐–—]/g, ['-', '–', '—', '--', '‐', '‑']],
  [/\.\.\.|…/g, ['...', '…']],
]

/** Quotation marks, apostrophes, dashes and ellipses of another house style. */
export const changeSigns: Writer = (manuscript, random) =>
  write(
    rewriteWords(manuscript, (word) =>
      signs.reduce((text, [pattern, forms]) => text.replace(pattern, () => pick(forms, random)), word),
    ),
  )

const ligatures = [
  ['ffi', 'ﬃ'],
  ['ffl', 'ﬄ'],
  ['ff', 'ﬀ'],
  ['fi', 'ﬁ'],
  ['fl', 'ﬂ'],
  ['st', 'ﬆ'],
] as const

/** Ligatures as fonts hold them, and letters taken apart from their accents. */
export const changeForms: Writer = (manuscript) =>
  write(
    rewriteWords(manuscript, (word) =>
      ligatures.reduce(
        (text, [letters, ligature]) => text.replaceAll(letters, ligature),
        word.normalize('NFD'),
      ),
    ),
  )

/** Soft hyphens and zero-width spaces within the words. */
export const addSoftHyphens: Writer = (manuscript, random) =>
  write(
    rewriteWords(manuscript, (word) =>
      word.replace(/(?<=\p{L}{2})(?=\p{L}{2})/gu, () =>
        random() < 0.4 ? pick(['\u00ad', '\u200b'], random) : '',
      ),
    ),
  )

/** Lines of a page with broken words, as text comes out of a PDF. */
export const breakLines: Writer = (manuscript, random) => {
  const width = 45 + Math.floor(random() * 40)
  let column = 0
  const wrapped = manuscript.map((paragraph) => {
    column = 0
    return paragraph.map((item) => {
      column += item.text.length + 1
      if (column <= width) return item
      const breaks = [...item.text.matchAll(/(?<=\p{L}{2})(?=\p{Ll}{2})/gu)].map(({ index }) => index)
      column = 0
      if (breaks.length === 0 || random() < 0.4) return { ...item, text: item.text, endsLine: true }
      const at = pick(breaks, random)
      return {
        ...item,
        text: `${item.text.slice(0, at)}${pick(['-', '\u00ad', '‐'], random)}\n${item.text.slice(at)}`,
      }
    })
  })
  let endsLine = false
  const spacing: Spacing = (isFirst) => {
    const space = isFirst || endsLine ? '\n' : ' '
    return space
  }
  const items = wrapped.map((paragraph) =>
    paragraph.map((item) => ({ ...item, endsLine: 'endsLine' in item && item.endsLine })),
  )
  const order = items.flat()
  let next = 0
  return write(items, (isFirst) => {
    endsLine = order[next]?.endsLine ?? false
    next += 1
    return spacing(isFirst)
  })
}

/** Marks of notes, spaces around signs and lost ones between paragraphs, as text comes out of web pages. */
export const convertFromHtml: Writer = (manuscript, random) => {
  const withNotes = rewriteWords(manuscript, (word) => {
    const spaced = random() < 0.1 ? word.replace(/[.,;:!?)”"]$/, (sign) => ` ${sign}`) : word
    return random() < 0.02 ? `${spaced}[${Math.floor(random() * 60)}]` : spaced
  })
  return write(withNotes, (isFirst) =>
    isFirst ? pick(['\n\n', '\n', ' ', ' \n\n\n '], random) : pick([' ', ' ', '\n', ' \u00a0'], random),
  )
}

/** All of it at once. */
export const changeEverything: Writer = (manuscript, random) => {
  const rewritten = [changeSigns, changeForms, addSoftHyphens].reduce((current, writer) => {
    const { text, places } = writer(current, random)
    return current.map((paragraph) =>
      paragraph.map((item) => {
        const place = item.id === null ? undefined : places.get(item.id)
        return place === undefined ? item : { ...item, text: text.slice(place.range.start, place.range.end) }
      }),
    )
  }, manuscript)
  return random() < 0.5 ? breakLines(rewritten, random) : changeSpaces(rewritten, random)
}
