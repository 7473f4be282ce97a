// Installs the npm package into an empty folder and runs it, on this Node and on the newest. Runs in Node.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { projectFolder } from '../../end-to-end/hosts/program-folder.ts'
import type { Check } from '../shared/check.ts'
import { expectSame } from '../shared/check.ts'
import type { Figure, Skipped } from '../shared/figures.ts'
import { countFigure, sizeFigure } from '../shared/figures.ts'
import { demand, runCommand } from './run-command.ts'
import { runSpecs } from './run-specs.ts'

/** Bytes that the tarball may have: packed, with both families of fonts. */
const tarballBound = 3_000_000

/** Milliseconds in which a program that starts has said its address. */
const patience = 60_000

/** The npm that runs the proof. */
function npm(args: readonly string[], folder: string): Promise<string> {
  const script = process.env['npm_execpath']
  if (script === undefined) throw new Error('start the proof with "npm run prove package"')
  return demand(process.execPath, [script, ...args], { folder })
}

/** Packs the project and installs the tarball in `folder`; answers the paths of both. */
async function install(folder: string): Promise<{ tarball: string; installed: string }> {
  mkdirSync(folder)
  await npm(['pack', '--pack-destination', folder], projectFolder)
  const [name] = readdirSync(folder).filter((file) => file.endsWith('.tgz'))
  if (name === undefined) throw new Error('npm pack left no tarball')
  const place = join(folder, 'empty')
  mkdirSync(place)
  writeFileSync(join(place, 'package.json'), '{ "private": true }')
  await npm(['install', '--offline', '--no-fund', '--no-audit', join(folder, name)], place)
  return { tarball: join(folder, name), installed: join(place, 'node_modules') }
}

/** Starts the program with the given Node, asks it for its library, and stops it. */
async function checkAnswer(options: {
  label: string
  command: readonly string[]
  dataFolder: string
  version: RegExp
}): Promise<Check[]> {
  const { label, command, dataFolder, version } = options
  const [program = '', ...args] = command
  const told = await runCommand(program, [...args, '--version'])
  const child = spawn(program, [...args, '--no-open', '--port', '0', '--data', dataFolder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stderr.resume()
  const ended = once(child, 'close')
  const timer = setTimeout(() => child.kill('SIGKILL'), patience)
  const line = new Promise<string>((resolve) => createInterface(child.stdout).once('line', resolve))
  const address = await Promise.race([line, ended.then(() => null)])
  const answers = address === null ? null : await askForLibrary(new URL(address))
  child.kill('SIGINT')
  const [exitCode]: unknown[] = await ended
  clearTimeout(timer)
  return [
    { name: `${label}: --version`, holds: version.test(told.output), detail: told.output + told.errorOutput },
    expectSame(`${label}: page and articles`, answers, { page: 200, articles: 5 }),
    expectSame(`${label}: exit code`, exitCode, 0),
  ]
}

async function askForLibrary({ origin, hash }: URL): Promise<{ page: number; articles: number }> {
  const page = await fetch(origin)
  const token = new URLSearchParams(hash.slice(1)).get('t')
  const answer = await fetch(`${origin}/api/call/listLibrary`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({}),
  })
  const { value }: { value?: { articles?: unknown[] } } = JSON.parse(await answer.text())
  return { page: page.status, articles: value?.articles?.length ?? 0 }
}

async function checkNodes(installed: string, folder: string): Promise<(Figure | Skipped)[]> {
  const command = join(installed, '.bin', 'bookwheel')
  const version = /^\d+\.\d+\.\d+\n$/
  const own = await checkAnswer({
    label: process.version,
    command: [command],
    dataFolder: join(folder, 'a'),
    version,
  })
  const result = [countFigure(`starts and answers on Node ${process.version}`, 3, own)]
  // npm keeps the newest Node as a package; what it tells is the path of the binary.
  const probe = await runCommand('npx', ['--yes', 'node@24', '--print', 'process.execPath'])
  const node = probe.output.trim()
  if (probe.exitCode !== 0 || node === '') {
    const reason = `npx cannot get node@24 (${probe.errorOutput.trim().split('\n').at(-1)})`
    return [...result, { title: 'the npm package on Node 24', reason }]
  }
  const label = (await demand(node, ['--version'])).trim()
  const script = join(installed, 'bookwheel', 'scripts', 'bookwheel.mjs')
  const checks = await checkAnswer({ label, command: [node, script], dataFolder: join(folder, 'b'), version })
  return [...result, countFigure(`starts and answers on Node ${label}`, 3, checks)]
}

/** Checks the npm package; `folder` must not be there yet. */
export async function checkNpm(folder: string): Promise<(Figure | Skipped)[]> {
  const { tarball, installed } = await install(folder)
  const packages = readdirSync(installed).filter((name) => !name.startsWith('.'))
  const help = await demand(join(installed, '.bin', 'bookwheel'), ['--help'])
  return [
    sizeFigure('size of the npm package', statSync(tarball).size, tarballBound),
    countFigure(
      'npm installs, without a network, this package and no other; its command tells how to use it',
      2,
      [
        expectSame('packages', packages, ['bookwheel']),
        { name: 'help', holds: help.startsWith('Usage: bookwheel [options]'), detail: help },
      ],
    ),
    ...(await checkNodes(installed, folder)),
    countFigure(
      'specs passed by the installed npm package, in browser mode',
      20,
      await runSpecs({ programFolder: join(installed, 'bookwheel'), shell: 'loopback', folder }),
    ),
  ]
}
