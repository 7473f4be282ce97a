import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { CaretMove } from '../../../../renderer/features/reading/caret-keys.ts'
import { readCaretMove } from '../../../../renderer/features/reading/caret-keys.ts'
import { stepOffset, textAtCaret } from '../../../../renderer/features/reading/caret-steps.ts'
import { createFakeProgram } from '../../fake-program.ts'
import { harbour, lantern } from '../../made-up-library.ts'
import { articleIn, cards, notebook, openPage, pane, toolbar } from '../../open-page.tsx'
import { paintedText } from '../../painted-text.ts'
import { clickWords, selectWords } from '../../reader-hands.ts'

type Unit = Parameters<typeof stepOffset>[2]['unit']

/** A text with a bar where the caret stands: a move must lead from one bar to the other. */
function after(marked: string, unit: Unit, direction: 1 | -1, isExtended = false): string {
  const offset = marked.indexOf('|')
  const text = marked.replace('|', '')
  const target = stepOffset(text, offset, { unit, direction, extends: isExtended }, 'en')
  return `${text.slice(0, target)}|${text.slice(target)}`
}

describe('a step of the caret', () => {
  it.each<[string, Unit, 1 | -1, string]>([
    ['a|b', 'character', 1, 'ab|'],
    ['a|b', 'character', -1, '|ab'],
    ['|🏮b', 'character', 1, '🏮|b'],
    ['e\u0301|b', 'character', -1, '|e\u0301b'],
    ['ab|\ncd', 'character', 1, 'ab\n|cd'],
    ['ab\n|cd', 'character', -1, 'ab|\ncd'],
    ['1|\t2', 'character', 1, '1\t|2'],
    ['|ab', 'character', -1, '|ab'],
    ['ab|', 'character', 1, 'ab|'],
    ['|“no boat” at', 'word', 1, '“no| boat” at'],
    ['“no| boat” at', 'word', 1, '“no boat|” at'],
    ['no boat|” at', 'word', -1, 'no |boat” at'],
    ['end|.\nNext one', 'word', 1, 'end.\nNext| one'],
    ['end.\n|Next', 'word', -1, '|end.\nNext'],
    ['|读书人', 'word', 1, '读书|人'],
    ['One o|ne. Two. Three.', 'sentence', 1, 'One one. |Two. Three.'],
    ['One. Two|. Three.', 'sentence', -1, 'One. |Two. Three.'],
    ['One. |Two.', 'sentence', -1, '|One. Two.'],
    ['One.\n|Two.', 'sentence', -1, '|One.\nTwo.'],
    ['O|ne.\nTwo.', 'sentence', 1, 'One.\n|Two.'],
    ['a|b\ncd\nef', 'paragraph', 1, 'ab\n|cd\nef'],
    ['ab\nc|d', 'paragraph', -1, 'ab\n|cd'],
    ['ab\n|cd', 'paragraph', -1, '|ab\ncd'],
    ['ab\nc|d', 'paragraph', 1, 'ab\ncd|'],
    ['ab\nc|d', 'article', -1, '|ab\ncd'],
    ['a|b\ncd', 'article', 1, 'ab\ncd|'],
  ])('leads from %j by a %s (%i) to %j', (from, unit, direction, to) => {
    expect(after(from, unit, direction)).toBe(to)
  })

  it.each<[string, Unit, string]>([
    ['|One one. Two.', 'sentence', 'One one.| Two.'],
    ['One.|\nTwo. Three.', 'sentence', 'One.\nTwo.| Three.'],
    ['a|b\ncd', 'paragraph', 'ab|\ncd'],
    ['ab|\ncd\nef', 'paragraph', 'ab\ncd|\nef'],
  ])('that selects takes the whole of it: from %j by a %s to %j', (from, unit, to) => {
    expect(after(from, unit, 1, true)).toBe(to)
  })

  it('is read out in its own unit', () => {
    const text = 'One one. Two two.\nNext'
    expect(textAtCaret(text, 10, 'character', 'en')).toBe('w')
    expect(textAtCaret(text, 12, 'word', 'en')).toBe('Two')
    expect(textAtCaret(text, 9, 'sentence', 'en')).toBe('Two two.')
    expect(textAtCaret(text, 9, 'paragraph', 'en')).toBe('One one. Two two.')
  })
})

