import type { Request } from 'express'
import type { Records } from '../../desk/ports.js'
import { isLoopback } from '../health.js'
import { hashOf, type RandomToken } from './tokens.js'

/** How long a link works. */
export const LINK_MS = 15 * 60_000

const KIND = 'staff-link'
const LOCAL_NAMES = ['localhost', '127.0.0.1', '[::1]']

/**
 * Makes a link that lets one browser on this machine in, once, as administrator.
 *
 * @param baseUrl where this machine reaches the desk.
 */
export async function oneTimeLink(
  records: Records,
  baseUrl: string,
  now: Date,
  random: RandomToken,
): Promise<string> {
  const token = random()
  await records.put(KIND, hashOf(token), '{}', now, new Date(now.getTime() + LINK_MS))
  return `${baseUrl}/staff/sign-in/link?code=${token}`
}

/** Uses a link up; false when it was never made, was used, or its time is over. */
export async function useLink(records: Records, code: string, now: Date): Promise<boolean> {
  return (await records.take(KIND, hashOf(code), now)) !== null
}

/**
 * Whether a request surely comes from this machine: by its socket, not through a proxy (which makes everybody look
 * local), and not under a foreign name that was made to point here.
 *
 * @param behindProxy whether TRUST_PROXY says that a proxy is in front.
 */
export function isThisMachine(request: Request, behindProxy: boolean): boolean {
  const forwarded = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'].some(
    (name) => request.get(name) !== undefined,
  )
  const host = (request.get('host') ?? '').replace(/:\d+$/, '')
  return !behindProxy && !forwarded && isLoopback(request.socket.remoteAddress) && LOCAL_NAMES.includes(host)
}
