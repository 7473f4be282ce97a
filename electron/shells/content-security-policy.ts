// What the page may load and do, whichever shell serves it: only what comes with the program, and nothing from outside.

/**
 * The Content Security Policy of every answer of both shells. `blob:` images are pictures of imported articles,
 * which the page fetches itself; Trusted Types shut every way from a string to script.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')
