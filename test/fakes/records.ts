import type { Records } from '../../src/desk/ports.js'

interface Kept {
  readonly value: string
  readonly until: Date | null
}

/** Records in memory. */
export function memoryRecords(): Records {
  const kept = new Map<string, Map<string, Kept>>()
  const ofKind = (kind: string) => {
    const map = kept.get(kind) ?? new Map<string, Kept>()
    kept.set(kind, map)
    return map
  }
  const current = (kind: string, key: string, now: Date) => {
    const record = ofKind(kind).get(key)
    return record && (record.until === null || record.until > now) ? record.value : null
  }
  return {
    get: async (kind, key, now) => current(kind, key, now),
    put: async (kind, key, value, _now, until) => {
      ofKind(kind).set(key, { value, until })
    },
    add: async (kind, key, value, now, until) => {
      if (current(kind, key, now) !== null) return false
      ofKind(kind).set(key, { value, until })
      return true
    },
    take: async (kind, key, now) => {
      const value = current(kind, key, now)
      ofKind(kind).delete(key)
      return value
    },
    remove: async (kind, key) => {
      ofKind(kind).delete(key)
    },
    list: async (kind, now) =>
      [...ofKind(kind).keys()].sort().flatMap((key) => {
        const value = current(kind, key, now)
        return value === null ? [] : [{ key, value }]
      }),
  }
}
