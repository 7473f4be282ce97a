import { describe, expect, it } from 'vitest'
import { readRoute } from '../../../../electron/shells/loopback/read-route.ts'

describe('readRoute', () => {
  it.each([
    ['/api/call/search', { kind: 'call', operation: 'search' }],
    ['/api/call/search?x=1', { kind: 'call', operation: 'search' }],
    ['/api/call/', { kind: 'unknown-api' }],
    ['/api/call/a.b', { kind: 'unknown-api' }],
    ['/api/events', { kind: 'events' }],
    ['/api/events/', { kind: 'unknown-api' }],
    ['/api', { kind: 'unknown-api' }],
    ['/api/', { kind: 'unknown-api' }],
    ['/', { kind: 'page', path: '/' }],
    ['/?x=/api/events', { kind: 'page', path: '/' }],
    ['/apiary.js', { kind: 'page', path: '/apiary.js' }],
    ['/%61pi/events', { kind: 'page', path: '/%61pi/events' }],
    ['http://127.0.0.1/', null],
    ['*', null],
    ['', null],
  ])('reads %s', (target, route) => expect(readRoute(target)).toEqual(route))
})
