// The page's own end of the bridge, there before any script of the page. Runs in a page.
import { linkWorlds } from './world-link.ts'
import { toPage, toPreload } from './world-names.ts'

linkWorlds(toPreload, toPage)
