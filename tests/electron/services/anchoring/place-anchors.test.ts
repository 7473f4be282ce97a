// Highlights find their words again in a new edition, or say that they have not.
import { describe, expect, it } from 'vitest'
import { placeAnchors } from '../../../../electron/services/anchoring/place-anchors.ts'
import { carried, place, quote, wordsAt } from './quote-in.ts'

const first =
  'On Sunday the foreign minister met his guest in the capital. Both spoke of a “period of great turbulence”, ' +
  'and of a treaty that both sides mean to prolong.'
const second =
  'The guest replied that trade had grown for five years. Energy—oil above all—has the greatest share in it, ' +
  'while farm goods, so far, have hardly any.'
const third =
  'No date has been named for the next meeting. Observers expect it in the spring, after the talks in Geneva.'
const text = [first, second, third].join('\n')

function lettersOf(quoted: string): string {
  return quoted
    .normalize('NFKD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase()
}

const quotations = [
  'the foreign minister',
  'a “period of great turbulence”',
  'has the greatest share in it, while farm goods, so far, have hardly any.',
  'meeting',
  'both sides mean to prolong.\nThe guest replied',
  text,
]

describe('an anchor in a text whose words are the same', () => {
  it.each(quotations)('quotes the same stretch of the same text: %s', (exact) => {
    const anchor = quote(text, exact)
    const { start, end } = anchor
    expect(place(text, text, anchor)).toEqual({ kind: 'exact', start, end, score: 1 })
  })

  it.each([
    ['white space', (old: string) => old.replaceAll(' ', '\n\u00a0 ')],
    ['straight quotation marks', (old: string) => old.replace(/[“”]/g, '"')],
    ['other dashes', (old: string) => old.replaceAll('—', ' -- ')],
    ['capitals', (old: string) => old.toUpperCase()],
    ['ligatures', (old: string) => old.replaceAll('fi', 'ﬁ').replaceAll('ff', 'ﬀ')],
    ['accents apart', (old: string) => old.replaceAll('e', 'e\u0301')],
    ['soft hyphens', (old: string) => old.replace(/(?<=\w\w)(?=\w\w)/g, '\u00ad')],
    ['words broken at the ends of lines', (old: string) => old.replace(/(?<=\w\w\w)(?=[a-z]{3})/g, '-\n')],
    ['all spaces lost', (old: string) => old.replaceAll(' ', '')],
  ])('follows them through %s', (_, rewrite) => {
    for (const exact of quotations) {
      // Each stretch is rewritten by itself, so that the true place is where the rewritten one stands.
      const { start, end } = quote(text, exact)
      const before = rewrite(text.slice(0, start))
      const renewed = before + rewrite(exact) + rewrite(text.slice(end))
      const found = place(text, renewed, quote(text, exact))
      expect(found).toMatchObject({ kind: 'exact', score: 1 })
      expect(lettersOf(wordsAt(renewed, found))).toBe(lettersOf(exact))
    }
  })

  it('keeps the punctuation that was quoted, in the new style, and no other', () => {
    const renewed = text.replace(/[“”]/g, "''").replaceAll('—', ' - ')
    expect(carried(text, renewed, '“period of great turbulence”')).toBe("''period of great turbulence''")
    expect(carried(text, renewed, 'period of great turbulence')).toBe('period of great turbulence')
    expect(carried(text, renewed, '—oil above all—')).toBe('- oil above all -')
    expect(carried(text, renewed, '—')).toBe('-')
    expect(carried(text, renewed, '—', 1)).toBe('-')
  })

  it('begins and ends within a word where it did', () => {
    const renewed = text
      .replace('five years', 'nearly five years')
      .replace('foreign minister', 'for\u00adeign min-\nister')
    expect(carried(text, renewed, 'reign min')).toBe('r\u00adeign min')
    expect(carried(text, renewed, 'ears. Ener')).toBe('ears. Ener')
  })
})

describe('an anchor in a text that has been edited', () => {
  it('covers words put into it, and not those put in beside it', () => {
    const renewed = text.replace('the foreign minister', 'then the old foreign minister')
    expect(carried(text, renewed, 'the foreign minister')).toBe('the old foreign minister')
    expect(carried(text, renewed, 'On Sunday')).toBe('On Sunday')
  })

  it('covers a word that has replaced one at its edge', () => {
    const renewed = text
      .replace('trade had grown', 'commerce had grown')
      .replace('five years', 'five decades')
    expect(carried(text, renewed, 'trade had grown for five years')).toBe(
      'commerce had grown for five decades',
    )
  })

  it('tells by its score that words have changed', () => {
    const anchor = quote(text, 'a treaty that both sides mean to prolong')
    expect(place(text, text.replace('prolong', 'renew'), anchor)).toMatchObject({ kind: 'moved' })
    const found = place(text, text.replace('Geneva', 'Vienna'), anchor)
    expect(found).toMatchObject({ kind: 'exact', score: 1 })
  })

  it('follows a paragraph, and a heading, that has been moved', () => {
    const old = ['Talks and trade', first, second, third].join('\n')
    const renewed = [third, first, 'Talks and trade', second].join('\n')
    for (const exact of ['Talks and trade', 'No date has been named', 'in the spring, after', 'farm goods']) {
      expect(place(old, renewed, quote(old, exact))).toMatchObject({
        kind: 'exact',
        start: renewed.indexOf(exact),
      })
    }
  })

  it('stays with its own copy of words that stand there several times', () => {
    const refrain = 'the talks go on'
    const old = `In May ${refrain}. In June, it is said, ${refrain}. By July ${refrain}, or so they say.`
    const renewed = old.replace('it is said, the talks go on', 'it is said, these talks go on')
    expect(carried(old, renewed, refrain, 0)).toBe(refrain)
    expect(place(old, renewed, quote(old, refrain, 0))).toMatchObject({ start: renewed.indexOf(refrain) })
    expect(carried(old, renewed, refrain, 1)).toBe('these talks go on')
    expect(place(old, renewed, quote(old, refrain, 2))).toMatchObject({ start: renewed.lastIndexOf(refrain) })
  })

  it('tells of a word that is held on one side only', () => {
    const renewed = `${first.slice(0, first.indexOf('capital'))}capital, where it rained and nobody was glad.`
    expect(place(text, renewed, quote(text, 'capital'))).toMatchObject({ kind: 'moved', score: 0.85 })
    expect(place(text, text, quote(text, 'capital'))).toMatchObject({ kind: 'exact' })
  })

  it('keeps the place of which a common word is left, while the words around it stand', () => {
    const changed = text.replace('that trade had', 'that commerce had')
    expect(carried(text, changed, 'that trade')).toBe('that commerce')
  })

  it('is told apart from a paragraph put in that begins alike', () => {
    const renewed = [first, 'The guest had come by train.', second, third].join('\n')
    expect(place(text, renewed, quote(text, 'The guest replied'))).toMatchObject({
      start: renewed.indexOf('The guest replied'),
    })
  })
})

describe('an anchor beside words that begin like others', () => {
  it('stays behind a sentence put in that begins like its own', () => {
    const renewed = text.replace('The guest replied', 'The guest had come by train. The guest replied')
    expect(place(text, renewed, quote(text, 'The guest replied'))).toMatchObject({
      start: renewed.indexOf('The guest replied'),
      kind: 'exact',
    })
  })

  it('is gone with a sentence taken out that began like the next', () => {
    const old = text.replace('The guest replied', 'The guest had come by train. The guest replied')
    expect(carried(old, text, 'The guest had come by train')).toBe('unanchored')
    expect(carried(old, text, 'The guest had')).toBe('unanchored')
    expect(place(old, text, quote(old, 'The guest replied'))).toMatchObject({
      start: text.indexOf('The guest replied'),
    })
  })
})

describe('an anchor whose words are gone', () => {
  it('is unanchored where its paragraph has been taken out', () => {
    const renewed = [first, third].join('\n')
    for (const exact of [
      'The guest replied',
      'trade',
      'the greatest share in it',
      'so far, have hardly any',
      'Energy',
    ]) {
      expect(place(text, renewed, quote(text, exact))).toEqual({ kind: 'unanchored' })
    }
  })

  it('is unanchored where another paragraph has taken the place of its own', () => {
    const other =
      'A spokesman of the port said that the new quay will be ready in the autumn, and that ships are waiting.'
    for (const exact of [
      'trade had grown for five years',
      'has the greatest share in it, while farm goods',
    ]) {
      expect(carried(text, [first, other, third].join('\n'), exact)).toBe('unanchored')
    }
  })

  it('does not go over to a turn of phrase that has come elsewhere', () => {
    const old = `${first}\nNothing was said before the end of the talks.\n${second}\n${third}`
    const renewed = `${first}\n${second}\nThey dined after the end of the talks in a garden.\n${third}`
    expect(carried(old, renewed, 'before the end of the talks')).toBe('unanchored')
    expect(carried(old, renewed, 'the end of the talks')).toBe('unanchored')
  })

  it('does not jump to the copy that is left', () => {
    const refrain = 'the talks go on for another week'
    const old = `${first} In May ${refrain}.\n${second} By July ${refrain}.\n${third}`
    const renewed = old.replace(` In May ${refrain}.`, '')
    expect(carried(old, renewed, refrain, 0)).toBe('unanchored')
    expect(place(old, renewed, quote(old, refrain, 1))).toMatchObject({ start: renewed.indexOf(refrain) })
  })

  it('is unanchored in an empty text', () => {
    expect(carried(text, '', 'trade')).toBe('unanchored')
    expect(carried(text, ' \n…', 'trade')).toBe('unanchored')
  })
})

describe('an anchor whose old text has not been kept', () => {
  it.each([null, ''])('is found by its quotation (%o)', (oldText) => {
    const anchor = quote(text, 'has the greatest share in it')
    const renewed = [third, second.replace('oil above all', 'gas, mostly'), first].join('\n')
    expect(wordsAt(renewed, place(oldText, renewed, anchor))).toBe('has the greatest share in it')
  })

  it('keeps the marks that were quoted at both its ends', () => {
    const anchor = quote(text, '“period of great turbulence”,')
    expect(wordsAt(text, place(null, text, anchor))).toBe('“period of great turbulence”,')
  })

  it('is found by its quotation where the kept text is another one', () => {
    const anchor = quote(text, 'has the greatest share in it')
    expect(wordsAt(text, place(third, text, anchor))).toBe('has the greatest share in it')
  })

  it('is found although a word of it has changed, and told as moved', () => {
    const anchor = quote(text, 'Observers expect it in the spring')
    const renewed = text.replace('expect it in', 'expect this in')
    const found = place(null, renewed, anchor)
    expect(found.kind).toBe('moved')
    expect(wordsAt(renewed, found)).toBe('Observers expect this in the spring')
  })

  it('is told apart by what stands around it', () => {
    const old = `${first}\nThey will meet again in the spring.\n${second}\nThey will meet again in the spring.\n${third}`
    const renewed = `A preface of some words.\n${old}`
    for (const nth of [0, 1]) {
      const anchor = quote(old, 'They will meet again in the spring.', nth)
      expect(place(null, renewed, anchor)).toMatchObject({ start: anchor.start + 25 })
    }
  })

  it('is unanchored where two places are equally likely', () => {
    const anchor = quote(text, 'Energy—oil above all—has the greatest share in it')
    const renewed = `${second}\n${second}`
    expect(place(null, renewed, anchor)).toEqual({ kind: 'unanchored' })
  })

  it('is unanchored where a common word is all that is left', () => {
    expect(place(null, 'It was the talk of the town.', quote(text, 'the'))).toEqual({ kind: 'unanchored' })
    expect(place(null, `${first}\n${third}`, quote(text, 'have hardly any'))).toEqual({ kind: 'unanchored' })
  })
})

describe('an anchor that does not fit its old text', () => {
  it('hangs nowhere when it is empty, not even within a character', () => {
    const anchor = { start: 1, end: 1, exact: '', prefix: '', suffix: '' }
    expect(place('𝔴 x', '𝔴 x', anchor)).toEqual({ kind: 'unanchored' })
  })

  it('is found by its quotation, never by its offsets', () => {
    const anchor = quote(text, 'has the greatest share in it')
    const shifted = { ...anchor, start: 3, end: 30 }
    expect(wordsAt(text, place(text, text, shifted))).not.toBe(text.slice(3, 30))
  })
})

describe('offsets', () => {
  it('never fall between the halves of a character', () => {
    const old = 'A map 🗺️ and 𝔴𝔬𝔯𝔡𝔰 in 漢字𠮷野家 with 👩‍👩‍👧 and more words behind them'
    const renewed = `🗺️ ${old.replaceAll('𝔴𝔬𝔯𝔡𝔰', 'words').replace('more', '𝔪ore')}`
    for (const exact of ['🗺️', '𝔴𝔬𝔯𝔡𝔰', '𠮷', '漢字𠮷野家', '👩‍👩‍👧', 'more words']) {
      const found = place(old, renewed, quote(old, exact))
      expect(found.kind).toBe('exact')
      expect(wordsAt(renewed, found).normalize('NFKC')).toBe(exact.normalize('NFKC'))
    }
  })

  it('are found whatever the writing', () => {
    const old =
      'الكتاب المفتوح على الطاولة\nОна ещё не читала его письма\n会议在北京举行，双方讨论了条约。\nการประชุมจะมีขึ้นในปีหน้า'
    const renewed = `${old.split('\n').toReversed().join('\n')}\nand more`
    for (const exact of ['المفتوح على', 'ещё не читала', '双方讨论了条约', 'จะมีขึ้น']) {
      expect(carried(old, renewed, exact)).toBe(exact)
    }
  })
})

describe('the time', () => {
  it('leaves undecided what it does not suffice for, and places nothing by half', () => {
    const anchors = quotations.map((exact) => quote(text, exact))
    const undecided = anchors.map(() => ({ kind: 'undecided' }))
    expect(placeAnchors({ oldText: text, newText: second, anchors }, () => false)).toEqual(undecided)
    let asked = 0
    const mayGoOn = (): boolean => (asked += 1) <= 3
    const placements = placeAnchors({ oldText: null, newText: text, anchors }, mayGoOn)
    expect(placements.map(({ kind }) => kind === 'undecided')).toEqual([false, false, true, true, true, true])
  })

  it('is spent on no anchors at all for none', () => {
    let asked = 0
    const mayGoOn = (): boolean => (asked += 1) > 0
    expect(placeAnchors({ oldText: text, newText: text, anchors: [] }, mayGoOn)).toEqual([])
    expect(asked).toBe(0)
  })
})
