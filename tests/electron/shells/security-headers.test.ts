import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '../../../electron/shells/content-security-policy.ts'
import { securityHeaders } from '../../../electron/shells/security-headers.ts'

describe('the Content Security Policy', () => {
  it('allows what comes with the program and nothing else', () => {
    expect(contentSecurityPolicy).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; " +
        "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
        "object-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    )
  })
})

describe('the headers of every answer', () => {
  it('hold the policy, keep copies out of caches and other windows away', () => {
    expect(securityHeaders).toEqual({
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringMatching(/^([a-z-]+=\(\)(, |$))+$/),
    })
  })

  it('leave writing to the clipboard alone: notes are copied', () => {
    expect(securityHeaders['permissions-policy']).not.toContain('clipboard-write')
  })
})
