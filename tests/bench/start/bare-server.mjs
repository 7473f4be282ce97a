// The rival at starting, answering and keeping: the least program that serves a page with a search field, answers what is
// typed there, and writes to disk what a key asks for. Run by bench-start.ts with a folder and a number of bytes.
import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'

const [folder = '.', size = '0'] = process.argv.slice(2)
const bytes = Buffer.alloc(Number(size), 'x')

const page = `<!doctype html>
<html lang="en">
  <title>Rival</title>
  <label>Search <input type="search" /></label>
  <main></main>
  <script type="module">
    const field = document.querySelector('input')
    const ask = async (path) => (await fetch(path, { method: 'POST', body: field.value })).text()
    field.addEventListener('input', async () => {
      document.querySelector('main').textContent = await ask('/answer')
    })
    addEventListener('keydown', ({ target }) => target === field || ask('/keep'))
  </script>
</html>`

function flushFolder() {
  // Windows cannot flush a folder, and does not need to.
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

/** As safe as the program's own writes: whole, flushed, renamed into place. */
function keep() {
  const handle = openSync(join(folder, 'rival.new'), 'w')
  writeSync(handle, bytes)
  fsyncSync(handle)
  closeSync(handle)
  renameSync(join(folder, 'rival.new'), join(folder, 'rival'))
  flushFolder()
}

let answers = 0

const server = createServer((request, response) => {
  request.resume()
  answers += 1
  if (request.url === '/keep') keep()
  const isPage = request.url === '/'
  response.writeHead(200, { 'content-type': isPage ? 'text/html; charset=utf-8' : 'text/plain' })
  response.end(isPage ? page : `answer ${answers}`)
})

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address !== null && typeof address !== 'string') console.log(`http://127.0.0.1:${address.port}/`)
})
