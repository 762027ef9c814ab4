import type { Request, Response } from 'express'

/** Reads, writes and removes one cookie. */
export interface NamedCookie {
  /** Null when the request does not carry it. */
  read(request: Request): string | null
  /** @param maxAgeMs after how long the browser forgets it. */
  write(response: Response, value: string, maxAgeMs: number): void
  clear(response: Response): void
}

/**
 * A cookie that scripts cannot read and that other sites' forms do not send along; over https only this very host
 * can set it.
 */
export function namedCookie(name: string, https: boolean): NamedCookie {
  const full = https ? `__Host-${name}` : name
  // Lax, not Strict: coming back from the sign-in provider is a visit from another site.
  const options = { httpOnly: true, sameSite: 'lax', secure: https, path: '/' } as const
  return {
    read: (request) => {
      const pairs = (request.get('cookie') ?? '').split(';').map((pair) => pair.trim())
      const value = pairs.find((pair) => pair.startsWith(`${full}=`))?.slice(full.length + 1)
      return value === undefined || value === '' ? null : value
    },
    write: (response, value, maxAge) => void response.cookie(full, value, { ...options, maxAge }),
    clear: (response) => void response.clearCookie(full, options),
  }
}
