// Parses front matter as YAML, with every way in which it can go wrong told as a reason. Plain Node.
import { LineCounter, isAlias, parseDocument, visit } from 'yaml'

/** The value that was written, or in plain words why it could not be read. */
export type YamlReading = { ok: true; value: unknown } | { ok: false; reason: string }

/** The longest front matter that is read, in UTF-16 units. */
const lengthLimit = 65_536

/**
 * The most places where a list or a map may begin. The parser calls itself for each level of nesting, and
 * ten thousand levels end the whole process with an error that cannot be caught.
 */
const collectionLimit = 256
const collectionStart = /[[{]|(?<=^|\s)[-?:](?=\s)/g

/**
 * Reads one YAML document. `firstLine` is the line of the file on which it begins, counted from 1, for the reasons.
 * A field given twice, an alias (which can make a small text huge) and an unknown tag are errors.
 */
export function parseYaml(source: string, firstLine: number): YamlReading {
  if (source.length > lengthLimit) {
    return { ok: false, reason: `the front matter is longer than ${lengthLimit} characters` }
  }
  if ((source.match(collectionStart)?.length ?? 0) > collectionLimit) {
    return { ok: false, reason: `the front matter holds more than ${collectionLimit} lists and brackets` }
  }
  const lineCounter = new LineCounter()
  const document = parseDocument(source, { lineCounter, prettyErrors: false, stringKeys: true })
  const problem = [...document.errors, ...document.warnings][0]
  if (problem) {
    const line = firstLine - 1 + lineCounter.linePos(problem.pos[0]).line
    return { ok: false, reason: `line ${line} is not usable YAML: ${problem.message}` }
  }
  if (holdsAlias(document)) return { ok: false, reason: 'aliases (*name) are not allowed in front matter' }
  return { ok: true, value: document.toJS() }
}

function holdsAlias(document: ReturnType<typeof parseDocument>): boolean {
  let found = false
  visit(document, (_, node) => {
    if (!isAlias(node)) return undefined
    found = true
    return visit.BREAK
  })
  return found
}
