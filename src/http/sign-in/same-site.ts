import type { Request } from 'express'
import { sameToken } from './tokens.js'

/** Field of every form that carries the session's token. */
export const TOKEN_FIELD = '_token'
/** Header that carries it where a script posts. */
export const TOKEN_HEADER = 'x-vraagbaak-token'

/**
 * Whether a POST comes from a page of ours: the browser says so. A request that names no site at all, as a program
 * sends it, does not count as ours.
 *
 * @param baseUrl where colleagues reach the desk; a proxy may hide it from `Host`.
 */
export function isFromHere(request: Request, baseUrl: string): boolean {
  const site = request.get('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin') return false
  const origin = request.get('origin')
  if (origin === undefined) return site === 'same-origin'
  return origin === new URL(baseUrl).origin || isOwnLoopback(origin, request)
}

/** On this machine the desk goes by several names: localhost, 127.0.0.1. */
function isOwnLoopback(origin: string, request: Request): boolean {
  const { hostname, host, protocol } = new URL(origin === 'null' ? 'null:' : origin)
  return (
    protocol === 'http:' &&
    ['localhost', '127.0.0.1', '[::1]'].includes(hostname) &&
    host === request.get('host')
  )
}

/** Whether the form, or the script's header, carries the token of the session. */
export function hasToken(request: Request, csrf: string): boolean {
  const body: unknown = request.body
  const field =
    typeof body === 'object' && body !== null && TOKEN_FIELD in body ? body[TOKEN_FIELD] : undefined
  const given = request.get(TOKEN_HEADER) ?? field
  return typeof given === 'string' && sameToken(given, csrf)
}
