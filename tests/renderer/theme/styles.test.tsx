import { describe, expect, it } from 'vitest'
import { page, server, userEvent } from 'vitest/browser'
import indexHtml from '../../../renderer/index.html?raw'
import baseCss from '../../../renderer/theme/base.css?raw'
import { createFakeProgram } from '../fake-program.ts'
import { lantern } from '../made-up-library.ts'
import { articleIn, openPage } from '../open-page.tsx'

/** Style elements that neither the build nor the test's own tools have put there. */
const strayStyles = (): HTMLStyleElement[] =>
  [...document.querySelectorAll('style')].filter((style) => !('viteDevId' in style.dataset))

describe('the page’s styles', () => {
  it('are all in files: no library adds a style element, which the security policy would refuse', async () => {
    const before = strayStyles()
    await openPage(createFakeProgram({ workspace: { panes: [{ articleId: lantern.id }] } }))
    await expect.element(articleIn(1)).toBeVisible()
    await userEvent.click(page.getByRole('button', { name: 'Settings' }))
    await expect.element(page.getByRole('dialog')).toBeVisible()
    expect(strayStyles().filter((style) => !before.includes(style))).toEqual([])
  })

  // React Aria leaves its style element out while tests run, so its own source has to say what it would add.
  it('hold the rule that react-aria adds where index.html does not carry its mark', async () => {
    const path = '../node_modules/react-aria/dist/private/interactions/usePress.mjs'
    const source = await server.commands.readFile(path)
    const id = /STYLE_ID = '([\w-]+)'/.exec(source)?.[1] ?? ''
    const attribute = /PRESSABLE_ATTRIBUTE = '([\w-]+)'/.exec(source)?.[1] ?? ''
    const rule = /touch-action: [^;]+;/.exec(source)?.[0] ?? ''
    expect([id, attribute]).toEqual(['react-aria-pressable-style', 'data-react-aria-pressable'])
    expect(source.match(/createElement\('style'\)/g)).toHaveLength(1)

    const html = new DOMParser().parseFromString(indexHtml, 'text/html')
    expect(html.getElementById(id)?.tagName).toBe('META')
    expect(baseCss.replaceAll(/\s+/g, ' ')).toContain(`[${attribute}] { ${rule} }`)
  })
})
