// Which links of an article may be handed to the system.
import { describe, expect, it } from 'vitest'
import { readLink } from '../../../../electron/shells/desktop/read-link.ts'

describe('readLink', () => {
  it.each([
    ['https://example.org', 'https://example.org/'],
    ['https://example.org/a b'.replace(' ', '%20'), 'https://example.org/a%20b'],
    [
      'https://example.org:8443/path?query=1&x=%2F#place',
      'https://example.org:8443/path?query=1&x=%2F#place',
    ],
    ['HTTPS://EXAMPLE.ORG/Path', 'https://example.org/Path'],
    ['https://例え.jp/記事', 'https://xn--r8jz45g.jp/%E8%A8%98%E4%BA%8B'],
  ])('takes the web address %s', (address, handedOver) => {
    expect(readLink(address)).toEqual({ kind: 'web', address: handedOver })
  })

  it('shows letters that look like others as what they are', () => {
    expect(readLink('https://еxample.org/')?.address).toBe('https://xn--xample-2of.org/')
  })

  it.each([
    ['mailto:reader@example.org', 'mailto:reader@example.org'],
    [
      'mailto:reader@example.org?subject=Note&body=First%0ASecond&cc=a@example.org',
      'mailto:reader@example.org?subject=Note&body=First%0ASecond&cc=a@example.org',
    ],
  ])('takes the mail address %s', (address, handedOver) => {
    expect(readLink(address)).toEqual({ kind: 'mail', address: handedOver })
  })

  it.each([
    'http://example.org/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'file://server/share/x.exe',
    'smb://server/share',
    '\\\\server\\share',
    '//server/share',
    'ms-msdt:/id PCWDiagnostic',
    'ms-officecmd:{}',
    'search-ms:query=x&crumb=location:\\\\server',
    'vscode://file/etc/passwd',
    'javascript:alert(1)',
    'data:text/html,<script>1</script>',
    'blob:https://example.org/1',
    'about:blank',
    'chrome://settings',
    'app://bookwheel/',
    'tel:+123',
    'https:example.org',
    'https:/example.org',
    'https:///example.org',
    'https://',
    'https://user:word@example.org/',
    'https://bank.example@evil.example/',
    'https:\\\\example.org',
    'https://example.org\\@evil.example/',
    'https://example.org/a b',
    ' https://example.org/',
    'https://example.org/\n',
    'https://exam\tple.org/',
    'https://example.org/\u0000',
    'https://example.org/\u2028x',
    'https://exa mple.org/',
    'https://[::1/',
    'https://999.1.1.1/',
    `https://example.org/${'a'.repeat(2000)}`,
    `https://example.org/${'文'.repeat(700)}`,
    'mailto:',
    'mailto:reader',
    'mailto:a@b@c',
    'mailto:reader@example.org?attach=/etc/passwd',
    'mailto:reader@example.org?attachment=C:%5Csecret',
    'mailto:reader@example.org?subject=x%0D%0ABcc:all@example.org',
    'mailto:reader%0D%0ABcc:all@example.org',
    'example.org',
    '/path',
    '',
  ])('refuses %j', (address) => {
    expect(readLink(address)).toBeNull()
  })
})
