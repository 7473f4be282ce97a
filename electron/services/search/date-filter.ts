// Compares dates of different precision as stretches of days. Pure; runs in the search worker.
import type { PartialDate } from '../../contract/article.ts'

/** The first and the last day that a date may mean, in an order that text order tells. No month has a day after 31. */
function daysOf(date: PartialDate): { first: string; last: string } {
  const [year = '', month, day] = date.split('-')
  return {
    first: `${year}-${month ?? '01'}-${day ?? '01'}`,
    last: `${year}-${month ?? '12'}-${day ?? '31'}`,
  }
}

/** Whether one date lies before the other whatever days the two mean: 2025 before 2026-02, but 2026 not. */
export function isWhollyBefore(date: PartialDate, other: PartialDate): boolean {
  return daysOf(date).last < daysOf(other).first
}
