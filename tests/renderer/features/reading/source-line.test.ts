import { describe, expect, it } from 'vitest'
import { createIntl } from 'react-intl'
import type { Account } from '../../../../electron/contract/article.ts'
import { dateWords, sourceLine } from '../../../../renderer/features/reading/source-line.ts'
import messages from '../../../../renderer/messages/en.json'
import type { MessageId } from '../../../../renderer/messages/message-id.ts'
import { lantern } from '../../made-up-library.ts'

const intl = createIntl({ locale: 'en', messages })
const translate = (id: MessageId): string => intl.formatMessage({ id })

/** The line of an article with this account. */
function lineOf(account: Partial<Account>): string {
  return sourceLine(
    { ...lantern, kind: 'opinion', account: { ...lantern.account, agencies: [], ...account } },
    translate,
  )
}

describe('dateWords', () => {
  it.each([
    ['2026', '2026'],
    ['2026-02', 'February 2026'],
    ['2026-02-01', '1 February 2026'],
    ['2024-02-29', '29 February 2024'],
    [null, 'undated'],
  ])('says %s as exactly as it is known', (date, words) => {
    expect(dateWords(date, translate)).toBe(words)
  })
})

describe('sourceLine', () => {
  it('names the outlet before agencies and section, and the author after it', () => {
    const account = { outlet: 'The Gazette', agencies: ['North Wire'], section: 'World', author: 'Ada Quay' }
    expect(lineOf(account)).toBe('Opinion · The Gazette · Ada Quay · undated')
  })

  it('names the agencies where there is no outlet, and else the section', () => {
    expect(lineOf({ agencies: ['North Wire', 'Coast Press'], section: 'World' })).toBe(
      'Opinion · North Wire, Coast Press · undated',
    )
    expect(lineOf({ section: 'World' })).toBe('Opinion · World · undated')
  })

  it('leaves out what is not known', () => {
    expect(lineOf({})).toBe('Opinion · undated')
    expect(lineOf({ author: 'Ada Quay', date: '2026' })).toBe('Opinion · Ada Quay · 2026')
  })
})
