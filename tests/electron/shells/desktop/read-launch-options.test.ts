// What the desktop shell makes of its command line, among Electron's own arguments.
import { describe, expect, it } from 'vitest'
import { readLaunchOptions } from '../../../../electron/shells/desktop/read-launch-options.ts'

describe('readLaunchOptions', () => {
  it.each([
    { argv: ['electron', '.'], folder: null },
    { argv: ['bookwheel'], folder: null },
    { argv: ['electron', '.', '--data', 'notes'], folder: 'notes' },
    { argv: ['electron', '.', '--data=/home/reader/notes'], folder: '/home/reader/notes' },
    { argv: ['electron', '--no-sandbox', '/program', '--data', 'notes'], folder: 'notes' },
    { argv: ['electron', '--inspect=0', '--remote-debugging-port=0', '.', '--data=a b'], folder: 'a b' },
    { argv: ['electron', '.', '--data', 'first', '--data', 'second'], folder: 'second' },
    { argv: ['electron', '.', 'somewhere', '--unknown', 'thing'], folder: null },
  ])('finds $folder in $argv', ({ argv, folder }) => {
    expect(readLaunchOptions(argv)).toEqual({ dataFolder: folder, wantsNewWindow: false })
  })

  it('finds the wish for a further window', () => {
    const argv = ['/opt/Bookwheel/bookwheel', '--data', 'notes', '--new-window']
    expect(readLaunchOptions(argv)).toEqual({ dataFolder: 'notes', wantsNewWindow: true })
  })

  it.each([[['electron', '.', '--data']], [['electron', '.', '--data=']], [['electron', '.', '--data', '']]])(
    'refuses %j, where a folder is missing',
    (argv) => {
      expect(() => readLaunchOptions(argv)).toThrow('--data takes the path of a folder')
    },
  )
})
