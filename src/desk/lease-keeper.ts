import type { Clock } from './clock.js'
import type { Leases } from './ports.js'

/** What a keeper works with. */
export interface LeaseKeeperOptions {
  readonly leases: Leases
  /** Which lease, for example `schedule`. */
  readonly name: string
  readonly owner: string
  readonly clock: Clock
  /** How long it stays with a process that says nothing more, in milliseconds; lengthened three times as often. */
  readonly leaseMs: number
  /** Called with true when the lease is ours, and with false when it may be another's from now on. */
  readonly onChange: (held: boolean) => void
  readonly onError: (error: unknown) => void
}

/** Keeps trying to hold a lease, and holds it as long as this process lives: of several, one does the work. */
export class LeaseKeeper {
  readonly #options: LeaseKeeperOptions
  readonly #stopping = new AbortController()
  #heldUntil = 0
  #told = false
  #looping: Promise<void> | null = null

  constructor(options: LeaseKeeperOptions) {
    this.#options = options
  }

  /** Whether the lease is ours at this moment; ask right before work that only its holder may do. */
  get held(): boolean {
    return this.#options.clock.now().getTime() < this.#heldUntil
  }

  start(): void {
    this.#looping ??= this.#loop()
  }

  /** Gives the lease up, so that another process takes it at its next try. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#looping
    if (!this.held) return
    this.#heldUntil = 0
    this.#tell()
    const { leases, name, owner, onError } = this.#options
    await leases.release(name, owner).catch(onError)
  }

  async #loop(): Promise<void> {
    const { clock, leaseMs } = this.#options
    while (!this.#stopping.signal.aborted) {
      await this.#try()
      this.#tell()
      await clock.sleep(leaseMs / 3, this.#stopping.signal)
    }
  }

  async #try(): Promise<void> {
    const { leases, name, owner, clock, leaseMs, onError } = this.#options
    const now = clock.now()
    try {
      this.#heldUntil = (await leases.hold(name, owner, now, leaseMs)) ? now.getTime() + leaseMs : 0
    } catch (error) {
      onError(error) // ours until it runs out, which nobody can shorten
    }
  }

  #tell() {
    if (this.held === this.#told) return
    this.#told = this.held
    this.#options.onChange(this.#told)
  }
}
