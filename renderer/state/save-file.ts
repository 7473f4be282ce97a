// Hands a file that the program has made to the browser, which saves it where the reader wants it.
import { fromBase64 } from '../../electron/contract/base64.ts'

/** Milliseconds for which the file is kept in memory: a dialog of the system's may stand open that long. */
const keepTime = 10 * 60 * 1000

/** Offers bytes in base64 as a download of this name. Nothing tells a page whether the reader takes it. */
export function saveFile(fileName: string, bytes: string): void {
  offer(fileName, new Blob([fromBase64(bytes)], { type: 'application/octet-stream' }))
}

/** Offers a text as a download of this name, in UTF-8. */
export function saveText(fileName: string, text: string): void {
  offer(fileName, new Blob([text], { type: 'text/plain;charset=utf-8' }))
}

function offer(fileName: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), keepTime)
}

/** A size in bytes as people say it: `12 KB`, `3.4 MB`. */
export function describeSize(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024))
  return kilobytes < 1000 ? `${kilobytes} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
