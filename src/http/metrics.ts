import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** The desk's own figures beside those of the process, for Prometheus. */
export interface Metrics {
  readonly registry: Registry
  /** One turn, with how it ended and how long it took. */
  turn(figures: { readonly channel: string; readonly outcome: string; readonly ms: number }): void
  /** One message that was sent, or was not. */
  send(figures: { readonly channel: string; readonly result: string }): void
  /** One run of a scheduled job. */
  job(name: string, result: 'done' | 'failed' | 'killed' | 'skipped'): void
}

/** Metrics in a registry of their own, so that two desks in one process (tests) do not mix. */
export function createMetrics(openStreams: () => number): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'vraagbaak_' })
  const turns = new Histogram({
    name: 'vraagbaak_turn_seconds',
    help: 'How long a turn took, by channel and outcome',
    labelNames: ['channel', 'outcome'],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  const sends = new Counter({
    name: 'vraagbaak_sends_total',
    help: 'Messages sent to a platform, by how that ended',
    labelNames: ['channel', 'result'],
    registers: [registry],
  })
  const jobs = new Counter({
    name: 'vraagbaak_job_runs_total',
    help: 'Runs of scheduled jobs, by how they ended',
    labelNames: ['job', 'result'],
    registers: [registry],
  })
  new Gauge({
    name: 'vraagbaak_web_streams',
    help: 'Web pages that are listening now',
    registers: [registry],
    collect() {
      this.set(openStreams())
    },
  })
  return {
    registry,
    turn: ({ channel, outcome, ms }) => turns.observe({ channel, outcome }, ms / 1000),
    send: ({ channel, result }) => sends.inc({ channel, result }),
    job: (job, result) => jobs.inc({ job, result }),
  }
}