describe('the keys of the caret', () => {
  const nothing = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
  const read = (key: string, held: object, mac: boolean): CaretMove | null =>
    readCaretMove({ key, ...nothing, ...held }, mac)

  it.each([
    ['ArrowLeft', {}, { unit: 'character', direction: -1, extends: false }],
    ['ArrowRight', { ctrlKey: true, shiftKey: true }, { unit: 'word', direction: 1, extends: true }],
    ['ArrowDown', {}, { unit: 'line', direction: 1, extends: false }],
    ['ArrowUp', { altKey: true }, { unit: 'sentence', direction: -1, extends: false }],
    ['ArrowDown', { ctrlKey: true }, { unit: 'paragraph', direction: 1, extends: false }],
    ['Home', {}, { unit: 'lineEdge', direction: -1, extends: false }],
    ['End', { ctrlKey: true }, { unit: 'article', direction: 1, extends: false }],
    ['ArrowLeft', { altKey: true }, null],
    ['ArrowLeft', { ctrlKey: true, altKey: true }, null],
    ['h', {}, null],
  ])('mean elsewhere than on a Mac: %s with %o', (key, held, move) => {
    expect(read(key, held, false)).toEqual(move)
  })

  it.each([
    ['ArrowRight', { altKey: true }, { unit: 'word', direction: 1, extends: false }],
    ['ArrowRight', { metaKey: true, shiftKey: true }, { unit: 'lineEdge', direction: 1, extends: true }],
    ['ArrowDown', { metaKey: true, altKey: true }, { unit: 'sentence', direction: 1, extends: false }],
    ['ArrowUp', { metaKey: true }, { unit: 'article', direction: -1, extends: false }],
    ['ArrowLeft', { ctrlKey: true }, null],
  ])('mean on a Mac: %s with %o', (key, held, move) => {
    expect(read(key, held, true)).toEqual(move)
  })
})

async function open() {
  const panes = [{ articleId: lantern.id }, { articleId: harbour.id }]
  const program = createFakeProgram({ workspace: { panes } })
  await openPage(program)
  await expect.element(articleIn(2)).toBeVisible()
  pane(1).element().querySelector<HTMLElement>('.pane-scroll')?.focus()
  await userEvent.keyboard('{Enter}')
  await expect.poll(caret).not.toBeNull()
  return program
}

const caret = (): HTMLElement | null => document.querySelector('.reading-caret')
const selected = (): string => document.getSelection()?.toString() ?? ''
const said = (): string | null => pane(1).getByRole('status').first().element().textContent
const scroller = (): HTMLElement | null => pane(1).element().querySelector('.pane-scroll')

/** How far from the left or right edge of these words the caret is drawn, in CSS pixels; they stand in one piece of text. */
function distanceFrom(words: string, edge: 'left' | 'right'): number {
  const walker = document.createTreeWalker(articleIn(1).element(), NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    const at = node.data.indexOf(words)
    if (at < 0) continue
    range.setStart(node, at)
    range.setEnd(node, at + words.length)
    const box = range.getBoundingClientRect()
    const drawn = caret()?.getBoundingClientRect()
    return Math.hypot((drawn?.left ?? Infinity) + 1 - box[edge], (drawn?.top ?? Infinity) - box.top)
  }
  throw new Error(`“${words}” does not stand in one piece of text`)
}

const expectCaretAt = (words: string, edge: 'left' | 'right') =>
  expect.poll(() => distanceFrom(words, edge)).toBeLessThan(3)

