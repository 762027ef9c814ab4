import { AsyncLocalStorage } from 'node:async_hooks'

const hushed = new AsyncLocalStorage<true>()
const ours = new WeakSet<typeof console.error>()

/**
 * Does a piece of work without what it prints on standard error; whoever else prints meanwhile is heard.
 *
 * For Microsoft's check of signatures, which prints keys and stack traces for each token that it refuses: anybody who
 * finds the address could fill the journal with them.
 */
export function withoutPrinting<T>(work: () => Promise<T>): Promise<T> {
  if (!ours.has(console.error)) {
    const print = console.error
    console.error = (...said: unknown[]) => {
      if (hushed.getStore() === undefined) print(...said)
    }
    ours.add(console.error)
  }
  return hushed.run(true, work)
}
