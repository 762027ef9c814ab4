import { Nearest } from './nearest.js'

/**
 * One figure of a publication. Figures meet in equations: each counts in `to` and against `from`, and every equation
 * comes to zero. A cell of a table stands between its column and its row; a total between its row and the column of
 * totals.
 */
export interface Cell {
  readonly from: number
  readonly to: number
  readonly value: number
  /** Is published whatever happens, so it must not be small. */
  readonly fixed?: boolean
}

/**
 * How a figure is published. `small`: as "fewer than k". `withheld`: not at all, because it would give away another.
 */
export type Shown = 'shown' | 'small' | 'withheld'

/**
 * Hides every figure below `k`, and as many others as it takes that nobody can work a hidden small one out.
 *
 * What readers know is exact: the equations, the figures shown, that small ones are 0 to k - 1, and that what is
 * withheld is not negative. A small figure is safe when it could as well be one higher or lower, all others agreeing;
 * that is a way around through hidden figures, and where there is none the cheapest is opened by withholding more.
 */
export function suppress(equations: number, cells: readonly Cell[], k: number): readonly Shown[] {
  const state: Shown[] = cells.map(({ value, fixed }) => (value < k && fixed !== true ? 'small' : 'shown'))
  const roads = new Roads(equations, cells, state, k)
  const safe = new Set<number>()
  for (const [index, shown] of state.entries()) {
    if (shown !== 'small' || safe.has(index)) continue
    const way = roads.around(index)
    if (way === null) return cells.map(({ fixed }) => (fixed === true ? 'shown' : 'withheld'))
    for (const step of way) {
      safe.add(step.cell)
      if (step.opens) state[step.cell] = 'withheld'
    }
  }
  return state
}

interface Step {
  readonly cell: number
  /** Has to be withheld for it. */
  readonly opens: boolean
}

/** Moving one question along a cell, or back, changes two equations; a way around changes none. */
class Roads {
  readonly #cells: readonly Cell[]
  readonly #state: readonly Shown[]
  readonly #k: number
  /** Cells by the equations they stand in. */
  readonly #at: readonly (readonly number[])[]
  // What the last search found, by equation; entries of earlier searches carry another number.
  #search = 0
  readonly #seen: Int32Array
  readonly #left: Int32Array
  readonly #costs: Float64Array
  readonly #via: Int32Array
  readonly #before: Int32Array

  constructor(equations: number, cells: readonly Cell[], state: readonly Shown[], k: number) {
    this.#cells = cells
    this.#state = state
    this.#k = k
    const at: number[][] = Array.from({ length: equations }, () => [])
    for (const [index, { from, to }] of cells.entries()) {
      at[from]?.push(index)
      at[to]?.push(index)
    }
    this.#at = at
    this.#seen = new Int32Array(equations)
    this.#left = new Int32Array(equations)
    this.#costs = new Float64Array(equations)
    this.#via = new Int32Array(equations)
    this.#before = new Int32Array(equations)
  }

  /** The cheapest way around through a cell, itself included; null when there is none. */
  around(index: number): readonly Step[] | null {
    const up = this.#way(index, true)
    if (up?.cost === 0) return up.steps
    const down = this.#way(index, false)
    if (up === null || down === null) return (up ?? down)?.steps ?? null
    return (down.cost < up.cost ? down : up).steps
  }

  #way(index: number, raise: boolean): { readonly cost: number; readonly steps: readonly Step[] } | null {
    const own = this.#cost(index, raise)
    const { from, to } = this.#cells[index] ?? { from: 0, to: 0 }
    const [start, goal] = raise ? [to, from] : [from, to]
    const cost = own === null ? null : this.#reach(start, goal, index)
    if (own === null || cost === null) return null
    return { cost: cost + own, steps: [...this.#stepsTo(goal), { cell: index, opens: own > 0 }] }
  }

  /** What it costs to let a cell be one higher, or lower: nothing when readers think so already; null when it cannot be. */
  #cost(index: number, raise: boolean): number | null {
    const cell = this.#cells[index]
    if (cell === undefined || cell.fixed === true || (!raise && cell.value === 0)) return null
    const state = this.#state[index]
    if (state === 'withheld') return 0
    if (state === 'small') return raise && cell.value === this.#k - 1 ? 1 : 0
    return cell.value
  }

  /** Finds the cheapest way from one equation to another without a cell; what it costs, null when there is none. */
  #reach(start: number, goal: number, except: number): number | null {
    this.#search += 1
    this.#arrive(start, 0, -1, -1)
    const open = new Nearest()
    open.add(start, 0)
    for (let node = open.take(); node !== null; node = open.take()) {
      if (node === goal) return this.#costs[goal] ?? 0
      if (this.#left[node] === this.#search) continue
      this.#left[node] = this.#search
      this.#leave(node, except, open)
    }
    return null
  }

  #leave(node: number, except: number, open: Nearest) {
    const cost = this.#costs[node] ?? 0
    for (const via of this.#at[node] ?? []) {
      const cell = this.#cells[via]
      if (via === except || cell === undefined) continue
      const forward = cell.from === node
      const step = this.#cost(via, forward)
      if (step === null) continue
      const next = forward ? cell.to : cell.from
      if (this.#seen[next] === this.#search && (this.#costs[next] ?? 0) <= cost + step) continue
      this.#arrive(next, cost + step, via, node)
      open.add(next, cost + step)
    }
  }

  #arrive(node: number, cost: number, via: number, before: number) {
    this.#seen[node] = this.#search
    this.#costs[node] = cost
    this.#via[node] = via
    this.#before[node] = before
  }

  #stepsTo(goal: number): readonly Step[] {
    const steps: Step[] = []
    for (let node = goal; (this.#via[node] ?? -1) >= 0; node = this.#before[node] ?? -1) {
      const before = this.#before[node] ?? -1
      const opens = (this.#costs[node] ?? 0) > (this.#costs[before] ?? 0)
      steps.push({ cell: this.#via[node] ?? 0, opens })
    }
    return steps
  }
}
