/** Counts by day, for what a model may cost and how often one person may use it; kept by the store. */
export interface ModelLedger {
  /**
   * Adds to a counter of a day and gives its new value; a counter begins at 0, `amount` may be negative.
   *
   * Atomic: of two that add at once each sees the other's. Counters of earlier days may be forgotten.
   *
   * @param day ISO day
   * @param counter `spent`, in millionths of a euro, or `asked/` and a hash of the person
   */
  add(day: string, counter: string, amount: number): Promise<number>
}

/** A ledger of this process alone, which forgets all but the last day. */
export function memoryLedger(): ModelLedger {
  let today = ''
  const counters = new Map<string, number>()
  return {
    async add(day, counter, amount) {
      if (day > today) {
        counters.clear()
        today = day
      }
      const value = (counters.get(counter) ?? 0) + amount
      counters.set(counter, value)
      return value
    },
  }
}
