// The words for what a filter can choose.
import type { ArticleKind } from '../../../electron/contract/article.ts'
import type { Translate } from '../../messages/use-translate.ts'
import type { ChoicePart } from './list-articles.ts'

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' })

/** A language in words; a tag that says nothing stays as it is. */
function languageWords(tag: string): string {
  try {
    return languageNames.of(tag) ?? tag
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    return tag
  }
}

const kinds: readonly string[] = [
  'explainer',
  'wire-report',
  'news-analysis',
  'institute-commentary',
  'opinion',
] satisfies ArticleKind[]
const isKind = (value: string): value is ArticleKind => kinds.includes(value)

/** What a choice is called. */
export function choiceWords(part: ChoicePart, value: string, translate: Translate): string {
  if (part === 'kinds' && isKind(value)) return translate(`article.kind.${value}`)
  if (part === 'languages') return languageWords(value)
  return value === '' ? translate('filter.nameless') : value
}
