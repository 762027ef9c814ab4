import { userMessage } from '../errors.js'

/** What one check found. `wrong` makes the command fail, `mind` does not. */
export interface Finding {
  /** Stable. */
  readonly name: string
  readonly outcome: 'ok' | 'mind' | 'wrong' | 'skipped'
  /** What was found, in a line or a few; never a secret. */
  readonly detail: string
  /** What to do about it; null when nothing is to be done. */
  readonly fix: string | null
}

export function ok(name: string, detail = ''): Finding {
  return { name, outcome: 'ok', detail, fix: null }
}

export function skipped(name: string, detail: string): Finding {
  return { name, outcome: 'skipped', detail, fix: null }
}

export function mind(name: string, detail: string, fix: string): Finding {
  return { name, outcome: 'mind', detail, fix }
}

export function wrong(name: string, detail: string, fix: string): Finding {
  return { name, outcome: 'wrong', detail, fix }
}

/** Runs a check that throws when something is wrong. */
export async function tried(name: string, fix: string, check: () => unknown): Promise<Finding> {
  try {
    const detail = await check()
    return ok(name, typeof detail === 'string' ? detail : '')
  } catch (error) {
    return wrong(name, said(error), fix)
  }
}

/** Of a stranger's error only the code: its message may quote an address with a password in it. */
export function said(error: unknown): string {
  const own = userMessage(error)
  if (own !== null) return own
  if (!(error instanceof Error)) return 'unknown error'
  // What `fetch` could not do stands in its cause: a name that is not known, a certificate that is not trusted.
  const code = codeOf(error) ?? codeOf(error.cause)
  return code === null ? error.name : `${error.name} ${code}`
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}
