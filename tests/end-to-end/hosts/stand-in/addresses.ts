// Chromium alone does not know the program's own scheme, so its pages lie at a secure address that cannot exist:
// `app://bookwheel/x` is `https://bookwheel.app.invalid/x` to Chromium. Runs in the stand-in's process and in tests.

/** The address that Chromium gets for one of the program's. `schemes` are those that the program has registered. */
export function toChromium(address: string, schemes: Iterable<string>): string {
  const parts = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/s.exec(address)
  const [, scheme = '', host = '', rest = ''] = parts ?? []
  if (![...schemes].includes(scheme)) return address
  return `https://${host}.${scheme}.invalid${rest === '' ? '/' : rest}`
}

/** The program's address for one of Chromium's; that of what a page has made itself (`blob:`) included. */
export function toProgram(address: string, schemes: Iterable<string>): string {
  const parts = /^(blob:)?https:\/\/(.+)\.([a-z0-9+-]+)\.invalid(.*)$/s.exec(address)
  const [, prefix = '', host = '', scheme = '', rest = ''] = parts ?? []
  return [...schemes].includes(scheme) ? `${prefix}${scheme}://${host}${rest}` : address
}
