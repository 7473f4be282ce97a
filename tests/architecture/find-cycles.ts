// Finds files that import each other in a circle, whether for values or for types.

/**
 * One cycle for every group of files that reach each other, each written from its first file round to itself.
 * `imports` tells for each file which files it imports.
 */
export function findCycles(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = []
  const done = new Set<string>()
  const trail: string[] = []

  function visit(file: string): void {
    const entered = trail.indexOf(file)
    if (entered >= 0) cycles.push([...trail.slice(entered), file])
    if (entered >= 0 || done.has(file)) return
    trail.push(file)
    for (const target of imports.get(file) ?? []) visit(target)
    trail.pop()
    done.add(file)
  }

  for (const file of imports.keys()) visit(file)
  return cycles
}
