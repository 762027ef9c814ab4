import { createHash } from 'node:crypto'

/**
 * A person key in a form that counts somebody without naming them: 32 hexadecimal digits, the same for the same key.
 *
 * Whoever knows the key finds the count again, to forget it; nobody reads the key from it.
 */
export function personHash(person: string): string {
  return createHash('sha256').update(person).digest('hex').slice(0, 32)
}
