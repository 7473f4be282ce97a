import { describe, expect, it, onTestFinished } from 'vitest'
import { userEvent } from 'vitest/browser'
import { quotationHtml } from '../../../renderer/features/annotations/quotation.ts'
import { harbour, lantern } from '../made-up-library.ts'
import { articleIn, notebook, pane, toolbar } from '../open-page.tsx'
import { findWords, selectWords } from '../reader-hands.ts'
import { openDesk } from './highlight-desk.ts'

/** Begins to drag a part of the page; answers what the drag carries. `given` is what the browser itself put in. */
function drag(part: Element, given: Record<string, string> = {}): DataTransfer {
  const carried = new DataTransfer()
  for (const [type, data] of Object.entries(given)) carried.setData(type, data)
  part.dispatchEvent(new DragEvent('dragstart', { bubbles: true, cancelable: true, dataTransfer: carried }))
  return carried
}

const dataOf = (carried: DataTransfer): Record<string, string> =>
  Object.fromEntries(carried.types.map((type) => [type, carried.getData(type)]))

function elementOf(words: string): Element {
  const element = findWords(articleIn(1).element(), words).startContainer.parentElement
  if (!element) throw new Error(`“${words}” stands in nothing`)
  return element
}

/** What is copied from now on, in its order. */
function watchCopies(): string[] {
  const copied: string[] = []
  const { clipboard } = navigator
  const original = clipboard.writeText.bind(clipboard)
  clipboard.writeText = async (text) => void copied.push(text)
  onTestFinished(() => {
    clipboard.writeText = original
  })
  return copied
}

const quoteOf = (words: string) => notebook().getByRole('button', { name: words, exact: true })

describe('selected words that are dragged out', () => {
  it('carry their citation and paragraph, in the same words as a copy', async () => {
    const copied = watchCopies()
    await openDesk()
    await selectWords(articleIn(1), 'four pages')
    await expect.element(toolbar()).toBeVisible()
    const native = { 'text/plain': 'four pages', 'text/html': '<span>four pages</span>' }
    const carried = dataOf(drag(elementOf('four pages'), native))
    await userEvent.click(toolbar().getByRole('button', { name: 'Copy with its citation' }))
    expect(copied).toEqual([
      expect.stringMatching(/^“four pages”\n“The lantern treaty”, Bookwheel corpus, ¶ 2, after /),
    ])
    const [, citation = ''] = copied[0]?.split('\n') ?? []
    expect(carried).toEqual({
      'text/plain': copied[0],
      'text/html': `<blockquote><p>“four pages”</p></blockquote><p>${citation}</p>`,
    })
  })

  it('are the reader’s selection across paragraphs, and still selected afterwards', async () => {
    await openDesk()
    await selectWords(articleIn(1), 'at any hour.', 'We do not count')
    await expect.element(toolbar()).toBeVisible()
    const carried = drag(elementOf('We do not count'))
    expect(carried.getData('text/plain')).toMatch(
      /^“at any hour\.\nWe do not count”\n“The lantern treaty”, .*¶ 2/,
    )
    expect(carried.getData('text/html')).toMatch(
      /^<blockquote><p>“at any hour\.<\/p><p>We do not count”<\/p><\/blockquote>/,
    )
    expect(document.getSelection()?.toString()).toContain('We do not count')
  })

  it('are left to the browser where none of the article’s text is selected', async () => {
    await openDesk()
    await selectWords(articleIn(1), 'The lantern')
    await expect.poll(() => document.getSelection()?.toString()).toBe('The lantern')
    expect(dataOf(drag(elementOf('The lantern'), { 'text/plain': 'The lantern' }))).toEqual({
      'text/plain': 'The lantern',
    })
  })
})

describe('the quotation of a card', () => {
  it('is dragged out with its citation, as it is copied', async () => {
    const copied = watchCopies()
    await openDesk({ 'two harbours': 'yellow' })
    const carried = drag(quoteOf('two harbours').element())
    await userEvent.click(quoteOf('two harbours'))
    await userEvent.click(notebook().getByRole('button', { name: 'Copy with its citation' }))
    expect(copied).toEqual([expect.stringMatching(/^“two harbours”\n“The lantern treaty”, .*¶ 1, after /)])
    expect(carried.getData('text/plain')).toBe(copied[0])
    expect(carried.getData('text/html')).toContain('<blockquote><p>“two harbours”</p></blockquote>')
  })

  it('is what can be dragged; a card without one cannot', async () => {
    const { program } = await openDesk({ 'two harbours': 'yellow' })
    await program.otherPage.saveAnnotation({
      id: crypto.randomUUID(),
      articleId: lantern.id,
      contentHash: null,
      start: 0,
      end: 0,
      revision: 0,
      colour: null,
      note: 'Read it twice',
    })
    await expect.element(notebook().getByText('Read it twice')).toBeVisible()
    const draggable = [...notebook().element().querySelectorAll('[draggable=true]')]
    expect(draggable.map(({ textContent }) => textContent)).toEqual(['two harbours'])
  })

  it('still leads to its words by a press', async () => {
    const { state } = await openDesk({ 'two harbours': 'yellow' })
    drag(quoteOf('two harbours').element())
    await userEvent.click(quoteOf('two harbours'))
    await expect.poll(() => state.annotations.store.getState().selectedId).not.toBeNull()
  })
})

describe('a quotation that is dragged', () => {
  it('is no article for a pane to take', async () => {
    const { state } = await openDesk({ 'two harbours': 'yellow' }, [lantern.id, harbour.id])
    const before = state.workspace.store.getState().panes
    const carried = drag(quoteOf('two harbours').element())
    const target = pane(2).element().querySelector('.pane-scroll') ?? pane(2).element()
    for (const type of ['dragover', 'drop']) {
      const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: carried })
      expect([type, target.dispatchEvent(event)]).toEqual([type, true])
    }
    expect(document.querySelector('.drop-mark')).toBeNull()
    expect(state.workspace.store.getState().panes).toEqual(before)
  })

  it('holds no marks of HTML but its own', () => {
    const html = quotationHtml({ quote: 'if a < b & c', citation: '“<script>”, ¶ 1' })
    expect(html).toBe('<blockquote><p>“if a &lt; b &amp; c”</p></blockquote><p>“&lt;script&gt;”, ¶ 1</p>')
  })
})
