import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readAs } from './interpretation/read.js'

interface Message {
  readonly kind: string
  readonly text: string
}

const FILE = new URL('./interpretation/messages.txt', import.meta.url)
const MESSAGES: readonly Message[] = readFileSync(FILE, 'utf8')
  .split('\n')
  .filter((line) => line.includes('|'))
  .map((line) => ({ kind: line.slice(0, line.indexOf('|')), text: line.slice(line.indexOf('|') + 1) }))

describe('interpret, over many messages', () => {
  const questions = MESSAGES.filter(({ kind }) => kind === 'question')
  const others = MESSAGES.filter(({ kind }) => kind !== 'question')

  it.each(questions)('turns no member away: "$text"', ({ text }) => {
    expect(readAs(text)).toBe('question')
  })

  it('hears at least 95 % of what is no question for what it is', () => {
    const missed = others.filter(({ kind, text }) => readAs(text) !== kind)
    expect(others.length).toBeGreaterThan(200)
    expect(missed.length / others.length, missed.map(({ text }) => text).join('\n')).toBeLessThan(0.05)
  })
})
