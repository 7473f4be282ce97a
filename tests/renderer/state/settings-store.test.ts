import { describe, expect, it } from 'vitest'
import { plainColourLines, plainTypography } from '../../../electron/contract/limits.ts'
import { createClient } from '../../../renderer/api/client.ts'
import { createSettingsStore } from '../../../renderer/state/settings-store.ts'
import type { FakeProgramOptions } from '../fake-program.ts'
import { createFakeProgram } from '../fake-program.ts'

async function openDesk(options: FakeProgramOptions = {}) {
  const program = createFakeProgram(options)
  const failures: unknown[] = []
  const settings = createSettingsStore(createClient(program.transport), (failure) => failures.push(failure))
  await settings.load()
  return { program, settings, failures, state: () => settings.store.getState() }
}

describe('the settings store', () => {
  it('reads what was chosen before', async () => {
    const { state } = await openDesk({ settings: { theme: 'sepia', textSize: 22 } })
    expect(state()).toEqual({
      theme: 'sepia',
      ...plainTypography,
      textSize: 22,
      highlightColour: 'yellow',
      dismissedHints: [],
      keys: {},
      singleKeys: true,
      colourMeanings: {},
      colourLines: plainColourLines,
    })
  })

  it('shows a choice at once and keeps it', async () => {
    const { program, settings, state } = await openDesk()
    const change = settings.change({ theme: 'dark' })
    expect(state().theme).toBe('dark')
    await change
    expect(program.storedSettings()).toMatchObject({ theme: 'dark', textSize: 18 })
  })

  it('leaves alone what a change does not name', async () => {
    const { program, settings, state } = await openDesk({ settings: { theme: 'dark' } })
    await settings.change({ theme: undefined, textSize: 20 })
    expect(state()).toMatchObject({ theme: 'dark', textSize: 20 })
    expect(program.storedSettings()).toMatchObject({ theme: 'dark', textSize: 20 })
  })

  it('sets the text as at first and leaves all else', async () => {
    const set = { face: 'atkinson', textSize: 30, leading: 200, measure: 'wide' } as const
    const { program, settings, state } = await openDesk({ settings: { theme: 'dark', ...set } })
    await settings.resetTypography()
    expect(state()).toMatchObject({ theme: 'dark', ...plainTypography })
    expect(program.storedSettings()).toMatchObject({ theme: 'dark', ...plainTypography })
  })

  it('tells of a choice that could not be kept, which holds on this page', async () => {
    const { settings, failures, state } = await openDesk({ readOnly: { kind: 'not-writable' } })
    await settings.change({ textSize: 24 })
    expect(failures).toMatchObject([{ error: { code: 'read-only' } }])
    expect(state().textSize).toBe(24)
  })
})
