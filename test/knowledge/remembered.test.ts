import { describe, expect, it } from 'vitest'
import { remembered } from '../../src/knowledge/remembered.js'

describe('remembering what a function of a text gave', () => {
  it('asks once for each text, also when the answer is no', () => {
    const asked: string[] = []
    const once = remembered((text) => {
      asked.push(text)
      return text === 'ja'
    })
    expect(['ja', 'nee', 'ja', 'nee'].map(once)).toEqual([true, false, true, false])
    expect(asked).toEqual(['ja', 'nee'])
  })
})
