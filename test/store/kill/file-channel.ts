import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import type { Channel } from '../../../src/desk/channel.js'

/**
 * A platform that is a file: a line for each post, there as soon as it is written, whoever is killed then.
 *
 * @param beforeEach called before and after a line is written.
 */
export function fileChannel(file: string, beforeEach: () => void = () => {}): Channel {
  return {
    name: 'slack',
    limits: { maxTextLength: 4000, spacingMs: 0 },
    start: async () => {},
    stop: async () => {},
    async send({ conversation, number }) {
      beforeEach()
      appendFileSync(file, `${conversation} ${number}\n`)
      beforeEach()
      return { kind: 'delivered', platformId: null }
    },
    reconcile: async ({ conversation, number }) =>
      postsIn(file).includes(`${conversation} ${number}`) ? 'delivered' : 'absent',
  }
}

export function postsIn(file: string): readonly string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []
}
