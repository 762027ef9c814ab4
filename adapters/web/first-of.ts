/**
 * A signal that aborts with the first of `signals`, or after `timeoutMs` when that is given; call `forget` when it is
 * no longer needed.
 *
 * Not `AbortSignal.any` with `AbortSignal.timeout`: on Node 20 the garbage collector takes such a time-out away
 * before it fires, and a signal that lives as long as the process gathers every other one it was combined with.
 */
export function firstOf(
  signals: readonly AbortSignal[],
  timeoutMs: number | null,
): { readonly signal: AbortSignal; forget(): void } {
  const first = new AbortController()
  const abort = () => first.abort()
  const timer = timeoutMs === null ? null : setTimeout(abort, timeoutMs)
  for (const signal of signals) {
    signal.addEventListener('abort', abort)
    if (signal.aborted) abort()
  }
  return {
    signal: first.signal,
    forget() {
      if (timer) clearTimeout(timer)
      for (const signal of signals) signal.removeEventListener('abort', abort)
    },
  }
}
