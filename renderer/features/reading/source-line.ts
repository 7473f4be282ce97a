// Who wrote what, when, in one line: the same words in the library, the results and the panes.
import type { ArticleSummary, PartialDate } from '../../../electron/contract/article.ts'
import type { Translate } from '../../messages/use-translate.ts'

/** Made once: making one takes longer than drawing the line that it is for, and a list has many. */
const inUniversalTime = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' })
const year = inUniversalTime({ year: 'numeric' })
const month = inUniversalTime({ year: 'numeric', month: 'long' })
const day = inUniversalTime({ year: 'numeric', month: 'long', day: 'numeric' })

/** By the length of a partial date: `2026`, `2026-11`, `2026-11-22`. */
const formats: Record<number, Intl.DateTimeFormat> = { 4: year, 7: month, 10: day }

/** A date as precise as it is known; `null` reads "undated". */
export function dateWords(date: PartialDate | null, translate: Translate): string {
  if (date === null) return translate('article.undated')
  return (formats[date.length] ?? day).format(new Date(date))
}

/** Who published or wrote the account: outlet, else agencies, else section; then the author. */
export function sourceWords({ account }: ArticleSummary): string[] {
  const published =
    account.outlet ?? (account.agencies.length > 0 ? account.agencies.join(', ') : account.section)
  return [published, account.author].filter((part): part is string => part !== null)
}

/** The line in two: where there is no room for all of it, the source is cut and the date stays. */
export function sourceParts(article: ArticleSummary, translate: Translate): { source: string; date: string } {
  return {
    source: [translate(`article.kind.${article.kind}`), ...sourceWords(article)].join(' · '),
    date: dateWords(article.account.date, translate),
  }
}

/** Kind, source and date in one line, as in "Wire report · AFP, Reuters · undated". */
export function sourceLine(article: ArticleSummary, translate: Translate): string {
  const { source, date } = sourceParts(article, translate)
  return `${source} · ${date}`
}
