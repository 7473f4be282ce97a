// Who wrote what, when, in one line: the same words in the library, the results and the panes.
import type { ArticleSummary, PartialDate } from '../../../electron/contract/article.ts'
import type { Translate } from '../../messages/use-translate.ts'

const formats: Record<number, Intl.DateTimeFormatOptions> = {
  4: { year: 'numeric' },
  7: { year: 'numeric', month: 'long' },
  10: { year: 'numeric', month: 'long', day: 'numeric' },
}

/** A date as precise as it is known; `null` reads "undated". */
export function dateWords(date: PartialDate | null, translate: Translate): string {
  if (date === null) return translate('article.undated')
  const format = new Intl.DateTimeFormat('en-GB', { ...formats[date.length], timeZone: 'UTC' })
  return format.format(new Date(date))
}

/** Who published or wrote the account: outlet, else agencies, else section; then the author. */
export function sourceWords({ account }: ArticleSummary): string[] {
  const published =
    account.outlet ?? (account.agencies.length > 0 ? account.agencies.join(', ') : account.section)
  return [published, account.author].filter((part): part is string => part !== null)
}

/** Kind, source and date in one line, as in "Wire report · AFP, Reuters · undated". */
export function sourceLine(article: ArticleSummary, translate: Translate): string {
  return [
    translate(`article.kind.${article.kind}`),
    ...sourceWords(article),
    dateWords(article.account.date, translate),
  ].join(' · ')
}
