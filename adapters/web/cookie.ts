import type { Request, Response } from 'express'
import { type Browser, knownBrowser } from './conversation-id.js'

const DAYS = 30

/** Reads and writes the cookie by which a browser is known again. */
export interface BrowserCookie {
  /** Null when the request carries none of ours. */
  read(request: Request): Browser | null
  write(response: Response, browser: Browser): void
}

/** The cookie for a desk reached at this address; scripts cannot read it and other sites cannot send it. */
export function browserCookie(publicUrl: string | null): BrowserCookie {
  const https = publicUrl?.startsWith('https:') ?? false
  // Browsers take a `__Host-` cookie from nobody but this very host, over https.
  const name = https ? '__Host-vraagbaak' : 'vraagbaak'
  return {
    read: (request) => {
      const pairs = (request.get('cookie') ?? '').split(';').map((pair) => pair.trim())
      return knownBrowser(pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1))
    },
    write: (response, { secret }) => {
      const maxAge = DAYS * 24 * 60 * 60 * 1000
      response.cookie(name, secret, { httpOnly: true, sameSite: 'strict', secure: https, path: '/', maxAge })
    },
  }
}