describe('the reading caret', () => {
  it('selects with Shift, and the keys of a selection act; then it stays where it is', async () => {
    const program = await open()
    expect(said()).toMatch(/^Reading caret set/)
    await userEvent.keyboard('{Control>}{ArrowRight}{/Control}')
    await expectCaretAt('On', 'right')
    expect(said()).toBe('On')
    await userEvent.keyboard('{ArrowRight}{Control>}{Shift>}{ArrowRight}{ArrowRight}{/Shift}{/Control}')
    expect(selected()).toBe('the first')
    await expect.poll(said).toBe('Selected: the first')
    await expect.element(toolbar()).toBeVisible()
    await userEvent.keyboard('3')
    await expect.poll(() => paintedText('blue')).toEqual(['the first'])
    expect(program.storedAnnotations(lantern.id)).toHaveLength(1)
    expect(selected()).toBe('')
    const top = caret()?.getBoundingClientRect().top ?? 0
    await userEvent.keyboard('{ArrowDown}')
    const oneLine = (caret()?.getBoundingClientRect().top ?? 0) - top
    expect(oneLine).toBeGreaterThan(10)
    expect(oneLine).toBeLessThan(40)
    await userEvent.keyboard('{ArrowUp}{Shift>}{ArrowRight}{ArrowRight}{/Shift}')
    expect(selected()).toBe(' n')
  })

  it('goes by paragraphs through headings, lists and tables, always in view', async () => {
    await open()
    const view = scroller()?.getBoundingClientRect()
    const places: string[] = []
    for (let step = 0; step < 20; step++) {
      await userEvent.keyboard('{Control>}{ArrowDown}{/Control}')
      places.push(said() ?? '')
      const box = caret()?.getBoundingClientRect()
      expect(box?.top).toBeGreaterThanOrEqual(view?.top ?? Infinity)
      expect(box?.bottom).toBeLessThanOrEqual(view?.bottom ?? 0)
    }
    expect(places).toContain('What was signed')
    expect(places).toContain('Lamps')
    expect(places).toContain('what happens in fog')
  })

  it('goes by lines and to their ends', async () => {
    await open()
    await userEvent.keyboard('{End}')
    const top = caret()?.getBoundingClientRect().top ?? 0
    await userEvent.keyboard('{ArrowDown}{Home}')
    // It is drawn where it has been put with the next frame.
    await expect.poll(() => caret()?.getBoundingClientRect().top).toBeGreaterThan(top + 10)
    const box = caret()?.getBoundingClientRect()
    const line = (await userEvent.keyboard('{Shift>}{End}{/Shift}'), selected())
    expect(line.length).toBeGreaterThan(10)
    expect(caret()?.getBoundingClientRect().top).toBe(box?.top)
    await userEvent.keyboard('{Control>}{End}{/Control}')
    await expectCaretAt('treaty.', 'right')
  })

  it.each([
    ['ArrowDown', 1],
    ['ArrowUp', -1],
  ] as const)(
    'never has the toolbar on its own line or the next one as it selects by %s',
    async (key, way) => {
      await open()
      for (let step = 0; step < 6; step++) await userEvent.keyboard('{ArrowDown}')
      for (let step = 0; step < 4; step++) {
        await userEvent.keyboard(`{Shift>}{${key}}{/Shift}`)
        await expect.element(toolbar()).toBeVisible()
        const bar = toolbar().element().getBoundingClientRect()
        const box = caret()?.getBoundingClientRect() ?? new DOMRect()
        const line = Number.parseFloat(getComputedStyle(articleIn(1).element()).lineHeight)
        const [top, bottom] = way === 1 ? [box.top, box.bottom + line] : [box.top - line, box.bottom]
        expect(
          bar.bottom <= top + 1 || bar.top >= bottom - 1,
          `step ${step}: ${bar.top} to ${bar.bottom}`,
        ).toBe(true)
      }
    },
  )

  it('is left step by step with Esc: the selection, then the caret', async () => {
    await open()
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}')
    await expect.element(toolbar()).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(toolbar()).not.toBeInTheDocument()
    expect(caret()).not.toBeNull()
    await userEvent.keyboard('{Escape}')
    await expect.poll(caret).toBeNull()
    expect(document.activeElement).toBe(scroller())
  })

  it('leads to the toolbar by a key, which gives the focus back when it closes', async () => {
    await open()
    await userEvent.keyboard('{Control>}{Shift>}{ArrowRight}{/Shift}{/Control}')
    await expect.element(toolbar()).toBeVisible()
    await userEvent.keyboard('{Alt>}{F10}{/Alt}')
    await expect.element(toolbar().getByRole('button', { name: 'Yellow' })).toHaveFocus()
    await userEvent.keyboard('{ArrowRight}{Enter}')
    await expect.poll(() => paintedText('green')).toEqual(['On'])
    await expect.poll(() => document.activeElement).toBe(scroller())
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}')
    expect(selected()).toBe(' ')
  })

  it('is not needed for the toolbar of words that the mouse has selected', async () => {
    await open()
    await userEvent.keyboard('{Escape}')
    await selectWords(articleIn(1), 'four pages')
    await expect.element(toolbar()).toBeVisible()
    await userEvent.keyboard('{Alt>}{F10}{/Alt}{Enter}')
    await expect.poll(() => paintedText('yellow')).toEqual(['four pages'])
    expect(document.activeElement).toBe(scroller())
  })

  it('lists with Enter the highlights that it stands in, and a note is written without the mouse', async () => {
    await open()
    await userEvent.keyboard('{Control>}{Shift>}{ArrowRight}{ArrowRight}{/Shift}{/Control}n')
    const note = notebook().getByRole('textbox', { name: 'Note' })
    await expect.element(note).toHaveFocus()
    await userEvent.keyboard('Which?{Escape}')
    await expect
      .poll(() =>
        cards()
          .elements()
          .some((card) => card.contains(document.activeElement)),
      )
      .toBe(true)
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => document.activeElement).toBe(scroller())
    await userEvent.keyboard('{ArrowLeft}{Enter}')
    await expect.element(page.getByRole('dialog', { name: '1 highlight here' })).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => document.activeElement).toBe(scroller())
    expect(caret()).not.toBeNull()
  })

  it('follows a press of the mouse', async () => {
    await open()
    await clickWords(articleIn(1), 'pages')
    await expect.poll(selected).toBe('')
    await userEvent.keyboard('{Control>}{ArrowRight}{/Control}')
    await expect.poll(said).toBe('pages')
  })
})
