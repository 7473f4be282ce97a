// Keys in a tooltip or a list, each as its own cap.
import type { ReactNode } from 'react'
import { writeKeys } from './write-keys.ts'

/** Shows keys such as `Mod+Enter` in this system's words; nothing where there are none. */
export function KeyWords({ of: keys }: { of: string | undefined }): ReactNode {
  return keys === undefined ? null : <kbd>{writeKeys(keys)}</kbd>
}
