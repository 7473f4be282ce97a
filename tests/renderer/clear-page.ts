// Runs before each file of page tests: what a test has put on the page is gone when the next one begins.
import { beforeEach } from 'vitest'
import { cleanup } from 'vitest-browser-react/pure'

beforeEach(cleanup)
