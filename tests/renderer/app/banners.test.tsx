import { describe, expect, it, onTestFinished } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { StorageNotice } from '../../../electron/contract/status.ts'
import type { FakeProgramOptions } from '../fake-program.ts'
import { createFakeProgram } from '../fake-program.ts'
import { lantern } from '../made-up-library.ts'
import { articleIn, cards, openPage, toolbar } from '../open-page.tsx'
import { selectWords } from '../reader-hands.ts'

async function open(options: FakeProgramOptions = {}) {
  const program = createFakeProgram({ workspace: { panes: [{ articleId: lantern.id }] }, ...options })
  await openPage(program)
  await expect.element(articleIn(1)).toBeVisible()
  return program
}

async function highlight(words: string): Promise<void> {
  await selectWords(articleIn(1), words)
  await userEvent.click(toolbar().getByRole('button', { name: 'Yellow' }))
}

/** What a paste into another program would give. */
async function pastedText(): Promise<string> {
  const field = document.createElement('textarea')
  document.body.append(field)
  onTestFinished(() => field.remove())
  field.focus()
  await userEvent.paste()
  return field.value
}

const warning = () => page.getByRole('note')
const danger = () => page.getByRole('alert')
const status = (text: string) => page.getByRole('status').filter({ hasText: text })

describe('an ordinary day', () => {
  it('has no banner', async () => {
    await open()
    expect(warning().query()).toBeNull()
    expect(danger().query()).toBeNull()
    await expect.element(status('Nothing leaves this laptop')).toBeVisible()
  })
})

describe('a program that only reads', () => {
  it('says why at once, and that nothing is saved', async () => {
    await open({ readOnly: { kind: 'locked', pid: 4711, shell: 'desktop' } })
    await expect
      .element(warning())
      .toHaveTextContent(/another Bookwheel \(process 4711\) has this data folder open/)
    await expect.element(status('Read only: nothing is saved')).toBeVisible()
  })

  it('keeps a highlight on the page as not saved, with the reason', async () => {
    const program = await open({ readOnly: { kind: 'not-writable' } })
    await expect.element(warning()).toHaveTextContent(/the data folder cannot be written/)
    await highlight('four pages')
    const mark = cards().getByText('Not saved')
    await expect
      .element(mark)
      .toHaveAttribute('title', expect.stringContaining('data folder cannot be written'))
    expect(program.storedAnnotations(lantern.id)).toEqual([])
  })

  it('says of a choice that it holds on this page only', async () => {
    await open({ readOnly: { kind: 'not-writable' } })
    await userEvent.click(page.getByRole('button', { name: 'Dismiss this hint' }).first())
    await expect.element(page.getByText(/This choice could not be kept/)).toBeVisible()
  })
})

describe('a program out of reach', () => {
  it('is told at once; with nothing unsaved there is nothing to copy', async () => {
    const program = await open()
    program.goAway()
    await expect
      .element(danger())
      .toHaveTextContent(/has stopped or cannot be reached. Everything you wrote is saved/)
    expect(page.getByRole('button', { name: 'Copy unsaved text' }).query()).toBeNull()
    program.comeBack()
    await expect.poll(() => danger().query()).toBeNull()
  })

  it('lets unsaved words be copied', async () => {
    const program = await open()
    program.goAway()
    await highlight('four pages')
    await userEvent.click(cards().getByRole('button', { name: 'four pages' }))
    await userEvent.fill(cards().getByRole('textbox', { name: 'Note' }), 'Why four?')
    await expect.element(danger()).toHaveTextContent(/One change is not saved yet: copy it/)
    await highlight('any hour')
    await expect.element(danger()).toHaveTextContent(/2 changes are not saved yet: copy them/)
    await userEvent.click(page.getByRole('button', { name: 'Copy unsaved text' }))
    await expect.element(page.getByRole('button', { name: 'Copied' })).toBeVisible()
    expect(await pastedText()).toBe('“four pages”\nWhy four?\n\n“any hour”')
  })

  it('in whose place another run stands is told, with the way to it', async () => {
    const program = await open()
    program.giveWay()
    await expect
      .element(danger())
      .toHaveTextContent(/was started anew, and this page has no key to it\. Everything you wrote is saved/)
    await highlight('four pages')
    await expect
      .element(danger())
      .toHaveTextContent(/One change is not saved yet: copy it, then open the address/)
    await userEvent.click(page.getByRole('button', { name: 'Copy unsaved text' }))
    await expect.element(page.getByRole('button', { name: 'Copied' })).toBeVisible()
    expect(await pastedText()).toBe('“four pages”')
  })

  it('has all saved once it is back', async () => {
    const program = await open()
    program.goAway()
    await highlight('four pages')
    await expect.element(cards().getByText('Not saved')).toBeVisible()
    program.comeBack()
    await expect.poll(() => danger().query()).toBeNull()
    await expect
      .poll(() => program.storedAnnotations(lantern.id))
      .toMatchObject([{ anchor: { exact: 'four pages' } }])
    await expect.element(status('Saved on this laptop')).toBeVisible()
  })
})

