// Whole objects found in the ruins of a file.
import { describe, expect, it } from 'vitest'
import { salvageRecords } from '../../../electron/storage/salvage-records.ts'

interface Named {
  name: string
  text: string
}

function accept(object: unknown): Named | null {
  const isNamed =
    typeof object === 'object' &&
    object !== null &&
    'name' in object &&
    typeof object.name === 'string' &&
    'text' in object &&
    typeof object.text === 'string'
  return isNamed ? { name: String(object.name), text: String(object.text) } : null
}

function namesIn(text: string): string[] {
  return salvageRecords(text, accept).map(({ name }) => name)
}

const records = ['a', 'b', 'c'].map((name) => ({
  name,
  text: `{"name":"not ${name}","text":"\\"}{"} “${name}”`,
}))
const whole = JSON.stringify({ format: 1, records }, undefined, '\t')

describe('salvageRecords', () => {
  it('finds all records of a whole text, in order, with their words', () => {
    expect(salvageRecords(whole, accept)).toEqual(records)
  })

  it('is not misled by one brace in the words of a record, nor by a quotation mark before it', () => {
    for (const text of ['{', '}', '\\"{', '\\\\']) {
      const record = `{"name":"a","text":"${text}"}`
      expect(namesIn(`${record},{"name":"b","text":""}`)).toEqual(['a', 'b'])
    }
  })

  it('finds thousands: it looks at each but once', () => {
    const many = Array.from({ length: 4000 }, (_, number) => ({ name: String(number), text: '' }))
    expect(namesIn(JSON.stringify(many))).toEqual(many.map(({ name }) => name))
  })

  it('does not look for others within a record', () => {
    expect(salvageRecords('{"whole":{"part":{}}}', (object) => object)).toEqual([{ whole: { part: {} } }])
  })

  it('offers nothing that is no JSON', () => {
    const offered: unknown[] = []
    salvageRecords('{name:"a"} {"name":"b"}', (object) => offered.push(object))
    expect(offered).toEqual([{ name: 'b' }])
  })

  it('finds those before a cut, wherever it is', () => {
    const ends = records.map(
      (record) =>
        whole.indexOf('}', whole.indexOf(JSON.stringify(record.text)) + JSON.stringify(record.text).length) +
        1,
    )
    for (let length = 0; length <= whole.length; length += 1) {
      const expected = records.filter((_, index) => (ends[index] ?? 0) <= length).map(({ name }) => name)
      expect(namesIn(whole.slice(0, length))).toEqual(expected)
    }
  })

  it('finds the others where the quotation marks of one are gone', () => {
    expect(namesIn(whole.replace('"name": "b"', '"name": b"'))).toEqual(['a', 'c'])
    expect(namesIn(whole.replace('"name": "b"', '"name": "b'))).toEqual(['a', 'c'])
  })

  it('finds the others where the middle is overwritten by zeros', () => {
    const middle = whole.indexOf('"b"')
    expect(namesIn(`${whole.slice(0, middle)}${'\0'.repeat(9)}${whole.slice(middle + 9)}`)).toEqual([
      'a',
      'c',
    ])
  })

  it('does not take a record that is nested in the words of another, nor one with a byte that is no UTF-8', () => {
    expect(namesIn(JSON.stringify({ name: 'a', text: JSON.stringify({ name: 'b', text: '' }) }))).toEqual([
      'a',
    ])
    expect(namesIn('{"name":"a","text":"\ufffd"}{"name":"b","text":""}')).toEqual(['b'])
  })

  it.each([
    ['brackets', '{'.repeat(3_000_000)],
    ['strings that never end', '{"'.repeat(3_000_000)],
  ])(
    'comes to an end with a long text of nothing but %s',
    (_, text) => {
      const start = performance.now()
      expect(namesIn(text)).toEqual([])
      expect(performance.now() - start).toBeLessThan(10_000)
    },
    20_000,
  )
})
