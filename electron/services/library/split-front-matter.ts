// Parts an article's file into its front matter and its text. Plain Node.

/** The two parts of a file, or why it has not got them. */
export type SplitFile =
  { ok: true; frontMatter: string; firstLine: number; body: string } | { ok: false; reason: string }

const fence = /^---[ \t]*$/

/**
 * Parts a file whose first line is `---`, at the next such line. `firstLine` is the line on which the front matter
 * begins, counted from 1. Line ends must be line feeds.
 */
export function splitFrontMatter(source: string): SplitFile {
  const lines = source.split('\n')
  if (!fence.test(lines[0] ?? '')) {
    return { ok: false, reason: 'there is no front matter: the first line must be ---' }
  }
  const close = lines.findIndex((line, index) => index > 0 && fence.test(line))
  if (close === -1) return { ok: false, reason: 'the front matter is not closed by a line ---' }
  return {
    ok: true,
    frontMatter: lines.slice(1, close).join('\n'),
    firstLine: 2,
    body: lines.slice(close + 1).join('\n'),
  }
}
