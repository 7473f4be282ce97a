// Three made-up articles with everything that an article can hold. They run through the real numbering of blocks.
import type { Account, Article, Block, Span, TableCell } from '../../electron/contract/article.ts'
import { articleText } from '../../electron/contract/article-text.ts'
import type { TextRange } from '../../electron/contract/text-range.ts'
import type { UnplacedBlock } from '../../electron/services/importing/place-blocks.ts'
import { placeBlocks } from '../../electron/services/importing/place-blocks.ts'

/** A span without its place: the words that it covers say where it lies. */
type Mark = { kind: 'emphasis' | 'strong'; words: string } | { kind: 'link'; words: string; address: string }

function placeSpan(text: string, mark: Mark): Span {
  const start = text.indexOf(mark.words)
  if (start < 0) throw new Error(`“${mark.words}” does not stand in “${text}”`)
  const end = start + mark.words.length
  return mark.kind === 'link'
    ? { kind: 'link', start, end, address: mark.address }
    : { kind: mark.kind, start, end }
}

const spansOf = (text: string, marks: readonly Mark[]): Span[] => marks.map((mark) => placeSpan(text, mark))

function heading(level: 2 | 3, text: string): UnplacedBlock {
  return { kind: 'heading', level, text, spans: [] }
}

function paragraph(text: string, ...marks: Mark[]): UnplacedBlock {
  return { kind: 'paragraph', text, spans: spansOf(text, marks) }
}

function item(group: number, ordinal: number | null, text: string, ...marks: Mark[]): UnplacedBlock {
  return { kind: 'list-item', group, ordinal, depth: 0, text, spans: spansOf(text, marks) }
}

function row(group: number, header: boolean, ...words: string[]): UnplacedBlock {
  const cells: TableCell[] = []
  let start = 0
  for (const word of words) {
    cells.push({ start, end: start + word.length })
    start += word.length + 1
  }
  return { kind: 'table-row', group, header, cells, text: words.join('\t'), spans: [] }
}

const lanternBlocks = placeBlocks([
  paragraph(
    'On the first night of February the two harbours signed the lantern treaty, and the keepers of both towers lit their lamps at the same minute.',
    { kind: 'emphasis', words: 'lantern treaty, and the keepers' },
    { kind: 'strong', words: 'the keepers of both towers' },
  ),
  heading(2, 'What was signed'),
  paragraph(
    'The treaty runs to four pages. It says that “no boat shall pass unseen” and that each keeper’s log is open to the other 🏮 at any hour.',
    { kind: 'link', words: 'four pages', address: 'https://example.org/treaty' },
    { kind: 'emphasis', words: '🏮' },
  ),
  {
    kind: 'quotation',
    text: 'We do not count the boats; we count the nights on which none was lost.',
    spans: [],
  },
  paragraph('Старший смотритель сказал: «Фонарь горит для всех». His words were read aloud in both towns.', {
    kind: 'emphasis',
    words: 'Фонарь горит для всех',
  }),
  heading(3, 'In figures'),
  row(1, true, 'Night', 'Boats', 'Lamps'),
  row(1, false, 'First', '14', '2'),
  row(1, false, 'Second', '9', 'all three'),
  { kind: 'caption', text: 'Boats counted from the northern tower.', spans: [] },
  heading(2, 'What was left out'),
  item(2, null, 'who pays for the oil', { kind: 'strong', words: 'oil' }),
  item(2, null, 'what happens in fog'),
  item(3, 1, 'The keepers meet again in spring.'),
  item(3, 2, 'The treaty is then read anew.', { kind: 'emphasis', words: 'treaty is then read anew.' }),
  ...Array.from({ length: 12 }, (_, index) =>
    paragraph(
      `Night ${index + 1} of the first winter is told in the log of the southern tower. The wind stood in the north, the lamps burned until morning, and the boats that came in were counted twice: once by the keeper and once by the boy who carried the oil.`,
    ),
  ),
  paragraph('So ends the account of the lantern treaty.'),
])

const harbourBlocks = placeBlocks([
  paragraph('The harbour master calls the treaty a beginning. He has seen three of them, and none lasted.'),
  paragraph('This one, he says, is written in plain words; that may be why it is kept.'),
])

const winterBlocks = placeBlocks([
  heading(2, 'Ice'),
  paragraph('A quiet winter is a long one. The ferry lay in the ice for forty days.'),
])

/** An account of which nothing is known. */
export const noAccount: Account = {
  outlet: null,
  headline: null,
  section: null,
  agencies: [],
  author: null,
  date: null,
  language: 'en',
  translated: false,
}

function article(told: Pick<Article, 'id' | 'title' | 'kind'> & Partial<Article>, blocks: Block[]): Article {
  const text = articleText(blocks)
  return {
    collection: 'bundled',
    account: noAccount,
    retelling: true,
    tags: [],
    note: null,
    language: 'en',
    wordCount: text.split(/\s+/).length,
    contentHash: Array.from(told.id, (letter) => letter.charCodeAt(0).toString(16).padStart(2, '0'))
      .join('')
      .padEnd(64, '0')
      .slice(0, 64),
    ...told,
    blocks,
  }
}

/** Long, undated, of two agencies; every kind of block and span, an emoji, curly quotes, Cyrillic. */
export const lantern = article(
  {
    id: 'lantern-treaty',
    title: 'The lantern treaty',
    kind: 'wire-report',
    account: { ...noAccount, agencies: ['North Wire', 'Coast Press'] },
  },
  lanternBlocks,
)

/** Short, dated to the day, by a named author of an outlet. */
export const harbour = article(
  {
    id: 'harbour-master',
    title: 'Notes of the harbour master',
    kind: 'opinion',
    account: { ...noAccount, outlet: 'Harbour Gazette', author: 'Ada Quay', date: '2026-02-01' },
  },
  harbourBlocks,
)

/** Short, of its own right (no retelling), and without the word "treaty". */
export const winter = article(
  {
    id: 'quiet-winter',
    title: 'A quiet winter',
    kind: 'explainer',
    retelling: false,
    account: { ...noAccount, date: '2025' },
  },
  winterBlocks,
)

/** The made-up library. */
export const madeUpArticles: readonly Article[] = [lantern, harbour, winter]

/** Where `words` stand for the first time in an article's text. */
export function placeOf({ blocks }: Pick<Article, 'blocks'>, words: string): TextRange {
  const start = articleText(blocks).indexOf(words)
  if (start < 0) throw new Error(`“${words}” does not stand in the article`)
  return { start, end: start + words.length }
}
