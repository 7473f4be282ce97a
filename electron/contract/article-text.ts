// How an article's blocks make its text. Apart from the schemas, so that the page does not carry zod. Runs everywhere.

/** The article's text, of which all offsets speak: its blocks' texts joined by line feeds. */
export function articleText(blocks: readonly { text: string }[]): string {
  return blocks.map((block) => block.text).join('\n')
}
