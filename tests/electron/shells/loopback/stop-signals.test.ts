import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { onStopSignal } from '../../../../electron/shells/loopback/stop-signals.ts'

function listen() {
  const source = new EventEmitter()
  const done: string[] = []
  const time = { now: 0 }
  onStopSignal(source, () => time.now, {
    stop: () => done.push('stop'),
    stopAtOnce: () => done.push('stop at once'),
  })
  return { source, done, time }
}

describe('stop signals', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('stop the program: %s', (signal) => {
    const { source, done } = listen()
    source.emit(signal)
    expect(done).toEqual(['stop'])
  })

  it('count as one where Ctrl+C arrives from the terminal and from npm', () => {
    const { source, done, time } = listen()
    source.emit('SIGINT')
    time.now = 500
    source.emit('SIGINT')
    expect(done).toEqual(['stop'])
  })

  it('stop at once where the user asks a second time', () => {
    const { source, done, time } = listen()
    source.emit('SIGINT')
    time.now = 501
    source.emit('SIGTERM')
    expect(done).toEqual(['stop', 'stop at once'])
  })
})
