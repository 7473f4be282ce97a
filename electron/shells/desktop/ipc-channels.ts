// The two channels between the main process and the page's preload script. Both sides import them from here.

/** Carries a request: operation name and input; answered by a `Result`. */
export const callChannel = 'bookwheel:call'

/** Carries a `BookwheelEvent` to a page. */
export const eventChannel = 'bookwheel:event'
