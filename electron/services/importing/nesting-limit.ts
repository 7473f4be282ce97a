// How deep Markdown may nest, so that a hostile file costs a message and not the program. Plain Node.

/** The deepest nesting of lists, quotations and inline marks that is read. */
export const nestingLimit = 100

/**
 * One line that opens more lists and quotations than the limit. It is refused before parsing, because the
 * parser's time grows with the square of such nesting: a line of 16 KB takes it twenty seconds.
 */
const overnestedLine = new RegExp(
  String.raw`^[ \t]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+|>[ \t]*){${nestingLimit + 1}}`,
  'm',
)

/** Throws a `RangeError` in plain words where `depth` goes beyond the {@link nestingLimit}. */
export function checkNesting(depth: number): void {
  if (depth > nestingLimit) throw new RangeError(`the text nests more than ${nestingLimit} levels deep`)
}

/** Throws the same error where a single line of the Markdown nests beyond the limit. */
export function checkNestingOfLines(markdown: string): void {
  if (overnestedLine.test(markdown)) checkNesting(nestingLimit + 1)
}
