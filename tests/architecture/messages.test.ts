// Every message of the page is one that its source asks for.
import { describe, expect, it } from 'vitest'
import messages from '../../renderer/messages/en.json' with { type: 'json' }
import { readSourceFiles } from './source-tree.ts'

const files = readSourceFiles(['renderer'], ['.ts', '.tsx'])
const source = files.map(({ text }) => text).join('\n')
const ids = Object.keys(messages)

/** Ids that the source makes from a name, as in `colour.${colour}.name`: each gap stands for one word. */
const patterns = [...source.matchAll(/`((?:[\w.-]|\$\{[^}]*\})+)`/g)]
  .map(([, template = '']) => template)
  .filter((template) => template.includes('${') && template.includes('.'))
  .map((template) => new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '[\\w-]+')}$`))

function isUsed(id: string): boolean {
  return (
    source.includes(`'${id}'`) || source.includes(`"${id}"`) || patterns.some((pattern) => pattern.test(id))
  )
}

describe('the messages of the page', () => {
  it('were read with the source that uses them', () => {
    expect(ids.length).toBeGreaterThan(100)
    expect(source.length).toBeGreaterThan(50_000)
    expect(isUsed('app.name')).toBe(true)
    expect(isUsed('colour.red.meaning')).toBe(true)
    expect(isUsed('app.nobodyUsesThis')).toBe(false)
  })

  it('are each used somewhere', () => {
    expect(ids.filter((id) => !isUsed(id))).toEqual([])
  })
})
