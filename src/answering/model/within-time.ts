/**
 * Waits for `work`, but no longer than the signal lets it, whether or not the work itself heeds the signal.
 *
 * @throws the signal's reason when the time is up.
 */
export async function withinTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  work.catch(() => {}) // its end does not matter once the time is up
  signal.throwIfAborted()
  let stop = () => {}
  const late = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([work, late])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
