import type { Signals, SignalTopic } from '../desk/ports.js'

/** Signals that the store itself gives off when it commits something. */
export interface Announcer extends Signals {
  /** Wakes the listeners of this process. */
  publish(topic: SignalTopic): void
  /** Wakes everybody, after a time in which signals may have been missed. */
  publishAll(): void
}

/** Signals within one process. */
export function localSignals(): Announcer {
  const listeners = new Map<SignalTopic, Set<() => void>>()
  return {
    subscribe(topic, listener) {
      const own = () => listener()
      const set = listeners.get(topic) ?? new Set()
      listeners.set(topic, set.add(own))
      return () => {
        set.delete(own)
        if (set.size === 0 && listeners.get(topic) === set) listeners.delete(topic)
      }
    },
    publish(topic) {
      for (const listener of [...(listeners.get(topic) ?? [])]) listener()
    },
    publishAll() {
      for (const set of [...listeners.values()]) for (const listener of [...set]) listener()
    },
  }
}
