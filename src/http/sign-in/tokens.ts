import { createHash, timingSafeEqual } from 'node:crypto'

/** Unguessable text that fits in an address; 256 bits. */
export type RandomToken = () => string

/** What is kept of a token, so that who reads the database cannot use it. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** Whether two tokens are the same, in a time that tells nothing about where they differ. */
export function sameToken(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(a)), Buffer.from(hashOf(b)))
}
