import { createIntl } from 'react-intl'
import { describe, expect, it } from 'vitest'
import type { Account, ArticleSummary } from '../../../../electron/contract/article.ts'
import { citationOf } from '../../../../renderer/features/notebook/citation.ts'
import messages from '../../../../renderer/messages/en.json'
import type { Translate } from '../../../../renderer/messages/use-translate.ts'
import { noAccount, winter } from '../../made-up-library.ts'

const intl = createIntl({ locale: 'en', messages })
const translate: Translate = (id, values) => intl.formatMessage({ id }, values)

function retelling(title: string, account: Partial<Account>): ArticleSummary {
  return { ...winter, title, retelling: true, account: { ...noAccount, ...account } }
}

// The first two are the examples of corpus/README.md.
describe('a retelling is cited as the corpus’s own, after the account', () => {
  it.each([
    [
      'A partnership with new prospects',
      {
        headline: 'China and Russia 2026: Strengthening the strategic partnership and new prospects',
        section: 'World News',
      },
      2,
      '“A partnership with new prospects”, Bookwheel corpus, ¶ 2, after “China and Russia 2026: Strengthening the strategic partnership and new prospects” (World News, undated)',
    ],
    [
      'The metaphor of spring',
      {
        author: 'Anushervon Rasulov',
        outlet: 'State Council news of the People’s Republic of China, Russian edition',
      },
      1,
      '“The metaphor of spring”, Bookwheel corpus, ¶ 1, after Anushervon Rasulov (State Council news of the People’s Republic of China, Russian edition, undated)',
    ],
    [
      'Dated',
      { outlet: 'Gazette', agencies: ['AFP', 'Reuters'], date: '2026-02-01' },
      null,
      '“Dated”, Bookwheel corpus, after Gazette (AFP, Reuters, 1 February 2026)',
    ],
    ['Nameless', {}, 3, '“Nameless”, Bookwheel corpus, ¶ 3, after an account that names nobody (undated)'],
  ])('%s', (title, account, paragraph, words) => {
    expect(citationOf(retelling(title, account), paragraph, translate)).toBe(words)
  })
})

describe('another article is cited', () => {
  it('as itself', () => {
    expect(citationOf(winter, 2, translate)).toBe('“A quiet winter”, 2025, ¶ 2')
  })

  it('by its title where no more is known', () => {
    expect(citationOf({ title: 'Lost' }, 4, translate)).toBe('“Lost”, ¶ 4')
  })
})
