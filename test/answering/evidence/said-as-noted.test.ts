import { describe, expect, it } from 'vitest'
import { isSaidAs } from '../../../src/answering/evidence/noted-questions.js'

describe('a question said as its author noted it', () => {
  it.each([
    'waarvoor komen jullie op?',
    'Waarvoor komt de VVSG op',
    'waarvoor komen jullie eigenlijk op',
  ])('is it, whoever is meant and however kindly it is put: %s', (text) => {
    expect(
      isSaidAs(text)(['waarvoor komen jullie op', 'waarvoor komt u op', 'waarvoor komt de vvsg op']),
    ).toBe(true)
  })

  it.each([
    'waarvoor komen jullie niet op',
    'waarvoor komt u op in Brussel',
    'wie komt op',
  ])('is not it when a word differs: %s', (text) => {
    expect(isSaidAs(text)(['waarvoor komen jullie op'])).toBe(false)
  })
})
