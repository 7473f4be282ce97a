// Articles for the search tests: a title, paragraphs, and what little metadata a test needs. Runs in Node.
import type { Account, Article, Block } from '../../../../electron/contract/article.ts'

/** What a test says of an article; everything else is empty. */
export interface ArticleParts {
  id: string
  title?: string
  paragraphs?: string[]
  heading?: string
  account?: Partial<Account>
  tags?: string[]
}

const emptyAccount: Account = {
  outlet: null,
  headline: null,
  section: null,
  agencies: [],
  author: null,
  date: null,
  language: 'en',
  translated: false,
}

function makeBlocks(heading: string | undefined, paragraphs: string[]): Block[] {
  let start = 0
  const place = (text: string): { text: string; start: number; spans: [] } => {
    const block = { text, start, spans: [] as [] }
    start += text.length + 1
    return block
  }
  const headings: Block[] =
    heading === undefined ? [] : [{ kind: 'heading', level: 2, number: null, ...place(heading) }]
  return [
    ...headings,
    ...paragraphs.map((text, index): Block => ({ kind: 'paragraph', number: index + 1, ...place(text) })),
  ]
}

/** Makes an article whose blocks stand where their texts, joined by line feeds, put them. */
export function makeArticle(parts: ArticleParts): Article {
  return {
    id: parts.id,
    collection: 'tests',
    title: parts.title ?? parts.id,
    kind: 'explainer',
    account: { ...emptyAccount, ...parts.account },
    retelling: false,
    tags: parts.tags ?? [],
    note: null,
    language: 'en',
    wordCount: 0,
    contentHash: '0'.repeat(64),
    blocks: makeBlocks(parts.heading, parts.paragraphs ?? []),
  }
}
