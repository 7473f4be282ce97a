// Defaults of settings and workspace: what a new program reads from an older file, or from none.
import { describe, expect, it } from 'vitest'
import {
  paneStateSchema,
  settingsChangeSchema,
  settingsSchema,
  workspaceSchema,
} from '../../../electron/contract/settings.ts'
import { leadingBounds, plainColourLines, textSizeBounds } from '../../../electron/contract/limits.ts'

function takes(textSize: number): boolean {
  return settingsSchema.safeParse({ textSize }).success
}

const takesLeading = (leading: number) => settingsSchema.safeParse({ leading }).success

function panes(count: number) {
  return { panes: Array.from({ length: count }, () => ({ articleId: 'a' })) }
}

describe('settingsSchema', () => {
  it('has a default for every member', () => {
    expect(settingsSchema.parse({})).toEqual({
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
    })
  })

  it('gives every reading its own list of hints', () => {
    expect(settingsSchema.parse({}).dismissedHints).not.toBe(settingsSchema.parse({}).dismissedHints)
  })

  it('bounds the size of letters', () => {
    expect([textSizeBounds.smallest, textSizeBounds.largest].map(takes)).toEqual([true, true])
    expect([textSizeBounds.smallest - 1, textSizeBounds.largest + 1, 18.5].map(takes)).toEqual([
      false,
      false,
      false,
    ])
  })
})

describe('typography', () => {
  it('reads a file from before it could be chosen, and refuses what no article is set in', () => {
    expect(settingsSchema.parse({ theme: 'sepia', textSize: 20 })).toMatchObject({
      textSize: 20,
      leading: 160,
    })
    const { smallest, largest } = leadingBounds
    expect([smallest, largest].map(takesLeading)).toEqual([true, true])
    expect([smallest - 1, largest + 1, 150.5].map(takesLeading)).toEqual([false, false, false])
    for (const wrong of [{ face: 'comic' }, { measure: 'endless' }]) {
      expect(settingsSchema.safeParse(wrong).success).toBe(false)
    }
  })
})

describe('settingsChangeSchema', () => {
  it('fills in nothing that was not named', () => {
    expect(settingsChangeSchema.parse({})).toEqual({})
    expect(settingsChangeSchema.parse({ textSize: 20 })).toEqual({ textSize: 20 })
  })

  it('can change every setting', () => {
    expect(Object.keys(settingsChangeSchema.shape)).toEqual(Object.keys(settingsSchema.shape))
  })

  it.each([{ theme: 'pink' }, { textSize: '18' }, { dismissedHints: ['all'] }, { font: 'Literata' }, null])(
    'refuses %j',
    (change) => {
      expect(settingsChangeSchema.safeParse(change).success).toBe(false)
    },
  )
})

/** Whether a pane may remember so many places each way. */
function takesPlaces(back: number, forward: number): boolean {
  const place = { articleId: 'treaty' }
  const pane = {
    ...place,
    back: Array.from({ length: back }, () => place),
    forward: Array.from({ length: forward }, () => place),
  }
  return paneStateSchema.safeParse(pane).success
}

describe('workspaceSchema', () => {
  it('has a default for every member', () => {
    expect(workspaceSchema.parse({})).toEqual({
      panes: [],
      focusedPane: 0,
      wide: false,
      query: '',
      libraryOpen: true,
      libraryWidth: 304,
      listing: {
        sort: 'title',
        filter: {
          outlets: [],
          kinds: [],
          tags: [],
          languages: [],
          from: null,
          to: null,
          withUndated: false,
          reading: 'any',
          annotated: 'any',
        },
      },
      notebookOpen: true,
      notebookWidth: 312,
      notebook: { scope: 'article', text: '', colours: [], notes: 'any', tag: null, grouping: 'article' },
    })
  })

  it('opens a pane at the top of its article and at no size of its own', () => {
    expect(paneStateSchema.parse({ articleId: 'treaty' })).toEqual({
      articleId: 'treaty',
      topOffset: 0,
      back: [],
      forward: [],
      size: null,
    })
  })

  it('takes thirty places each way of a pane and no more', () => {
    expect([takesPlaces(30, 30), takesPlaces(31, 0), takesPlaces(0, 31)]).toEqual([true, false, false])
  })

  it('takes four panes and no more', () => {
    expect(workspaceSchema.safeParse(panes(4)).success).toBe(true)
    expect(workspaceSchema.safeParse(panes(5)).success).toBe(false)
  })

  it.each([{ focusedPane: 4 }, { focusedPane: -1 }, { libraryWidth: Number.NaN }, { notebookWidth: 100 }])(
    'refuses %j',
    (junk) => {
      expect(workspaceSchema.safeParse(junk).success).toBe(false)
    },
  )
})
