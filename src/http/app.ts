import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Router } from 'express'
import helmet from 'helmet'
import type { Logger } from 'pino'
import { WEB_TEXTS } from '../texts/web.js'

/** What the one port is made of. */
export interface AppParts {
  /** Mounted in this order, each at the root. */
  readonly routers: readonly (Router | RequestHandler)[]
  /** Whether members reach the desk over https: only then browsers are told to insist on it. */
  readonly https: boolean
  /** Whether X-Forwarded-For of the nearest proxy is believed. */
  readonly trustProxy: boolean
  readonly log: Logger
}

/**
 * The web application on the one port: strict security headers around the given routers, a plain 404 behind
 * them, and an error answer that tells a visitor nothing about the inside.
 */
export function createApp(parts: AppParts): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', parts.trustProxy ? 1 : false)
  app.use(securityHeaders(parts.https))
  for (const router of parts.routers) app.use(router)
  app.use((_request, response) => {
    response.status(404).type('text/plain').send(WEB_TEXTS.notFound)
  })
  app.use(failure(parts.log))
  return app
}

/** Nothing inline, nothing foreign, nothing framed, and no string ever becomes script. */
function securityHeaders(https: boolean): RequestHandler {
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ["'none'"],
      },
    },
    strictTransportSecurity: https,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: true,
    xFrameOptions: { action: 'deny' },
  })
  return (request, response, next) => {
    response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=()')
    headers(request, response, next)
  }
}

function failure(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error)
    const status = clientStatus(error)
    // Neither the address nor the body: both may hold what a member wrote.
    if (status === 500) log.error({ err: error, method: request.method }, 'request failed')
    response
      .status(status)
      .type('text/plain')
      .send(status === 500 ? WEB_TEXTS.broken : WEB_TEXTS.badRequest)
  }
}

/** Express marks what the client did wrong (a broken escape in the address) with a status below 500. */
function clientStatus(error: unknown): number {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return 500
  return error.status >= 400 && error.status < 500 ? error.status : 500
}
