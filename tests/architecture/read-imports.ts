// Reads what a source file imports. TypeScript 7 has no compiler API, so Vite's parser does it.
import type { ESTree } from 'vite'
import { parseSync, Visitor } from 'vite'

/** One import, in whatever form it is written. */
export interface Import {
  /** As written, or `null` where it is worked out at run time. */
  specifier: string | null
  /** Whether nothing of it is left at run time. `import { type X }` alone still loads the module, so it is not. */
  typeOnly: boolean
  /** Counted from 1. */
  line: number
}

/**
 * Every import of a TypeScript or JavaScript file in text order: static and dynamic imports, re-exports,
 * `import('…')` in types, `require`, and `import.meta.glob`. The name tells the language by its ending.
 */
export function readImports(fileName: string, source: string): Import[] {
  const { program, errors } = parseSync(fileName, source)
  if (errors.length > 0) throw new Error(`${fileName} cannot be parsed: ${errors[0]?.message}`)

  const imports: (Import & { start: number })[] = []
  function add(node: { start: number }, specifier: string | null, typeOnly: boolean): void {
    imports.push({ specifier, typeOnly, line: lineOf(source, node.start), start: node.start })
  }

  new Visitor({
    ImportDeclaration: (node) => add(node, node.source.value, node.importKind === 'type'),
    ExportAllDeclaration: (node) => add(node, node.source.value, node.exportKind === 'type'),
    ExportNamedDeclaration: (node) => {
      if (node.source) add(node, node.source.value, node.exportKind === 'type')
    },
    ImportExpression: (node) => add(node, plainString(node.source), false),
    TSImportType: (node) => add(node, node.source.value, true),
    TSImportEqualsDeclaration: (node) => {
      if (node.moduleReference.type !== 'TSExternalModuleReference') return
      add(node, node.moduleReference.expression.value, node.importKind === 'type')
    },
    CallExpression: (node) => {
      if (loadsModule(source.slice(node.callee.start, node.callee.end))) {
        add(node, plainString(node.arguments[0]), false)
      }
    },
  }).visit(program)

  return imports
    .toSorted((left, right) => left.start - right.start)
    .map(({ specifier, typeOnly, line }) => ({ specifier, typeOnly, line }))
}

/** The line that holds an offset, counted from 1. */
export function lineOf(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length
}

function loadsModule(callee: string): boolean {
  return ['require', 'require.resolve', 'import.meta.glob', 'import.meta.resolve'].includes(callee)
}

/** What an expression says, where it is a plain string or a template without gaps. */
function plainString(node: ESTree.Argument | undefined): string | null {
  if (node?.type === 'Literal') return typeof node.value === 'string' ? node.value : null
  if (node?.type !== 'TemplateLiteral') return null
  const [only, ...more] = node.quasis
  return more.length === 0 ? (only?.value.cooked ?? null) : null
}
