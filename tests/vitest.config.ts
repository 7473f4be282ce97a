// Three kinds of test: plain logic in Node, the page's parts in a real Chromium, the whole program end to end.
import { availableParallelism } from 'node:os'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'

const root = import.meta.dirname
/** As root Chromium cannot use its own sandbox. */
const runsAsRoot = process.getuid?.() === 0

/**
 * Which React the page's tests run on. The one that readers get takes two thirds of the time; the other warns of what
 * a part does wrong and draws everything twice.
 */
const reactBuild = process.env['BOOKWHEEL_REACT'] ?? 'production'

export default defineConfig({
  test: {
    // The page's tests have a Chromium beside these, so that two cores have enough to do.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      {
        test: {
          name: 'unit',
          root,
          environment: 'node',
          // Some go through a file byte by byte, which a busy machine does slowly.
          testTimeout: 20_000,
          // No test leaves anything behind in a module; without a process for each file they take half the time.
          isolate: false,
          setupFiles: ['forbid-network.ts'],
          include: ['electron/**/*.test.ts', 'architecture/**/*.test.ts', 'scripts/**/*.test.ts'],
        },
      },
      {
        plugins: [react()],
        define: { 'process.env.NODE_ENV': JSON.stringify(reactBuild) },
        // Named, so that none is found in the middle of a run: Vite would then load the page anew under a test.
        optimizeDeps: {
          include: [
            '@tanstack/react-virtual',
            'axe-core',
            'fflate',
            'lucide-react',
            'mdast-util-from-markdown',
            'react',
            'react-aria-components',
            'react-dom/client',
            'react-intl',
            'react-resizable-panels',
            'react/jsx-dev-runtime',
            'vitest-browser-react/pure',
            'zod',
            'zustand',
            'zustand/react/shallow',
            'zustand/vanilla',
          ],
        },
        test: {
          name: 'page',
          testTimeout: 10_000,
          // What a test waits for mostly comes within a frame or two; Vitest's own fifty milliseconds are three.
          expect: { poll: { interval: 10 } },
          root,
          // One frame for all files: each would load the whole page anew. What they put on it is cleared by the setup.
          isolate: false,
          setupFiles: ['renderer/clear-page.ts'],
          include: ['renderer/**/*.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              contextOptions: {
                // As large as the frame that tests run in, which would be scaled otherwise.
                viewport: { width: 1280, height: 800 },
                // A Chromium with windows lets a click copy unasked; the one without them asks nobody and refuses.
                permissions: ['clipboard-read', 'clipboard-write'],
              },
              launchOptions: {
                ...(process.env['CHROMIUM_PATH'] ? { executablePath: process.env['CHROMIUM_PATH'] } : {}),
                args: runsAsRoot ? ['--no-sandbox'] : [],
              },
            }),
            instances: [{ browser: 'chromium', viewport: { width: 1280, height: 800 } }],
          },
        },
      },
      {
        test: {
          name: 'end-to-end',
          root,
          environment: 'node',
          // Each file takes all that it starts down again; without a process of its own it need not load Playwright.
          isolate: false,
          include: ['end-to-end/**/*.spec.ts'],
          // Programs and Chromiums start in each test, on a busy machine in several seconds; what is waited for has its own limit.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
