// Folds British and American spelling together, so that each finds the other. Pure; runs in the search worker.
// Each rule goes in the direction that needs no guess: -ize to -ise (every word in -ize has a twin in -ise, but
// "rise" has none in -ize), -our to -or (colour to color, but Colorado stays), -re to -er, and so on. The folded
// form is a key to compare by, not a spelling to show.
import { remember } from './remember.ts'
import {
  beginnings,
  ceStems,
  doubledLStems,
  endings,
  insides,
  ogueStems,
  ourStems,
  reEndings,
  reStems,
  singleLStems,
} from './spelling-lists.ts'

interface Rule {
  pattern: RegExp
  replacement: string
}

const anyOf = (parts: readonly string[]): string => `(?:${parts.join('|')})`
const rule = (pattern: string, replacement: string): Rule => ({ pattern: new RegExp(pattern), replacement })

/** Three letters before -ize keep prize, size and seize apart from prise and their like. */
const izeEnding = '(?:e[drs]?|ers|ings?|ingly|ements?|abl[ey]|ability|ations?|ational|ationally)'

const doubledLEnding = '(?:ed|ing|ings|ingly|ers?|est|ors?|ous|ously|ousness|ists?|able|ens?)'

const rules: Rule[] = [
  rule(`(${anyOf(ourStems)})our`, '$1or'),
  rule(`^(...+)iz(?=${izeEnding}$)`, '$1is'),
  rule('lyz(?=e[drs]?$|ers$|ing$|able$)', 'lys'),
  ...beginnings.map(([british, american]) => rule(`^${british}`, american)),
  ...insides.map(([british, american]) => rule(british, american)),
  ...endings.map(([british, american]) => rule(british, american)),
  rule(`^(${anyOf(reStems)})re(?=$|${anyOf(reEndings)}$)`, '$1er'),
  rule(`^(${anyOf(reStems)})r(?=ed$|ings?$|abl[ey]$|ability$)`, '$1er'),
  rule(`^((?:dis|en|mis|out|over|pre|re|un)?${anyOf(doubledLStems)})l(?=${doubledLEnding}$)`, '$1'),
  rule(`^((?:re|un)?${anyOf(singleLStems)})(?=s?$|ments?$)`, '$1l'),
  rule(`^(${anyOf(ogueStems)})ue(?=s?$)`, '$1'),
  rule(`^(${anyOf(ogueStems)})u(?=ed$|ing$|ers?$)`, '$1'),
  rule(`^(${anyOf(ceStems)})c(?=es?$|ed$|ing$|eless)`, '$1s'),
]

function applyRules(surface: string): string {
  return rules.reduce((word, { pattern, replacement }) => word.replace(pattern, replacement), surface)
}

/** Nearly every word is folded many times over; past this number of distinct ones the memory starts afresh. */
const memoryLimit = 100_000

/**
 * The form under which both spellings of a word meet. Takes a word as `foldCharacters` leaves it; words that
 * both sides of the Atlantic spell alike come back unchanged, or changed into something that is no other word.
 */
export const foldSpelling = remember(applyRules, memoryLimit)

const unfinishedOur = new RegExp(`(${anyOf(ourStems)})ou$`)
const unfinishedIze = /^(...+)iz(?=(?:e[dr]?|i|in|a|at|ati|atio|ab|abl)?$)/

/**
 * The same for a word that is still being typed: "organiza" and "colou" meet the words that begin with "organisa"
 * and "colo". Only good as a prefix, beside the prefix as typed.
 */
export function foldUnfinishedSpelling(surface: string): string {
  return foldSpelling(
    surface.replace(unfinishedOur, '$1o').replace(unfinishedIze, '$1is').replace(/lyz$/, 'lys'),
  )
}
