// Lists the small faults that can be put into a source file, after the operators that mutation testing usually takes
// (DeMillo, Lipton and Sayward 1978; the names are Stryker's). Pure.
import type { ESTree } from 'vite'
import { parseSync, Visitor } from 'vite'

/** One fault: what stands in the file from `start` to `end` (UTF-16 offsets) is replaced. */
export interface Mutant {
  start: number
  end: number
  replacement: string
  /** Counted from 1. */
  line: number
  /** Counted from 1, in UTF-16 units. */
  column: number
  /** The operator's name. */
  operator: string
}

/** What an operator of two sides is exchanged for. */
const exchanges: Readonly<Record<string, readonly string[]>> = {
  '===': ['!=='],
  '!==': ['==='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '&&': ['||'],
  '||': ['&&'],
  '??': ['&&'],
}

/** Takes a fault down. */
type Add = (node: ESTree.Span, replacement: string, operator: string) => void

/** Every fault that can be put into a TypeScript file, in text order. */
export function listMutants(fileName: string, source: string): Mutant[] {
  const { program, errors } = parseSync(fileName, source)
  if (errors.length > 0) throw new Error(`${fileName} cannot be parsed: ${errors[0]?.message}`)
  const mutants: Mutant[] = []
  const add: Add = ({ start, end }, replacement, operator) => {
    const lines = source.slice(0, start).split('\n')
    const column = (lines.at(-1) ?? '').length + 1
    mutants.push({ start, end, replacement, operator, line: lines.length, column })
  }
  const textOf = ({ start, end }: ESTree.Span): string => source.slice(start, end)

  /** Between the two sides there is only white space and the operator: a comment there would stop the run. */
  function exchange(left: ESTree.Span, right: ESTree.Span, operator: string): void {
    const between = { start: left.end, end: right.start }
    for (const other of exchanges[operator] ?? [])
      add(between, textOf(between).replace(operator, other), `${operator} to ${other}`)
  }

  new Visitor({
    BinaryExpression: ({ left, right, operator }) => exchange(left, right, operator),
    LogicalExpression: ({ left, right, operator }) => exchange(left, right, operator),
    UnaryExpression: (node) => {
      if (node.operator === '!') add(node, textOf(node.argument), 'negation taken away')
    },
    IfStatement: ({ test }) => {
      add(test, 'true', 'condition always true')
      add(test, 'false', 'condition always false')
    },
    ConditionalExpression: ({ test }) => {
      add(test, 'true', 'condition always true')
      add(test, 'false', 'condition always false')
    },
    WhileStatement: ({ test }) => add(test, 'false', 'loop never entered'),
    Literal: (node) => {
      if (typeof node.value === 'boolean') add(node, String(!node.value), 'boolean turned')
    },
    ExpressionStatement: (node) => {
      const { expression } = node
      if (expression.type === 'CallExpression' || expression.type === 'AssignmentExpression')
        add(node, '{}', 'statement taken away')
    },
    ArrowFunctionExpression: ({ body, expression }) => {
      if (expression) add(body, '(undefined as never)', 'answer taken away')
    },
  }).visit(program)
  return mutants.toSorted((one, other) => one.start - other.start)
}
