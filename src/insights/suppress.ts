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
  }

  /** The cheapest way around through a cell, itself included; null when there is none. */
  around(index: number): readonly Step[] | null {
    const cell = this.#cells[index]
    if (cell === undefined) return null
    const ways = [true, false].flatMap((raise) => {
      const own = this.#cost(index, raise)
      const way = own === null ? null : this.#path(index, raise)
      return own === null || way === null
        ? []
        : [{ cost: way.cost + own, steps: [...way.steps, { cell: index, opens: own > 0 }] }]
    })
    return ways.sort((a, b) => a.cost - b.cost)[0]?.steps ?? null
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

  #path(index: number, raise: boolean): { cost: number; steps: readonly Step[] } | null {
    const { from, to } = this.#cells[index] ?? { from: 0, to: 0 }
    const [start, goal] = raise ? [to, from] : [from, to]
    const reached = new Map<number, Arrival>([[start, { cost: 0, via: null, before: start, opens: false }]])
    const open = new Nearest()
    open.add(start, 0)
    const done = new Set<number>()
    for (let node = open.take(); node !== null; node = open.take()) {
      if (node === goal) return { cost: reached.get(goal)?.cost ?? 0, steps: stepsTo(goal, reached) }
      if (done.has(node)) continue
      done.add(node)
      this.#leave(node, index, reached, open)
    }
    return null
  }

  #leave(node: number, except: number, reached: Map<number, Arrival>, open: Nearest) {
    const cost = reached.get(node)?.cost ?? 0
    for (const via of this.#at[node] ?? []) {
      const cell = this.#cells[via]
      if (via === except || cell === undefined) continue
      const forward = cell.from === node
      const step = this.#cost(via, forward)
      if (step === null) continue
      const next = forward ? cell.to : cell.from
      const known = reached.get(next)
      if (known !== undefined && known.cost <= cost + step) continue
      reached.set(next, { cost: cost + step, via, before: node, opens: step > 0 })
      open.add(next, cost + step)
    }
  }
}

interface Arrival {
  readonly cost: number
  readonly via: number | null
  readonly before: number
  readonly opens: boolean
}

function stepsTo(goal: number, reached: ReadonlyMap<number, Arrival>): readonly Step[] {
  const steps: Step[] = []
  for (let arrival = reached.get(goal); arrival?.via != null; arrival = reached.get(arrival.before)) {
    steps.push({ cell: arrival.via, opens: arrival.opens })
  }
  return steps
}
