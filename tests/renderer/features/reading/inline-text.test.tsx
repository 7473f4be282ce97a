import { describe, expect, it } from 'vitest'
import type { Span } from '../../../../electron/contract/article.ts'
import { InlineText } from '../../../../renderer/features/reading/inline-text.tsx'
import { renderAtOnce } from '../../render-at-once.ts'

/** The words of every element of this kind, in order. */
async function show(text: string, spans: Span[], selector: string): Promise<string[]> {
  const { container } = await renderAtOnce(<InlineText text={text} spans={spans} />)
  expect(container.textContent).toBe(text)
  return [...container.querySelectorAll(selector)].map((element) => element.textContent)
}

describe('InlineText', () => {
  it('shows text without spans as it is', async () => {
    expect(await show('plain “words”', [], '*')).toEqual([])
  })

  it('sets spans apart', async () => {
    const spans: Span[] = [
      { kind: 'emphasis', start: 0, end: 3 },
      { kind: 'strong', start: 8, end: 13 },
    ]
    expect(await show('one two three', spans, 'em')).toEqual(['one'])
    expect(await show('one two three', spans, 'strong')).toEqual(['three'])
  })

  it('shows spans that overlap, each over all of its words', async () => {
    const spans: Span[] = [
      { kind: 'emphasis', start: 0, end: 7 },
      { kind: 'strong', start: 4, end: 13 },
    ]
    expect((await show('one two three', spans, 'em')).join('')).toBe('one two')
    expect((await show('one two three', spans, 'strong')).join('')).toBe('two three')
  })

  it('shows one span within another', async () => {
    const spans: Span[] = [
      { kind: 'strong', start: 0, end: 13 },
      { kind: 'emphasis', start: 4, end: 7 },
    ]
    expect(await show('one two three', spans, 'strong em, em strong')).toEqual(['two'])
  })

  it('shows two spans of the same words', async () => {
    const spans: Span[] = [
      { kind: 'strong', start: 0, end: 3 },
      { kind: 'emphasis', start: 0, end: 3 },
    ]
    expect(await show('one two', spans, 'em strong, strong em')).toEqual(['one'])
  })

  it('passes over a span of nothing and one that reaches beyond the text', async () => {
    const spans: Span[] = [
      { kind: 'strong', start: 2, end: 2 },
      { kind: 'emphasis', start: 4, end: 99 },
    ]
    expect(await show('one two', spans, 'em')).toEqual(['two'])
  })

  it('shows the address of a link and does not lead there', async () => {
    const address = 'https://example.org/treaty'
    const { container } = await renderAtOnce(
      <InlineText text="the treaty" spans={[{ kind: 'link', start: 4, end: 10, address }]} />,
    )
    expect(container.querySelector('a')).toBeNull()
    expect(container.querySelector(`[title="${address}"]`)?.textContent).toBe('treaty')
  })
})
