// What the system hands to the program: files and links that the reader has opened elsewhere. Runs everywhere.

/** The scheme of links into the library: `bookwheel://article/<id>`. */
export const linkScheme = 'bookwheel'

/** Something that was handed over and that a page is to show. */
export type HandedOver =
  /** A backup file; `id` is what the program knows it by, `fileName` its name without folders. */
  | { kind: 'backup'; id: string; fileName: string }
  /** A link to an article, which the library may lack. */
  | { kind: 'article'; articleId: string }
  /** A link of ours that cannot be read. */
  | { kind: 'unreadable-link' }
