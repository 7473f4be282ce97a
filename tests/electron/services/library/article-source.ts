// Article files for the library's tests: a sound one, and ways to spoil it.

/** Front matter in which every field stands, as lines that a test may replace by their field's name. */
const soundFields: Record<string, string> = {
  title: 'title: A road north',
  kind: 'kind: explainer',
  account: 'account:',
  'account.outlet': '  outlet: The Example',
  'account.headline': "  headline: 'Road: north'",
  'account.section': '  section:',
  'account.agencies': '  agencies: [AFP]',
  'account.author': '  author:',
  'account.date': '  date: 2026-02',
  'account.language': '  language: en',
  'account.translated': '  translated: false',
  retelling: 'retelling: true',
  language: 'language: en',
  tags: 'tags: [north, road-works]',
  note: 'note:',
}

/** An article's file with some lines of its front matter replaced, or left out where they are `null`. */
export function articleSource(
  changes: Record<string, string | null> = {},
  body = 'The road goes north.\n\n## Further on\n\nIt ends at the sea.',
): string {
  const lines = Object.entries({ ...soundFields, ...changes }).flatMap(([, line]) => line ?? [])
  return ['---', ...lines, '---', '', body, ''].join('\n')
}
