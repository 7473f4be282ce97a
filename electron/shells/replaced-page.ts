// What a reader sees whose program was updated under itself. It brings its own style: what lies on disk now belongs to
// another version. Plain Node, for both shells.

/** The path of {@link replacedStyle}; no build makes a file of this name. */
export const replacedStylePath = '/replaced.css'

/** The page, whole. */
export const replacedPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <link rel="stylesheet" href=".${replacedStylePath}">
    <title>Bookwheel was updated</title>
  </head>
  <body>
    <main>
      <h1>Bookwheel was updated while it was running</h1>
      <p>The files of its page were changed or taken away. Close Bookwheel and start it again.</p>
      <p>Nothing is lost: everything that was said to be saved is on this laptop.</p>
    </main>
  </body>
</html>
`

/** The grounds and inks of the page's own light and dark themes. */
export const replacedStyle = `:root { color-scheme: light dark; background: #f3f0ea; color: #241f1a }
@media (prefers-color-scheme: dark) { :root { background: #181512; color: #e9e2d8 } }
body { margin: 0; font: 1.125rem/1.55 Georgia, 'Times New Roman', serif }
main { max-width: 34rem; margin: 18vh auto 0; padding: 0 1.5rem }
h1 { margin: 0 0 1.25rem; font-size: 1.75rem; line-height: 1.25; text-wrap: balance }
p { margin: 0 0 0.75rem }
`
