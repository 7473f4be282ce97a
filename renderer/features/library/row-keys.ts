// The keys that lead through a list of articles: arrows, Home and End, and the first letters of a title.
import type { KeyboardEvent } from 'react'
import { searchFieldId } from '../search/search-field-id.ts'

/** Milliseconds after which a letter begins a new word. */
const patience = 800

let typed = ''
let typedAt = -Infinity

/** The letters typed so far in one go. */
function addLetter(letter: string, now: number): string {
  typed = now - typedAt > patience ? letter : typed + letter
  typedAt = now
  return typed
}

const titleOf = (row: Element): string => row.querySelector('.row-title')?.textContent ?? ''
const plain = (text: string): string => text.toLowerCase().replace(/^[^\p{L}\p{N}]+/u, '')

/** Index of the row to go to: the next one that begins with the letters, round at the end; -1 where none does. */
export function findTitle(titles: readonly string[], letters: string, here: number): number {
  // One letter again and again goes from one such title to the next.
  const [first = ''] = letters
  const isRepeated = letters.length > 1 && letters === first.repeat(letters.length)
  const wanted = isRepeated ? first : letters
  const from = wanted.length === 1 ? here + 1 : here
  const order = titles.map((_, step) => (from + step) % titles.length)
  return order.find((index) => plain(titles[index] ?? '').startsWith(wanted)) ?? -1
}

/** Moves the focus from a row to another, or up to the search field; the browser's own Tab order stays. */
export function followRowKeys(event: KeyboardEvent<HTMLLIElement>): void {
  const { key, currentTarget: row } = event
  if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
  const rows = [...(row.parentElement?.children ?? [])]
  const here = rows.indexOf(row)
  const places: Record<string, number> = {
    ArrowDown: here + 1,
    ArrowUp: here - 1,
    Home: 0,
    End: rows.length - 1,
  }
  const isLetter = /^\p{L}$/u.test(key)
  const place = isLetter
    ? findTitle(rows.map(titleOf), addLetter(key.toLowerCase(), event.timeStamp), here)
    : places[key]
  if (place === undefined) return
  event.preventDefault()
  if (place === -1 && key === 'ArrowUp') document.getElementById(searchFieldId)?.focus()
  else rows[place]?.querySelector('button')?.focus()
}
