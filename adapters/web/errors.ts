import type { Response } from 'express'
import { WEB_TEXTS } from '../../src/texts/web.js'

/** Why a request of the page was refused; the name is stable, the text is for the member. */
export type Refusal = keyof typeof WEB_TEXTS.refusals

const STATUS: Readonly<Record<Refusal, number>> = {
  'not-json': 415,
  'bad-request': 400,
  'empty-text': 400,
  'long-text': 400,
  'too-large': 413,
  'unknown-action': 400,
  'foreign-site': 403,
  'not-found': 404,
  'too-fast': 429,
  'too-many-streams': 429,
  unavailable: 503,
}

/** A request that is refused before anything was kept of it. */
export class RefusedError extends Error {
  readonly code = 'E_WEB_REFUSED'
  readonly refusal: Refusal
  /** When to come back, in milliseconds; 0 when there is no use. */
  readonly retryAfterMs: number

  constructor(refusal: Refusal, retryAfterMs = 0, options?: ErrorOptions) {
    super(`The web channel refused a request: ${refusal}`, options)
    this.name = 'RefusedError'
    this.refusal = refusal
    this.retryAfterMs = retryAfterMs
  }
}

/** Answers a request with the refusal's status and `{ error, code }`, the error in words for the member. */
export function refuse(response: Response, { refusal, retryAfterMs }: RefusedError): void {
  if (retryAfterMs > 0) response.set('Retry-After', String(Math.ceil(retryAfterMs / 1000)))
  response.status(STATUS[refusal]).json({ error: WEB_TEXTS.refusals[refusal], code: refusal })
}

/** What went wrong while a request was read or handled, as a refusal; null when it is a fault of our own. */
export function toRefusal(error: unknown): RefusedError | null {
  if (error instanceof RefusedError) return error
  if (!(error instanceof Error)) return null
  // Nothing was kept, or nobody knows: the page sends the same message again.
  if ('code' in error && (error.code === 'STORE_FULL' || error.code === 'STORE_UNAVAILABLE')) {
    return new RefusedError('unavailable', 2000, { cause: error })
  }
  if (!('type' in error)) return null
  if (error.type === 'entity.too.large') return new RefusedError('too-large', 0, { cause: error })
  // Everything else the body parser names: broken JSON, an unknown character set, a cut-off body.
  return new RefusedError('bad-request', 0, { cause: error })
}
