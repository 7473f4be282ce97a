// Builds the main process, the preload script, the loopback shell, the search worker and the page.
import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const fromRoot = (path: string): string => resolve(import.meta.dirname, path)

/** Notes which files of packages went into a part of the program; scripts/write-licences.mjs makes the list of licences of them. */
const notePackages = (part: string): Plugin => ({
  name: 'bookwheel-note-packages',
  writeBundle(_options, bundle) {
    const scripts = Object.values(bundle).flatMap((file) =>
      file.type === 'chunk'
        ? Object.entries(file.modules).flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? id : []))
        : [],
    )
    // Of a style sheet nothing is rendered into a script, but all into the sheets of the page.
    const sheets = [...this.getModuleIds()].filter((id) => /\.css(\?|$)/.test(id))
    const files = [...scripts, ...sheets].filter((id) => id.includes('node_modules'))
    mkdirSync(fromRoot('out/packages'), { recursive: true })
    writeFileSync(join(fromRoot('out/packages'), `${part}.json`), JSON.stringify(files))
  },
})

/** The faces of the first page's letters, as the build names their files. */
const firstFaces = /^(literata-latin-opsz-normal|source-sans-3-latin-wght-normal)-/

/**
 * Has the browser fetch the faces of the first page together with its script. Found only when text asks for them, they
 * would come after it was drawn in other letters, and lines would break anew under the reader's eyes.
 */
const preloadFaces: Plugin = {
  name: 'bookwheel-preload-faces',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) =>
      Object.values(bundle ?? {})
        .filter((file) => firstFaces.test(basename(file.fileName)))
        .map(({ fileName }) => ({
          tag: 'link',
          injectTo: 'head' as const,
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `./${fileName}` },
        })),
  },
}

export default defineConfig({
  main: {
    plugins: [notePackages('main')],
    build: {
      // The loopback shell runs the same chunks on plain Node, so the target is its oldest Node, not Electron's.
      target: 'node20.19',
      // Everything but electron and Node's own modules is bundled: a package needs out/ and corpus/ only.
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          main: fromRoot('electron/shells/desktop/main.ts'),
          loopback: fromRoot('electron/shells/loopback/main.ts'),
        },
      },
    },
  },
  preload: {
    plugins: [notePackages('preload')],
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: fromRoot('electron/shells/desktop/preload.ts') },
        // A sandboxed preload script cannot be an ES module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: fromRoot('renderer'),
    plugins: [react(), preloadFaces, notePackages('page')],
    build: {
      outDir: fromRoot('out/renderer'),
      minify: 'oxc',
      // Inlined assets would be data: addresses, which the Content Security Policy refuses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: fromRoot('renderer/index.html') },
    },
  },
})
