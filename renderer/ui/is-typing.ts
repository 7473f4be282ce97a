// Whether a key press belongs to a text field: single-letter keys must then do nothing else.

const textFields = 'input, textarea, select, [contenteditable="true"]'

/** True where the event's target takes text. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(textFields) !== null
}