describe('stores that were damaged', () => {
  it('are told with the place where their bytes are, until that is dismissed', async () => {
    const keptAt = '/home/reader/bookwheel/quarantine/annotations-lantern-treaty.json'
    await open({ notices: [{ kind: 'store-quarantined', store: 'annotations/lantern-treaty', keptAt }] })
    await expect.element(warning()).toHaveTextContent(`set aside, nothing was thrown away: ${keptAt}`)
    await userEvent.click(page.getByRole('button', { name: 'Dismiss', exact: true }))
    await expect.element(warning()).not.toBeInTheDocument()
  })

  it.each<[StorageNotice, RegExp]>([
    [
      { kind: 'store-unreadable', store: 'settings', path: '/data/settings.json' },
      /“settings” cannot be read .*untouched: \/data/,
    ],
    [
      {
        kind: 'values-dropped',
        store: 'settings',
        fields: ['theme', 'textSize'],
        keptAt: '/data/settings.old',
      },
      /Some values in “settings” could not be used \(theme, textSize\).*settings.old/,
    ],
    [
      { kind: 'values-dropped', store: 'settings', fields: ['theme'], keptAt: null },
      /\(theme\); the rest was kept and the file was left as it is/,
    ],
    [
      { kind: 'store-recovered', store: 'settings', cause: 'damaged', backup: null, keptAt: '/data/old' },
      /“settings” was damaged; what was still whole .* is kept: \/data\/old/,
    ],
    [
      {
        kind: 'store-recovered',
        store: 'settings',
        cause: 'damaged',
        backup: { path: '/data/b', takenAt: Date.UTC(2026, 10, 21, 12) },
        keptAt: '/data/old',
      },
      /brought back from the backup of November 2[12], 2026, .* is kept: \/data\/old/,
    ],
    [
      {
        kind: 'store-recovered',
        store: 'annotations/a',
        cause: 'missing',
        backup: { path: '/data/b', takenAt: Date.UTC(2026, 10, 21, 12) },
        keptAt: null,
      },
      /“annotations\/a” was missing .*: \/data\/b\..* delete its backups as well/,
    ],
    [
      {
        kind: 'store-recovered',
        store: 'annotations/a',
        cause: 'unreadable',
        backup: { path: '/data/b', takenAt: Date.UTC(2026, 10, 21, 12) },
        keptAt: '/data/a',
      },
      /cannot be read and was left untouched: \/data\/a\. You see the backup of .* cannot be saved/,
    ],
    [
      { kind: 'backup-failed', store: 'settings', systemCode: 'ENOSPC' },
      /No backup of “settings” could be written \(ENOSPC\)/,
    ],
  ])('are told in words: %o', async (notice, words) => {
    await open({ notices: [notice] })
    await expect.element(warning()).toHaveTextContent(words)
  })
})

describe('a disk that is full', () => {
  it('is told in words until all is saved, however often it is tried', async () => {
    const program = await open()
    const full = { code: 'disk-full', store: 'annotations/lantern-treaty' } as const
    program.failNext('saveAnnotation', full)
    await highlight('four pages')
    await expect.element(danger()).toHaveTextContent(/The disk is full.*One change is not saved yet/)
    const before = danger().element()

    program.failNext('saveAnnotation', full)
    await userEvent.click(danger().getByRole('button', { name: 'Try again' }))
    await expect.poll(() => program.inputsOf('saveAnnotation')).toHaveLength(2)
    expect(danger().element()).toBe(before)
    await expect.element(cards().getByText('Not saved')).toBeVisible()

    await userEvent.click(danger().getByRole('button', { name: 'Try again' }))
    await expect.poll(() => danger().query()).toBeNull()
    expect(program.storedAnnotations(lantern.id)).toHaveLength(1)
  })

  it('is told no longer once only a conflict is left, which waits for its reader', async () => {
    const program = await open()
    await highlight('four pages')
    await expect.poll(() => program.storedAnnotations(lantern.id)).toHaveLength(1)
    const [stored] = program.storedAnnotations(lantern.id)
    if (!stored?.anchor) throw new Error('nothing is stored')
    program.failNext('saveAnnotation', { code: 'disk-full', store: 'x' })
    await userEvent.click(cards().getByRole('button', { name: 'four pages' }))
    await userEvent.fill(cards().getByRole('textbox', { name: 'Note' }), 'Mine')
    await expect.element(danger()).toHaveTextContent(/The disk is full/)
    const { id, revision, articleId } = stored
    const { contentHash, start, end } = stored.anchor
    const theirs = { id, revision, articleId, contentHash, start, end }
    await program.otherPage.saveAnnotation({ ...theirs, colour: 'red', note: 'Theirs' })
    await expect.element(cards().getByRole('group', { name: 'Two versions of this note' })).toBeVisible()
    await expect.poll(() => danger().query()).toBeNull()
  })

  it('is told as well where the program answers other requests and not this one', async () => {
    const program = await open()
    program.failNext('saveAnnotation', { code: 'program-unreachable' })
    await highlight('four pages')
    await expect.element(danger()).toHaveTextContent(/One change is not saved yet/)
    await expect.element(danger().getByRole('button', { name: 'Copy unsaved text' })).toBeVisible()
    await userEvent.click(danger().getByRole('button', { name: 'Try again' }))
    await expect.poll(() => danger().query()).toBeNull()
  })

  it('leaves a way to take the words elsewhere', async () => {
    const program = await open()
    program.failNext('saveAnnotation', { code: 'write-failed', store: 'annotations/x', systemCode: 'EIO' })
    await highlight('four pages')
    await expect.element(danger()).toHaveTextContent(/refused to write \(EIO\)/)
    await userEvent.click(danger().getByRole('button', { name: 'Copy unsaved text' }))
    await expect.element(danger().getByRole('button', { name: 'Copied' })).toBeVisible()
    expect(await pastedText()).toBe('“four pages”')
  })
})
