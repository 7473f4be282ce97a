// The plain words of a query that says more: without fields, quotation marks, dates and what it leaves out. Pure.

/**
 * A wider query, or `null` where this one is plain already or nothing is left of it. What is quoted, excluded or
 * bound to a part of the article narrows a search; its words alone do not.
 */
export function plainWordsOf(query: string): string | null {
  const words = query
    .replaceAll(/(^|\s)-(?:\w+:)?(?:["“][^"”]*["”]?|\S+)/gu, ' ')
    .replaceAll(/(^|\s)(?:before|after|date):\S*/giu, ' ')
    .replaceAll(/(^|\s)(?:title|source|author|tag):/giu, ' ')
    .replaceAll(/["“”]/gu, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
    .join(' ')
  return words === '' || words === query.trim().replaceAll(/\s+/g, ' ') ? null : words
}
