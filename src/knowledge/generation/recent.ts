/** Remembers what was looked up in a file that never changes; forgets everything once it holds too much. */
export class Recent<T, Key = string> {
  readonly #known = new Map<Key, T>()
  readonly #most: number
  readonly #size: (value: T) => number
  #held = 0

  /** @param most how much is kept, each entry being 1 or as big as `size` says */
  constructor(most: number, size: (value: T) => number = () => 1) {
    this.#most = most
    this.#size = size
  }

  get(key: Key, read: () => T): T {
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const value = read()
    this.#held += this.#size(value)
    if (this.#held > this.#most) {
      this.#known.clear()
      this.#held = this.#size(value)
    }
    this.#known.set(key, value)
    return value
  }
}
