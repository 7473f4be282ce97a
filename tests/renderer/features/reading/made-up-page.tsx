// An article's text on a page of its own, as ArticlePage lays it out: the title, then the blocks.
import type { Article } from '../../../../electron/contract/article.ts'
import { ArticleBlocks } from '../../../../renderer/features/reading/article-blocks.tsx'
import type { TextMap } from '../../../../renderer/features/reading/text-map.ts'
import { createTextMap } from '../../../../renderer/features/reading/text-map.ts'
import { renderAtOnce } from '../../render-at-once.ts'
import '../../../../renderer/features/reading/pane.css'

/** The page and its map. */
export interface MadeUpPage {
  root: HTMLElement
  map: TextMap
}

/** Puts an article on the page. */
export async function layOut({ title, blocks }: Pick<Article, 'title' | 'blocks'>): Promise<MadeUpPage> {
  const { container } = await renderAtOnce(
    <article className="article">
      <h1>{title}</h1>
      <ArticleBlocks blocks={blocks} />
    </article>,
  )
  const root = container.querySelector('article')
  if (!root) throw new Error('the article is not on the page')
  return { root, map: createTextMap(root) }
}
