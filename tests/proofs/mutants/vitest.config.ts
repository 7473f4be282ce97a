// The unit tests alone, as the proof of mutants runs them in its copy of the project.
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: resolve(import.meta.dirname, '..', '..'),
    environment: 'node',
    maxWorkers: 1,
    include: ['electron/**/*.test.ts'],
  },
})
