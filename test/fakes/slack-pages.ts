/** A flag as Slack's forms write it. */
export function isTrue(value: unknown): boolean {
  return value === true || value === 'true'
}

/**
 * One page of messages, as the arguments of a call of history ask for it.
 *
 * @param root `ts` of the message that is always part of it, whatever the bounds; empty for none.
 */
export function pageOf<T extends { readonly ts: string }>(
  messages: readonly T[],
  args: Readonly<Record<string, unknown>>,
  root: string,
): { readonly shown: readonly T[]; readonly next: string } {
  const [oldest, latest] = [Number(args.oldest ?? 0), Number(args.latest ?? Number.POSITIVE_INFINITY)]
  const within = messages.filter(({ ts }) => {
    const at = Number(ts)
    const onBound = isTrue(args.inclusive) && (at === oldest || at === latest)
    return ts === root || (at > oldest && at < latest) || onBound
  })
  const from = Number(args.cursor ?? 0)
  const limit = Math.min(Number(args.limit ?? 100), 999)
  const next = from + limit < within.length ? String(from + limit) : ''
  return { shown: within.slice(from, from + limit), next }
}
