// Finds addresses of the network in what is shipped. The program connects to nothing, so it names nothing.
import { parseSync, Visitor } from 'vite'

/** An address that may stand in the code, and in which folder. */
export interface AllowedAddress {
  pattern: RegExp
  folder: string
}

/** Names of XML vocabularies, which nobody fetches, and the loopback shell's own address. */
export const allowedAddresses: readonly AllowedAddress[] = [
  { pattern: /^http:\/\/www\.w3\.org\/(2000\/svg|1999\/xlink|1999\/xhtml)$/, folder: 'renderer/' },
  { pattern: /^http:\/\/(127\.0\.0\.1|\$\{\})(:|$)/, folder: 'electron/shells/loopback/' },
]

const address = /\b(?:https?|wss?|ftp):\/\/[^\s"'`<>)]*/g

/**
 * The addresses in a file's strings, templates (their gaps written as `${}`) and page text; in style sheets,
 * pages, pictures and JSON in the whole file. Comments may name sources.
 */
export function findAddresses(path: string, source: string): string[] {
  const texts = /\.(ts|tsx|mjs|js)$/.test(path) ? readTexts(path, source) : [withoutComments(source)]
  return texts.flatMap((text) => text.match(address) ?? [])
}

/** The addresses in a file that no entry of {@link allowedAddresses} allows. */
export function findForbiddenAddresses(path: string, source: string): string[] {
  return findAddresses(path, source).filter(
    (found) =>
      !allowedAddresses.some(({ pattern, folder }) => path.startsWith(folder) && pattern.test(found)),
  )
}

function readTexts(path: string, source: string): string[] {
  const texts: string[] = []
  new Visitor({
    Literal: (node) => {
      if (typeof node.value === 'string') texts.push(node.value)
    },
    TemplateLiteral: (node) =>
      texts.push(node.quasis.map(({ value }) => value.cooked ?? value.raw).join('${}')),
    JSXText: (node) => texts.push(node.value),
  }).visit(parseSync(path, source).program)
  return texts
}

function withoutComments(source: string): string {
  return source.replaceAll(/<!--.*?-->|\/\*.*?\*\//gs, '')
}
