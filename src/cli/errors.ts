/** A command was called in a way it cannot work with; the program ends with exit code 2. */
export class UsageError extends Error {
  readonly code = 'E_USAGE'

  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}

/** Codes of our own are words in capitals (`E_LISTEN`, `STORE_IN_USE`); these prefixes belong to Node and SQLite. */
const OWN_CODE = /^(?!ERR_|SQLITE_)[A-Z]+(_[A-Z]+)+$/

/**
 * The line to print for an error, or null when the error is a fault of the program rather than of its use.
 *
 * Errors that a user can cause carry a stable `code` of ours, and a message that names the file, line or variable
 * and the fix.
 */
export function userMessage(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' && OWN_CODE.test(error.code) ? error.message : null
}
