import { describe, expect, it } from 'vitest'
import { readCommandLine } from '../../../../electron/shells/loopback/command-line.ts'
import { commandName, helpText } from '../../../../electron/shells/loopback/messages.ts'

const plainRun = { kind: 'run', port: null, dataFolder: null, opensBrowser: true }

describe('the command line', () => {
  it('asks for a plain run where it is empty', () => {
    expect(readCommandLine([])).toEqual(plainRun)
  })

  it('names port and data folder, and keeps the browser shut', () => {
    expect(readCommandLine(['--port', '8080', '--data=my notes', '--no-open'])).toEqual({
      kind: 'run',
      port: 8080,
      dataFolder: 'my notes',
      opensBrowser: false,
    })
  })

  it.each(['0', '1', '65535'])('takes %s as a port', (port) => {
    expect(readCommandLine(['--port', port])).toEqual({ ...plainRun, port: Number(port) })
  })

  it.each(['65536', '-1', '1.5', '80 ', '0x50', 'http', '', '123456'])('refuses "%s" as a port', (port) => {
    expect(readCommandLine([`--port=${port}`])).toEqual({
      kind: 'wrong',
      message: expect.stringContaining(`--port takes a whole number from 0 to 65535, not "${port}"`),
    })
  })

  it('takes the last of two ports', () => {
    expect(readCommandLine(['--port', '1', '--port', '2'])).toEqual({ ...plainRun, port: 2 })
  })

  it.each([
    [['--colour'], '--colour'],
    [['-p', '80'], '-p'],
    [['article.md'], 'article.md'],
    [['--port'], '--port'],
    [['--port', '--no-open'], '--port'],
    [['--no-open=yes'], '--no-open'],
    [['--data', ''], '--data'],
  ])('refuses %j and names what is at fault', (args, fault) => {
    expect(readCommandLine(args)).toEqual({ kind: 'wrong', message: expect.stringContaining(fault) })
  })

  it('says what there is wherever it was wrong', () => {
    expect(readCommandLine(['--colour'])).toMatchObject({ message: expect.stringContaining('--help') })
  })

  it.each([
    ['/usr/local/bin/bookwheel', 'bookwheel'],
    ['C:\\npm\\node_modules\\bookwheel\\scripts\\bookwheel.mjs', 'bookwheel'],
    ['/home/reader/bookwheel/scripts/start.mjs', 'npm start --'],
    ['/home/reader/bookwheel/out/main/loopback.js', 'npm start --'],
    [undefined, 'npm start --'],
  ])('says of a program started as %j that it is called %j', (script, name) => {
    const command = commandName(script)
    expect(helpText(command)).toContain(`Usage: ${name} [options]`)
    expect(readCommandLine(['--colour'], command)).toMatchObject({
      message: expect.stringContaining(`\n${name} --help`),
    })
  })

  it('asks for help or the version before anything else', () => {
    expect(readCommandLine(['--help', '--port', 'x'])).toEqual({ kind: 'help' })
    expect(readCommandLine(['--version'])).toEqual({ kind: 'version' })
  })
})
