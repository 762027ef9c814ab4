/** A command was called in a way it cannot work with; the program ends with exit code 2. */
export class UsageError extends Error {
  readonly code = 'E_USAGE'

  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}

/**
 * The line to print for an error, or null when the error is a fault of the program rather than of its use.
 *
 * Errors that a user can cause carry a stable `code` that starts with `E_`, and a message that names the file, line
 * or variable and the fix.
 */
export function userMessage(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' && error.code.startsWith('E_') ? error.message : null
}
