// Keeps annotations with their articles when those change: holds the texts that they were made on, and finds their places
// in a new edition. Plain Node.
import type { Anchor, AnchoredAnnotation, Annotation, CarriedOver } from '../../contract/annotation.ts'
import { isAnchored } from '../../contract/annotation.ts'
import type { Article, ArticleId } from '../../contract/article.ts'
import { articleText } from '../../contract/article-text.ts'
import { Failure } from '../../contract/errors.ts'
import type { AnchorFinder } from '../anchoring/create-anchor-finder.ts'
import type { Placement } from '../anchoring/placement.ts'
import type { Log, Publish, Stores } from '../ports.ts'
import { buildAnchor } from './build-anchor.ts'

/** Carries annotations over from edition to edition. */
export interface EditionKeeper {
  /**
   * Brings the annotations of an article to its present edition, if any were made on another one. What cannot be
   * written now is tried again at the next call; annotations are never dropped. Does not reject but for a defect.
   */
  carryOver(articleId: ArticleId): Promise<void>
  /** All articles of the library, one after another: for the start. */
  carryAllOver(): Promise<void>
  /** Keeps the present text of an article that annotations hang on, and drops those that none hangs on any more. */
  keepText(articleId: ArticleId): void
}

/** What the keeper works with. */
export interface EditionKeeperParts {
  stores: Pick<Stores, 'annotations' | 'annotatedArticles' | 'editions' | 'readOnly'>
  /** `null` for an article that is not in the library: its annotations wait for it. */
  findArticle: (articleId: ArticleId) => Article | null
  finder: AnchorFinder
  publish: Publish
  log: Log
}

/** The anchor that the reader made. */
const ownAnchor = ({ anchor, carriedOver }: AnchoredAnnotation): Anchor =>
  carriedOver === undefined || carriedOver.kind === 'unanchored' ? anchor : carriedOver.from

/** Whether it has been settled where an annotation hangs in an edition, be it nowhere. */
function isSettledIn({ anchor, carriedOver }: AnchoredAnnotation, contentHash: string): boolean {
  return (
    anchor.contentHash === contentHash ||
    (carriedOver?.kind === 'unanchored' && carriedOver.missingIn === contentHash)
  )
}

/** The annotation in the edition `contentHash`; `null` where nothing is known of its place there. */
function settle(
  annotation: AnchoredAnnotation,
  placement: Placement,
  { contentHash, text }: { contentHash: string; text: string },
): Annotation | null {
  const from = ownAnchor(annotation)
  const hang = (anchor: Anchor, carriedOver: CarriedOver): Annotation => ({
    ...annotation,
    anchor,
    carriedOver,
    revision: annotation.revision + 1,
  })
  switch (placement.kind) {
    case 'exact':
      return hang(buildAnchor(text, contentHash, placement), { kind: 'placed', from })
    case 'moved': {
      const { score } = placement
      return hang(buildAnchor(text, contentHash, placement), { kind: 'moved', from, score })
    }
    case 'unanchored':
      return hang(from, { kind: 'unanchored', missingIn: contentHash })
    case 'undecided':
      return null
  }
}

/** An edition that comes back as it was: its annotations hang where the reader put them. */
function takeBack(annotation: AnchoredAnnotation): Annotation {
  const { carriedOver: _carriedOver, ...rest } = annotation
  return { ...rest, anchor: ownAnchor(annotation), revision: annotation.revision + 1 }
}

/** Makes the keeper. */
export function createEditionKeeper(parts: EditionKeeperParts): EditionKeeper {
  const { stores, findArticle, finder, publish, log } = parts
  const underWay = new Map<ArticleId, Promise<void>>()

  /** A write that the system refuses is no reason to fail: the next look at the article tries again. */
  function tryToWrite(write: () => void, what: string): boolean {
    try {
      write()
      return true
    } catch (cause) {
      if (!(cause instanceof Failure)) throw cause
      log.error(what, cause)
      return false
    }
  }

  async function findPlaces(stale: readonly AnchoredAnnotation[], article: Article): Promise<Annotation[]> {
    const { contentHash } = article
    const text = articleText(article.blocks)
    const texts = stores.editions(article.id).read()
    const settled: Annotation[] = []
    // Texts of one edition are searched together: comparing them is most of the work.
    for (const edition of new Set(stale.map((annotation) => ownAnchor(annotation).contentHash))) {
      const annotations = stale.filter((annotation) => ownAnchor(annotation).contentHash === edition)
      if (edition === contentHash) {
        settled.push(...annotations.map(takeBack))
        continue
      }
      const placements = await finder.place({
        oldText: texts[edition] ?? null,
        newText: text,
        anchors: annotations.map(ownAnchor),
      })
      annotations.forEach((annotation, at) => {
        const placement = placements[at]
        const found = placement && settle(annotation, placement, { contentHash, text })
        if (found) settled.push(found)
      })
    }
    return settled
  }

  async function carryOver(articleId: ArticleId): Promise<void> {
    const article = findArticle(articleId)
    if (article === null || stores.readOnly !== null) return
    const store = stores.annotations(articleId)
    const stale = store
      .read()
      .filter(isAnchored)
      .filter((annotation) => !isSettledIn(annotation, article.contentHash))
    if (stale.length === 0) return
    const found = await findPlaces(stale, article)
    // What the reader has changed meanwhile is newer than what was looked for.
    const revisions = new Map(stale.map(({ id, revision }) => [id, revision]))
    const byId = new Map(found.map((annotation) => [annotation.id, annotation]))
    const changed: Annotation[] = []
    const whole = store.read().map((annotation) => {
      const next = byId.get(annotation.id)
      if (next === undefined || revisions.get(annotation.id) !== annotation.revision) return annotation
      changed.push(next)
      return next
    })
    if (changed.length === 0) return
    if (!tryToWrite(() => store.replace(whole), carryingFailed)) return
    for (const annotation of changed) publish({ type: 'annotation-changed', annotation })
    keepText(articleId)
  }

  function keepText(articleId: ArticleId): void {
    const article = findArticle(articleId)
    if (article === null || stores.readOnly !== null) return
    const used = new Set(
      stores
        .annotations(articleId)
        .read()
        .filter(isAnchored)
        .map((annotation) => ownAnchor(annotation).contentHash),
    )
    const store = stores.editions(articleId)
    const held = store.read()
    const kept = Object.fromEntries(Object.entries(held).filter(([hash]) => used.has(hash)))
    if (used.has(article.contentHash)) kept[article.contentHash] ??= articleText(article.blocks)
    const isAsBefore = Object.keys(kept).toSorted().join() === Object.keys(held).toSorted().join()
    if (!isAsBefore) tryToWrite(() => store.replace(kept), keepingFailed)
  }

  function carryOverOnce(articleId: ArticleId): Promise<void> {
    const running = underWay.get(articleId) ?? carryOver(articleId).finally(() => underWay.delete(articleId))
    underWay.set(articleId, running)
    return running
  }

  return {
    carryOver: carryOverOnce,
    async carryAllOver() {
      for (const articleId of stores.annotatedArticles()) {
        await carryOverOnce(articleId)
        keepText(articleId)
      }
    },
    keepText,
  }
}

const carryingFailed = 'annotations could not be carried over to the new edition of their article'
const keepingFailed = 'the text that annotations hang on could not be kept'
