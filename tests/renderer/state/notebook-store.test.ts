import { describe, expect, it } from 'vitest'
import { operationInputs } from '../../../electron/contract/operations.ts'
import type { Client } from '../../../renderer/api/client.ts'
import { createClient } from '../../../renderer/api/client.ts'
import { askWholeNotebook } from '../../../renderer/state/ask-whole-notebook.ts'
import { createNotebookStore } from '../../../renderer/state/notebook-store.ts'
import type { NotebookQuestion } from '../../../renderer/state/notebook-store.ts'
import { createFakeProgram } from '../fake-program.ts'
import { lantern } from '../made-up-library.ts'

/** Makes so many highlights of five letters, one behind the other; answers their ids in text order. */
async function makeNotes(client: Client, count: number): Promise<string[]> {
  const { id: articleId, contentHash } = lantern
  const ids = Array.from({ length: count }, () => crypto.randomUUID())
  for (const [at, id] of ids.entries()) {
    const start = 1500 + at
    const draft = { id, articleId, contentHash, revision: 0, start, end: start + 5 }
    await client.saveAnnotation({ ...draft, colour: 'green', note: '' })
  }
  return ids
}

async function open(count: number) {
  const program = createFakeProgram()
  const ids = await makeNotes(program.otherPage, count)
  let question: NotebookQuestion | null = { articleIds: null }
  const notebook = createNotebookStore(createClient(program.transport), () => question)
  notebook.follow()
  await expect.poll(() => notebook.store.getState().counts?.total).toBe(count)
  const idAt = (place: number) => notebook.store.getState().entries.get(place)?.annotation.id
  return {
    program,
    notebook,
    ids,
    idAt,
    ask: (next: NotebookQuestion | null): void => {
      question = next
      notebook.follow()
    },
    offsets: () =>
      program.inputsOf('listNotebook').map((input) => operationInputs.listNotebook.parse(input).offset),
  }
}

/** The program's client, to which the notes of so many articles are missing at first, and of one less at each question. */
function whileReading(client: Client, unread: number): Client {
  let left = unread + 1
  return {
    ...client,
    async listNotebook(question) {
      left = Math.max(0, left - 1)
      const answer = await client.listNotebook(question)
      const isWhole = left === 0
      return isWhole ? answer : { ...answer, unread: left, total: 1, entries: answer.entries.slice(0, 1) }
    },
  }
}

describe('the notebook while the program still reads notes', () => {
  it('shows what there is, and grows by itself until nothing is missing', async () => {
    const program = createFakeProgram()
    await makeNotes(program.otherPage, 3)
    const client = whileReading(createClient(program.transport), 2)
    const notebook = createNotebookStore(client, () => ({ articleIds: null }))
    const seen: unknown[] = []
    notebook.store.subscribe(({ counts }) => {
      const line = counts && `${counts.unread} unread, ${counts.total} found`
      if (line !== seen.at(-1)) seen.push(line)
    })
    notebook.follow()
    await expect
      .poll(() => seen.filter((line) => line !== null))
      .toEqual(['2 unread, 1 found', '1 unread, 1 found', '0 unread, 3 found'])
  })

  it('is taken along only when nothing is missing', async () => {
    const program = createFakeProgram()
    await makeNotes(program.otherPage, 3)
    const client = whileReading(createClient(program.transport), 2)
    const answer = await askWholeNotebook(client, { articleIds: null, offset: 0, limit: 10 })
    expect(answer).toMatchObject({ unread: 0, total: 3 })
    expect(program.inputsOf('listNotebook')).toHaveLength(3)
  })
})

describe('the notebook beyond one article', () => {
  it('is read window by window, each once, as it comes into view', async () => {
    const { notebook, ids, idAt, offsets } = await open(260)
    expect(offsets()).toEqual([0])
    notebook.show(240, 250)
    await expect.poll(() => idAt(250)).toBe(ids[250])
    notebook.show(230, 240)
    notebook.show(150, 160)
    await expect.poll(() => idAt(150)).toBe(ids[150])
    expect(offsets()).toEqual([0, 200, 100])
  })

  it('keeps what is in sight until a change has been read, and no highlight twice', async () => {
    const { program, notebook, ids, idAt } = await open(150)
    notebook.show(95, 105)
    await expect.poll(() => idAt(149)).toBe(ids[149])
    await program.otherPage.deleteAnnotation({ id: ids[0] ?? '', articleId: lantern.id, revision: 1 })
    const held = program.hold('listNotebook')
    notebook.refresh()
    await expect.poll(() => held.waiting()).toBe(1)
    expect(idAt(105)).toBe(ids[105])
    held.release()
    await expect.poll(() => held.waiting()).toBe(1)
    const known = [...notebook.store.getState().entries.values()].map(({ annotation }) => annotation.id)
    expect(new Set(known).size).toBe(known.length)
    expect([idAt(99), idAt(100), idAt(105)]).toEqual([ids[100], undefined, ids[105]])
    held.stop()
    await expect.poll(() => idAt(105)).toBe(ids[106])
    expect(idAt(149)).toBeUndefined()
  })

  it('forgets what another question found', async () => {
    const { notebook, ask } = await open(30)
    ask({ articleIds: null, colours: ['red'] })
    await expect.poll(() => notebook.store.getState().counts?.total).toBe(0)
    expect(notebook.store.getState().entries.size).toBe(0)
    expect(notebook.store.getState().counts?.inScope).toBe(30)
  })

  it('takes no answer to what is no longer asked', async () => {
    const { program, notebook, ask } = await open(3)
    const held = program.hold('listNotebook')
    ask({ articleIds: null, notes: 'with' })
    await expect.poll(() => held.waiting()).toBe(1)
    ask(null)
    held.stop()
    // What is asked later over the same line is answered later.
    await createClient(program.transport).readStatus({})
    expect(notebook.store.getState()).toMatchObject({ counts: null, answered: null, waiting: false })
  })
})
