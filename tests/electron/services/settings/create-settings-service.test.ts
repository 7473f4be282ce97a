// Settings: merged, written once, told to every page.
import { describe, expect, it } from 'vitest'
import { plainColourLines } from '../../../../electron/contract/limits.ts'
import { Failure } from '../../../../electron/contract/errors.ts'
import type { BookwheelEvent } from '../../../../electron/contract/events.ts'
import type { ReadOnlyReason } from '../../../../electron/contract/status.ts'
import { createSettingsService } from '../../../../electron/services/settings/create-settings-service.ts'
import { createInMemoryStores } from '../in-memory-stores.ts'

const defaults = {
  theme: 'system',
  face: 'literata',
  textSize: 18,
  leading: 160,
  measure: 'medium',
  paragraphNumbers: true,
  highlightColour: 'yellow',
  dismissedHints: [],
  keys: {},
  singleKeys: true,
  colourMeanings: {},
  colourLines: plainColourLines,
}

function open(readOnly: ReadOnlyReason | null = null) {
  const stores = createInMemoryStores({ readOnly })
  const events: BookwheelEvent[] = []
  const service = createSettingsService({ store: stores.settings, publish: (event) => events.push(event) })
  return { stores, events, service }
}

describe('the settings service', () => {
  it('answers the defaults at first', () => {
    expect(open().service.read()).toEqual(defaults)
  })

  it('changes what is named and leaves the rest', () => {
    const { service, events } = open()
    service.change({ theme: 'sepia', dismissedHints: ['search'] })
    const settings = { ...defaults, theme: 'sepia', dismissedHints: ['search'], textSize: 21 }
    expect(service.change({ textSize: 21 })).toEqual(settings)
    expect(service.read()).toEqual(settings)
    expect(events.at(-1)).toEqual({ type: 'settings-changed', settings })
    expect(events).toHaveLength(2)
  })

  it('takes a member that is undefined for one left out', () => {
    const { service } = open()
    service.change({ theme: 'dark' })
    expect(service.change({ theme: undefined, textSize: 20 })).toEqual({
      ...defaults,
      theme: 'dark',
      textSize: 20,
    })
  })

  it('writes and tells nothing where nothing changes', () => {
    const { service, stores, events } = open()
    service.change({ dismissedHints: ['beside'] })
    const before = stores.settings.read()
    expect(service.change({})).toEqual(before)
    expect(service.change({ dismissedHints: ['beside'], textSize: 18 })).toEqual(before)
    expect(stores.settings.read()).toBe(before)
    expect(events).toHaveLength(1)
  })

  it('keeps the old settings where they cannot be written', () => {
    const { service, stores, events } = open()
    stores.failNextWrite({ code: 'disk-full', store: 'settings' })
    expect(() => service.change({ theme: 'dark' })).toThrow(
      new Failure({ code: 'disk-full', store: 'settings' }),
    )
    expect(service.read()).toEqual(defaults)
    expect(events).toEqual([])
  })

  it('refuses a change where the program only reads', () => {
    const { service } = open({ kind: 'not-writable' })
    expect(() => service.change({ theme: 'dark' })).toThrow(
      new Failure({ code: 'read-only', reason: { kind: 'not-writable' } }),
    )
  })
})
