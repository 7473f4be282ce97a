// Files and links that the system hands to the program, and what the program says of itself.
import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { FakeProgramOptions } from '../fake-program.ts'
import { createFakeProgram } from '../fake-program.ts'
import { harbour, lantern, placeOf } from '../made-up-library.ts'
import { articleIn, openPage } from '../open-page.tsx'

const workspace = { panes: [{ articleId: lantern.id }] }
const path = '/home/reader/Other laptop.bookwheel'
const dialog = () => page.getByRole('dialog', { name: 'Restore from a backup' })

async function makeBackup(): Promise<Uint8Array> {
  const source = createFakeProgram()
  await source.otherPage.saveAnnotation({
    id: crypto.randomUUID(),
    articleId: lantern.id,
    contentHash: lantern.contentHash,
    ...placeOf(lantern, 'four pages'),
    colour: 'yellow',
    revision: 0,
    note: 'Why four?',
  })
  const { bytes } = await source.otherPage.createBackup({ task: crypto.randomUUID() })
  return Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0))
}

async function open(options: FakeProgramOptions = {}) {
  const program = createFakeProgram({ workspace, ...options })
  const state = await openPage(program)
  await expect.element(articleIn(1)).toBeVisible()
  return { program, state }
}

describe('What the system hands over', () => {
  it('is a backup: what it would do is shown before anything is done', async () => {
    const { program } = await open({ files: { [path]: await makeBackup() } })
    program.handOver({ kind: 'backup', path })
    await expect.element(dialog()).toHaveTextContent('Other laptop.bookwheel')
    await expect.element(dialog().getByRole('button', { name: 'Restore', exact: true })).toBeVisible()
    expect(program.storedAnnotations(lantern.id)).toEqual([])
    await userEvent.click(dialog().getByRole('button', { name: 'Restore', exact: true }))
    await expect.element(dialog()).toHaveTextContent('The backup has been restored')
    expect(program.storedAnnotations(lantern.id).map(({ note }) => note)).toEqual(['Why four?'])
  })

  it('is taken up by the first page where it came before there was one', async () => {
    const program = createFakeProgram({ workspace, files: { [path]: new Uint8Array([1, 2, 3]) } })
    program.handOver({ kind: 'backup', path })
    await openPage(program)
    await expect.element(dialog()).toHaveTextContent('This file cannot be restored')
    expect(await program.otherPage.takeHandedOver({})).toEqual([])
  })

  it('is said not to be there where the file has gone since', async () => {
    const { program } = await open()
    program.handOver({ kind: 'backup', path })
    await expect.element(dialog()).toHaveTextContent('The file cannot be read: it is not there.')
  })

  it('is a link: its article opens, and where there is none that is said', async () => {
    const { program } = await open()
    program.handOver({ kind: 'article', articleId: harbour.id })
    await expect.element(page.getByRole('article', { name: harbour.title })).toBeVisible()
    program.handOver({ kind: 'article', articleId: 'no-such-article' })
    await expect
      .element(page.getByText('The link could not be followed. There is no article “no-such-article”'))
      .toBeVisible()
    program.handOver({ kind: 'unreadable-link' })
    await expect.element(page.getByText('it names no article of Bookwheel')).toBeVisible()
    await expect.element(page.getByRole('article', { name: harbour.title })).toBeVisible()
  })
})

describe('About Bookwheel', () => {
  it('says which version runs on what, and under which licences stand the works of others in it', async () => {
    const { state } = await open()
    state.settings.open('about')
    const settings = page.getByRole('dialog', { name: 'Settings' })
    await expect.element(settings.getByText('Bookwheel 0.0.0')).toBeVisible()
    await expect.element(settings.getByText('It runs on Node.js 20.19.0.')).toBeVisible()
    await userEvent.click(settings.getByText('1 work of others is part of it'))
    await expect.element(settings.getByRole('row', { name: 'lunr 2.3.9 MIT' })).toBeVisible()
  })
})
