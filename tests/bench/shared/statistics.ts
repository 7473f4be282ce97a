// The two figures that stand for a row of measurements. Pure.

/** The value below which the given share (0 to 1) of the measurements lies; `NaN` where there are none. */
export function quantile(measurements: readonly number[], share: number): number {
  const sorted = measurements.toSorted((left, right) => left - right)
  const place = Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)
  return sorted[Math.max(0, place)] ?? Number.NaN
}

/** Half of the measurements lie below it. */
export const median = (measurements: readonly number[]): number => quantile(measurements, 0.5)

/** 95 of 100 measurements lie below it. */
export const p95 = (measurements: readonly number[]): number => quantile(measurements, 0.95)

/** None lies above it. */
export const longest = (measurements: readonly number[]): number => quantile(measurements, 1)
