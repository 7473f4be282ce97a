// Every line that the shell itself says in the terminal. The page's own words are in renderer/messages. Loopback shell.

/** How the program was called, for the lines that say how to call it. `script` is `process.argv[1]`. */
export function commandName(script: string | undefined): string {
  return /[\\/]bookwheel(\.mjs)?$/.test(script ?? '') ? 'bookwheel' : 'npm start --'
}

/** Answer to `--help`; `command` as {@link commandName} gives it. */
export const helpText = (command: string): string => `Usage: ${command} [options]

Opens Bookwheel in your browser. The address is the only line on the standard output.

Options
  --port N      listen at this port of 127.0.0.1 (0: any that is free); default: the one of last time
  --data DIR    keep notes and settings in this folder; default: the environment's BOOKWHEEL_DATA,
                else the folder that the system keeps for Bookwheel
  --no-open     do not open a browser
  --version     say which version this is
  --help        say this
`

/** A command line that cannot be read; `reason` names the option at fault. */
export function wrongCommandLine(reason: string, command: string): string {
  return `${reason}\n${command} --help says what there is`
}

/** The `--port` of the command line is no port. */
export function wrongPort(text: string): string {
  return `--port takes a whole number from 0 to 65535, not "${text}"`
}

/** Somebody else holds the port that was asked for. */
export function portInUse(port: number): string {
  return `port ${port} is in use; choose another with --port, or leave it out and a free one is found`
}

/** The system keeps the port that was asked for to itself. */
export function portNotAllowed(port: number): string {
  return `this system does not let you use port ${port}; choose one above 1023 with --port`
}

/** A browser is being opened. */
export const browserOpening = 'opening your browser; if no page appears, open the address above by hand'

/** No browser could be opened; `reason` is `null` where there is no screen to open it on. */
export function browserNotOpened(reason: string | null): string {
  const why =
    reason === null ? 'there is no screen to open a browser on' : `no browser could be opened (${reason})`
  return `${why}: open the address above by hand; over SSH, forward the same port of 127.0.0.1`
}

/** A stop was asked for. */
export const stopping = 'stopping'

/** Something failed that nobody foresaw; the log line's cause follows. */
export const unforeseenEnd = 'stopped by a failure that nobody foresaw'

/** The port could not be noted for next time. */
export const portNotRemembered = 'the port could not be noted for the next start'
