// Keeps positions in a text from falling between the two halves of one character. Pure, runs everywhere.

/**
 * Whether a UTF-16 offset lies between the two units of a surrogate pair, where a text must not be cut:
 * either half alone is no character. Half a pair that stands alone in the text is no pair.
 */
export function isInsideSurrogatePair(text: string, offset: number): boolean {
  return isUnitBetween(text, offset - 1, 0xd800, 0xdbff) && isUnitBetween(text, offset, 0xdc00, 0xdfff)
}

function isUnitBetween(text: string, offset: number, first: number, last: number): boolean {
  const unit = text.charCodeAt(offset) // NaN outside the text, which lies between nothing
  return unit >= first && unit <= last
}
