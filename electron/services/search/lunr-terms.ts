// The pipeline that turns a normalised word into the term under which lunr keeps it: stop words fall out, the
// rest is stemmed. There is no trimmer: the normaliser yields clean words, and lunr's own trimmer cuts every
// letter that is not ASCII. Runs in the search worker.
import lunr from 'lunr'

const wideZero = '０'.charCodeAt(0)

/**
 * Writes digits as their full-width twins. lunr 2.3.9 finds equal nodes of its token set by a string that joins
 * letters with numbers of nodes, so terms with digits can be taken for one another: some are lost, others appear
 * that no text holds (lunr.js issue 503). The normaliser leaves no full-width digits, so nothing else is met.
 */
function widenDigits(token: lunr.Token): lunr.Token {
  return token.update((term) =>
    term.replace(/[0-9]/g, (digit) => String.fromCharCode(wideZero + Number(digit))),
  )
}

lunr.Pipeline.registerFunction(widenDigits, 'widenDigits')

/** Gives a builder the pipeline of {@link termOf}, for indexing and for searching. */
export function addTermPipeline(builder: lunr.Builder): void {
  for (const pipeline of [builder.pipeline, builder.searchPipeline]) {
    pipeline.add(lunr.stopWordFilter, lunr.stemmer, widenDigits)
  }
}

const pipeline = new lunr.Pipeline()
pipeline.add(lunr.stopWordFilter, lunr.stemmer, widenDigits)

/** The term of a normalised word, or `null` for a stop word, which the index does not hold. */
export function termOf(word: string): string | null {
  return pipeline.runString(word)[0] ?? null
}
