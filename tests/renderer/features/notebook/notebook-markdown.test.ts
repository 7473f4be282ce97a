import { createIntl } from 'react-intl'
import { describe, expect, it } from 'vitest'
import type { NotebookEntry } from '../../../../electron/contract/notebook.ts'
import { escapeMarkdown, writeMarkdown } from '../../../../renderer/features/notebook/notebook-markdown.ts'
import messages from '../../../../renderer/messages/en.json'
import type { Translate } from '../../../../renderer/messages/use-translate.ts'
import { winter } from '../../made-up-library.ts'

const intl = createIntl({ locale: 'en', messages })
const translate: Translate = (id, values) => intl.formatMessage({ id }, values)

function entry(exact: string, note: string, change: Partial<NotebookEntry> = {}): NotebookEntry {
  return {
    annotation: {
      id: 'a',
      articleId: winter.id,
      anchor: { contentHash: winter.contentHash, start: 0, end: 9, exact, prefix: '', suffix: '' },
      colour: 'blue',
      note,
      createdAt: 0,
      updatedAt: 0,
      deletedAt: null,
      revision: 1,
    },
    title: winter.title,
    paragraph: 1,
    heading: null,
    tag: null,
    ...change,
  }
}

/** The heading above the only entry. */
const headed = (grouping: 'colour' | 'day', key: string): string | undefined =>
  writeMarkdown({
    title: 'T',
    entries: [entry('q', '', { heading: { key, count: 1 } })],
    grouping,
    findArticle: () => winter,
    meanings: {},
    translate,
  }).split('\n\n')[1]

describe('the notebook as Markdown', () => {
  it('gives quotation, note, the colour’s meaning and the citation below the group’s heading', () => {
    const { annotation } = entry('Lost', '')
    const lost: NotebookEntry = {
      annotation: { ...annotation, articleId: 'lost' },
      title: null,
      paragraph: null,
      heading: { key: 'lost', count: 1 },
      tag: null,
    }
    const text = writeMarkdown({
      title: 'Notebook: everything',
      entries: [
        entry('A quiet winter is long.\nForty days.', 'Why *forty*?\n\nAsk.', {
          heading: { key: winter.id, count: 1 },
        }),
        lost,
      ],
      grouping: 'article',
      findArticle: (id) => (id === winter.id ? winter : undefined),
      meanings: {},
      translate,
    })
    expect(text).toBe(
      [
        '# Notebook: everything',
        '## A quiet winter',
        '> A quiet winter is long.\n>\n> Forty days.',
        'Why *forty*?\n\nAsk.',
        'Question: “A quiet winter”, 2025, ¶ 1',
        '## An article that is not in the library (lost)',
        '> Lost',
        'Question: “An article that is not in the library (lost)”\n',
      ].join('\n\n'),
    )
  })

  it('heads by colour and by day as the page does', () => {
    expect(headed('colour', 'blue')).toBe('## Question')
    expect(headed('day', '2026-02-01')).toBe('## Sunday, 1 February 2026')
  })
})

describe('quoted words', () => {
  it.each([
    ['a *b* _c_ [d](e) <f> `g` ~h~ |', String.raw`a \*b\* \_c\_ \[d\](e) \<f\> \`g\` \~h\~ \|`],
    ['# no heading', String.raw`\# no heading`],
    ['- no list', String.raw`\- no list`],
    ['2026. A year', String.raw`2026\. A year`],
    ['well-known # 1', 'well-known # 1'],
  ])('“%s” mean what they say', (words, escaped) => {
    expect(escapeMarkdown(words)).toBe(escaped)
  })
})
