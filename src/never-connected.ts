const CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/**
 * Whether an error code of Node or its HTTP client says that no connection was ever made, so that nothing can have
 * reached the other side. False for an empty or unknown code: then nobody knows.
 *
 * @example
 * ```ts
 * neverConnected('ECONNREFUSED') // true
 * neverConnected('ECONNRESET') // false: what was sent before may have arrived
 * ```
 */
export function neverConnected(code: string): boolean {
  return CODES.has(code)
}
