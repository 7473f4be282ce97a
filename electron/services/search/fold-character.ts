// Folds written characters to the letters by which words are compared. Pure; runs in the search worker.

/**
 * Marks that change how a letter sounds but not which letter it is. Marks of other scripts (the vowels of Hindi,
 * the voicing of kana) belong to the letter and stay.
 */
const diacritics = new RegExp(
  [
    '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]', // accents of Latin, Greek, Cyrillic
    '[\\u0483-\\u0489]', // Church Slavonic
    '[\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7]', // Hebrew points
    '[\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed]', // Arabic vowel signs
    '\\p{Variation_Selector}',
  ].join('|'),
  'gu',
)

/** Letters of their own in Russian, Ukrainian, Belarusian and Macedonian, though Unicode takes them apart; ё is none. */
const lettersOfTheirOwn = 'йўїѓќ'

/** Letters that Unicode does not take apart, but that readers look up under plain ones. */
const plainLetters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŀ: 'l',
  ς: 'σ',
}

const notAscii = /[^\0-\x7f]/
/** Signs that stand for an apostrophe are letters to Unicode, so they are named. */
const dropped = /[^\p{L}\p{N}\p{M}.]|[\u02b9-\u02bf]|(?<!\p{N})\.|\.(?!\p{N})/gu

function foldLetter(letter: string): string {
  if (lettersOfTheirOwn.includes(letter)) return letter
  const bare = letter.normalize('NFD').replace(diacritics, '')
  return plainLetters[bare] ?? bare
}

/**
 * Folds a word or a part of one: compatible forms (ﬁ, Ａ, Ⅷ) to plain ones by NFKC, lower case, diacritics off.
 * Whatever is no letter, number or mark is dropped, but for the point within a number.
 */
export function foldCharacters(text: string): string {
  const lowered = text.normalize('NFKC').toLowerCase()
  if (!notAscii.test(lowered)) return lowered.replace(dropped, '')
  // Composed first, so that й is seen as one letter however it was written.
  return Array.from(lowered.normalize('NFC'), foldLetter).join('').normalize('NFC').replace(dropped, '')
}
