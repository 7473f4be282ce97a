// How Chromium is told that its pages live for seconds only. Runs in Node.

/**
 * Arguments of Chromium's command line: no page of a spec lives long enough to earn back what better machine code for its
 * script would cost, nor to need its memory tidied while it opens.
 */
export const forShortLives: readonly string[] = ['--js-flags=--no-opt --no-maglev --min-semi-space-size=32']
