// How a highlight is cited: a retelling as what it is, after the account, as corpus/README.md lays down. Pure.
import type { Account, ArticleSummary } from '../../../electron/contract/article.ts'
import type { Translate } from '../../messages/use-translate.ts'
import { dateWords, sourceWords } from '../reading/source-line.ts'

/** Where an account was published, as far as it says: outlet, agencies, section. */
function publishedIn({ outlet, agencies, section }: Account): string[] {
  return [outlet, agencies.join(', '), section].filter((part): part is string => Boolean(part))
}

/** The headline, or what takes its place, with all else that is known in brackets. */
function accountWords(account: Account, translate: Translate): string {
  const { headline, author } = account
  const published = publishedIn(account)
  const inItsPlace = author ?? published[0] ?? translate('citation.nameless')
  const first = headline === null ? inItsPlace : `“${headline}”`
  const rest = [...published, author].filter((part) => part !== null && part !== first)
  return `${first} (${[...rest, dateWords(account.date, translate)].join(', ')})`
}

/**
 * One line that says where the words stand. `paragraph` is the number of their block, `null` where it has none. For an
 * article that the library does not know there is its title or its id only.
 */
export function citationOf(
  article: Pick<ArticleSummary, 'title'> & Partial<ArticleSummary>,
  paragraph: number | null,
  translate: Translate,
): string {
  const title = `“${article.title}”`
  const place = paragraph === null ? [] : [`¶ ${paragraph}`]
  if (!isKnown(article)) return [title, ...place].join(', ')
  if (!article.retelling) {
    const source = [...sourceWords(article), dateWords(article.account.date, translate)]
    return [title, ...source, ...place].join(', ')
  }
  const after = translate('citation.after', { account: accountWords(article.account, translate) })
  return [title, translate('citation.corpus'), ...place, after].join(', ')
}

function isKnown(article: Partial<ArticleSummary>): article is ArticleSummary {
  return article.account !== undefined
}
