import { describe, expect, it } from 'vitest'
import { hasMarks, NoteText } from '../../../../renderer/features/annotations/note-text.tsx'
import { renderAtOnce } from '../../render-at-once.ts'

describe('the text of a note', () => {
  // Read only a moment later, it would be of another height then, and what lies below would move.
  it('is shown as its marks mean it from the first drawing on', async () => {
    const { container } = await renderAtOnce(<NoteText note={'One *story*\n\nand its other side'} />)
    const paragraphs = [...container.querySelectorAll('p')].map((paragraph) => paragraph.textContent)
    expect(paragraphs).toEqual(['One story', 'and its other side'])
    expect(container.querySelector('em')?.textContent).toBe('story')
  })

  it('stands as it is where it has no marks', async () => {
    const { container } = await renderAtOnce(<NoteText note="One story, two tellers" />)
    expect(container.textContent).toBe('One story, two tellers')
    expect(container.querySelector('p')).toBeNull()
  })

  it('stands as it is where it is too long to be read at every change', async () => {
    const long = `*one* ${'word '.repeat(4000)}`
    expect(hasMarks(long)).toBe(false)
    const { container } = await renderAtOnce(<NoteText note={long} />)
    expect(container.textContent).toBe(long)
  })
})
