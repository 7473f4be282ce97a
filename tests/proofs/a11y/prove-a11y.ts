// Brings the program to every state of the pictures and looks at each in every theme and three widths. Runs in Node.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { findViolations } from '../../end-to-end/check-accessibility.ts'
import { launchLoopback } from '../../end-to-end/hosts/launch-loopback.ts'
import { closeSharedChromium } from '../../end-to-end/hosts/shared-chromium.ts'
import { resizeWindow } from '../../end-to-end/pictures/resize-window.ts'
import { deskScenes } from '../../end-to-end/pictures/desk-scenes.ts'
import { dialogScenes } from '../../end-to-end/pictures/dialog-scenes.ts'
import type { Scene } from '../../end-to-end/pictures/scenes.ts'
import { otherScenes, reading } from '../../end-to-end/pictures/scenes.ts'
import type { Program } from '../../end-to-end/program.ts'
import type { Check } from '../shared/check.ts'
import type { Figure } from '../shared/figures.ts'
import { countFigure, reportFigure } from '../shared/figures.ts'
import { measureContrast } from './measure-contrast.ts'
import { leastTarget, measureTargets } from './measure-targets.ts'
import { drawnThemes, showTheme } from './themes.ts'

/** Windows that are looked at; the last is 1280 pixels at 400%, as WCAG 2.2, 1.4.10 asks. */
const sizes = [
  { width: 1440, height: 900 },
  { width: 900, height: 800 },
  { width: 320, height: 640 },
]

/** What was found, by what was looked for. */
interface Findings {
  axe: Check[]
  /** Each fault once, with the first place where it was found. */
  faults: Map<string, { first: string; count: number }>
  targets: Check[]
  reflow: Check[]
  targetCount: number
}

async function lookAt(page: Page, name: string, width: number, findings: Findings): Promise<void> {
  for (const theme of drawnThemes) {
    await showTheme(page, theme)
    const where = `${name}, ${theme}, ${width}`
    const faults = await findViolations(page, theme === 'light' ? 'all' : 'of colours')
    findings.axe.push({ name: where, holds: faults.length === 0, detail: '' })
    // The ids that React Aria makes up differ from run to run.
    for (const fault of faults.map((text) => text.replaceAll(/#react-aria[\w-]+/g, '#…'))) {
      const { first, count } = findings.faults.get(fault) ?? { first: where, count: 0 }
      findings.faults.set(fault, { first, count: count + 1 })
    }
  }
  await showTheme(page, 'light')
  const { count, small } = await measureTargets(page)
  findings.targetCount += count
  findings.targets.push({
    name: `${name}, ${width}`,
    holds: small.length === 0,
    detail: small.slice(0, 4).join(' | '),
  })
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  findings.reflow.push({ name: `${name}, ${width}`, holds: beyond <= 0, detail: `${beyond} pixels too wide` })
}

async function lookAtScene(name: string, scene: Scene, findings: Findings): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bookwheel-a11y-'))
  const programs: Program[] = []
  try {
    for (const size of sizes) {
      const program = await launchLoopback({ dataFolder: mkdtempSync(join(folder, 'data-')) })
      programs.push(program)
      const shown = (await scene.prepare?.(program)) ?? program
      if (shown !== program) programs.push(shown)
      await resizeWindow(shown.page, size)
      await scene.open?.(shown.page, size.width)
      await lookAt(shown.page, name, size.width, findings)
      await Promise.all(programs.splice(0).map((each) => each.dispose()))
    }
  } finally {
    await Promise.all(programs.map((each) => each.dispose()))
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureAllContrast(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bookwheel-a11y-'))
  const program = await launchLoopback({ dataFolder: join(folder, 'data') })
  try {
    const figures: Figure[] = []
    for (const theme of ['light', 'sepia', 'dark'] as const) {
      await showTheme(program.page, theme)
      figures.push(...(await measureContrast(program.page, theme)))
    }
    return figures
  } finally {
    await program.dispose()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Where axe finds nothing, and each of its findings once: a fault of a part that is on every screen is one fault. */
function describeAxe({ axe, faults }: Findings, title: string, goal: number): Figure {
  const failed = [...faults].map(([fault, { first, count }]) => ({
    name: `${count} times, first in ${first}`,
    holds: false,
    detail: fault.replaceAll(/\s+/g, ' '),
  }))
  return { ...countFigure(title, goal, axe), failed }
}

/** Proves it and answers the exit code. With names it looks at these states only. */
export async function proveA11y(names: readonly string[] = []): Promise<number> {
  const all = Object.entries<Scene>({ reading, ...otherScenes, ...dialogScenes, ...deskScenes })
  const scenes = all.filter(([name]) => names.length === 0 || names.includes(name))
  const findings: Findings = { axe: [], faults: new Map(), targets: [], reflow: [], targetCount: 0 }
  try {
    const contrast = await measureAllContrast()
    for (const [name, scene] of scenes) await lookAtScene(name, scene, findings)
    const figures = [
      describeAxe(
        findings,
        `states, themes and widths in which axe finds nothing (${scenes.length} states)`,
        scenes.length * drawnThemes.length * sizes.length,
      ),
      countFigure(
        `states and widths in which every target has ${leastTarget} pixels or the room (${findings.targetCount} targets)`,
        scenes.length * sizes.length,
        findings.targets,
      ),
      countFigure(
        'states and widths without sideways scrolling',
        scenes.length * sizes.length,
        findings.reflow,
      ),
      ...contrast,
    ]
    return figures.map(reportFigure).every(Boolean) ? 0 : 1
  } finally {
    await closeSharedChromium()
  }
}
