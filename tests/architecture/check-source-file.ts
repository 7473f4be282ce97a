// Small rules that every source file follows: a header, documented exports, a name that says something.
import type { ESTree } from 'vite'
import { parseSync } from 'vite'
import { lineOf } from './read-imports.ts'

/** Names that say nothing; a file or folder may not have one of them as a word of its name. */
const emptyWords = ['utils', 'util', 'helpers', 'helper', 'common', 'manager', 'misc']

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** Whether a file says why it exists before it does anything. A first line for the shell (`#!`) may precede. */
export function hasHeader(source: string): boolean {
  return /^(#![^\n]*\n)?(\/\/ |\/\*)/.test(source)
}

/** What is wrong with a file's path: each folder and the file's name are kebab-case and mean something. */
export function checkFileName(path: string): string[] {
  const folders = path.split('/')
  const [stem = '', ...endings] = (folders.pop() ?? '').split('.')
  const complaints = [...folders, stem, ...endings]
    .filter((part) => !kebabCase.test(part))
    .map((part) => `${path}: "${part}" is not kebab-case`)
  const vague = [...folders, stem]
    .flatMap((part) => part.split('-'))
    .filter((word) => emptyWords.includes(word))
  complaints.push(...vague.map((word) => `${path}: "${word}" says nothing`))
  if (stem === 'index' && endings.at(-1) !== 'html') complaints.push(`${path}: "index" says nothing`)
  return complaints
}

/**
 * The exports of a file that no doc comment precedes, each with its file and line. Of the overloads of one
 * function the first carries the comment; what is passed on from another file is documented there.
 */
export function findUndocumentedExports(path: string, source: string): string[] {
  const { program, comments } = parseSync(path, source)
  const docEnds = new Set(
    comments.filter(({ type, value }) => type === 'Block' && value.startsWith('*')).map(({ end }) => end),
  )
  const complaints: string[] = []
  let lastFunction: string | null = null
  for (const node of program.body) {
    const isExport = node.type === 'ExportNamedDeclaration' || node.type === 'ExportDefaultDeclaration'
    const declared = isExport ? functionName(node.declaration) : null
    const isOverload = declared !== null && declared === lastFunction
    lastFunction = declared
    const isPassedOn = node.type === 'ExportNamedDeclaration' && node.source !== null
    if (!isExport || isOverload || isPassedOn) continue
    const documented = docEnds.has(source.slice(0, node.start).trimEnd().length)
    if (!documented) complaints.push(`${path}:${lineOf(source, node.start)}: an export without a doc comment`)
  }
  return complaints
}

function functionName(declaration: ESTree.Node | null): string | null {
  const isFunction = declaration?.type === 'FunctionDeclaration' || declaration?.type === 'TSDeclareFunction'
  return isFunction ? (declaration.id?.name ?? null) : null
}
