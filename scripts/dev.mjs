// npm run dev: the program in browser mode, kept up to date while one works on it. The page comes from Vite's own server,
// where changes appear at once; what lies behind it is rebuilt and restarted at the same port. All arguments go to the program.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { resolveConfig } from 'electron-vite'
import { build, createServer } from 'vite'
import { forgetBuild } from './ensure-build.mjs'
import { projectFolder } from './run-tool.mjs'

/** @typedef {{ origin: string, token: string, stop: () => Promise<unknown> }} Shell */

const args = process.argv.slice(2)
/** The program has a new token after each restart; the page keeps this one, and the proxy changes it for the program's. */
const pageToken = randomBytes(32).toString('base64url')

/**
 * Starts the built program and waits for its address.
 * @param {readonly string[]} moreArgs
 * @returns {Promise<Shell>}
 */
function startShell(moreArgs) {
  const script = join(projectFolder, 'out', 'main', 'loopback.js')
  const child = spawn(process.execPath, [script, '--no-open', ...args, ...moreArgs], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  return new Promise((resolve, reject) => {
    createInterface(child.stdout).once('line', (line) => {
      const { origin, hash } = new URL(line)
      resolve({
        origin,
        token: hash.slice('#t='.length),
        stop() {
          child.kill('SIGTERM')
          return ended
        },
      })
    })
    child.once('error', reject)
    child.once('close', (code) => reject(new Error(`the program ended with exit code ${code}`)))
  })
}

/**
 * Builds everything but the page, now and after each change.
 * @param {import('vite').InlineConfig} config
 * @param {() => void} onRebuilt called after each build but the first
 * @returns {Promise<void>} resolved after the first build
 */
async function watchMain(config, onRebuilt) {
  const watcher = await build({ ...config, configFile: false })
  if (!('on' in watcher)) throw new Error('Vite did not begin to watch')
  return new Promise((resolve) => {
    let isFirst = true
    watcher.on('event', async (event) => {
      if (event.code === 'ERROR') console.error(event.error.message)
      if (event.code !== 'BUNDLE_END') return
      await event.result.close()
      if (isFirst) resolve()
      else onRebuilt()
      isFirst = false
    })
  })
}

/**
 * Serves the page, and hands its requests on to the program in the dress that the program expects.
 * @param {import('vite').InlineConfig} config
 * @param {() => Shell} currentShell
 */
async function servePage(config, currentShell) {
  const target = currentShell().origin
  const server = await createServer({
    ...config,
    configFile: false,
    server: {
      host: '127.0.0.1',
      cors: false,
      proxy: {
        // Not all of /api: Vite serves the sources in renderer/api from there.
        '^/api/(call/|events$)': {
          target,
          changeOrigin: true,
          configure(proxy) {
            proxy.on('proxyReq', (outgoing, { headers }) => {
              if (headers.origin === pageOrigin()) outgoing.setHeader('origin', target)
              if (headers.authorization === `Bearer ${pageToken}`) {
                outgoing.setHeader('authorization', `Bearer ${currentShell().token}`)
              }
            })
          },
        },
      },
    },
  })
  const pageOrigin = () => new URL(server.resolvedUrls?.local[0] ?? 'about:blank').origin
  await server.listen()
  return { server, address: `${pageOrigin()}/#t=${pageToken}` }
}

// What is built here is meant for work only: the next npm start builds anew.
forgetBuild(projectFolder)
const { config } = await resolveConfig(
  { root: projectFolder, logLevel: 'warn', build: { watch: {} } },
  'serve',
  'development',
)
if (config?.main === undefined || config.renderer === undefined) {
  throw new Error('electron.vite.config.ts says nothing of main or renderer')
}

let restarts = Promise.resolve()
await watchMain(config.main, () => {
  restarts = restarts.then(restart)
})
let shell = await startShell([])
const page = await servePage(config.renderer, () => shell)

async function restart() {
  try {
    await shell.stop()
    shell = await startShell(['--port', new URL(shell.origin).port])
    page.server.ws.send({ type: 'full-reload' })
    console.error('bookwheel: restarted')
  } catch (cause) {
    console.error('bookwheel: not restarted; the next change tries again.', cause)
  }
}

async function stop() {
  await Promise.all([shell.stop(), page.server.close()])
  process.exit(0)
}
process.once('SIGINT', () => void stop())
process.once('SIGTERM', () => void stop())
console.error(`bookwheel: page and program follow your changes at\n${page.address}`)
