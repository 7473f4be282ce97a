// Words of an article with where they stand, as they leave the program: copied as plain text, dragged as that and as HTML.
// Runs in the page.

/** Quoted words and the line that cites them. */
export interface Quotation {
  /** Blocks of the article are parted by line feeds. */
  quote: string
  citation: string
}

/** In quotation marks, with the citation on a line of its own. */
export function quotationText({ quote, citation }: Quotation): string {
  return `“${quote}”\n${citation}`
}

function elementOf(tag: 'blockquote' | 'p', ...content: readonly (Node | string)[]): HTMLElement {
  const element = document.createElement(tag)
  element.append(...content)
  return element
}

/** The same words as HTML: a block quotation with a paragraph for each block, and the citation below it. */
export function quotationHtml({ quote, citation }: Quotation): string {
  const paragraphs = `“${quote}”`.split('\n').map((words) => elementOf('p', words))
  return elementOf('blockquote', ...paragraphs).outerHTML + elementOf('p', citation).outerHTML
}

/** Gives a drag the quotation to carry, in place of what the browser would have made of it. */
export function carryQuotation(drag: DataTransfer, quotation: Quotation): void {
  drag.clearData()
  drag.setData('text/plain', quotationText(quotation))
  drag.setData('text/html', quotationHtml(quotation))
  drag.effectAllowed = 'copy'
}
