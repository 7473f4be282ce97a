// Builds the main process, the preload script, the loopback shell, the search worker and the page.
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const fromRoot = (path: string): string => resolve(import.meta.dirname, path)

export default defineConfig({
  main: {
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
    plugins: [react()],
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
