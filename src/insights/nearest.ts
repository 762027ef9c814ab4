/** Numbered places by distance: the nearest is taken first. A place can be in it several times. */
export class Nearest {
  readonly #places: number[] = []
  readonly #distances: number[] = []

  add(place: number, distance: number): void {
    let at = this.#places.length
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (this.#distance(parent) <= distance) break
      this.#put(at, this.#places[parent] ?? 0, this.#distance(parent))
      at = parent
    }
    this.#put(at, place, distance)
  }

  /** Null when it is empty. */
  take(): number | null {
    const [first] = this.#places
    const last = this.#places.pop()
    const distance = this.#distances.pop()
    if (first === undefined || last === undefined || distance === undefined) return null
    if (this.#places.length > 0) this.#sink(last, distance)
    return first
  }

  #sink(place: number, distance: number) {
    let at = 0
    for (;;) {
      const left = 2 * at + 1
      const child = this.#distance(left + 1) < this.#distance(left) ? left + 1 : left
      if (this.#distance(child) >= distance) break
      this.#put(at, this.#places[child] ?? 0, this.#distance(child))
      at = child
    }
    this.#put(at, place, distance)
  }

  #distance(at: number): number {
    return this.#distances[at] ?? Number.POSITIVE_INFINITY
  }

  #put(at: number, place: number, distance: number) {
    this.#places[at] = place
    this.#distances[at] = distance
  }
}
