import { expect, it } from 'vitest'
import { isBareAnswer } from '../../src/desk/bare-answer.js'

const MONDAY = '2026-11-23'

it.each([
  'zaterdag 23 januari',
  'liefst op 14 januari 2027 om 14u',
  'vrijdagnamiddag',
  'de tweede graag',
  'optie 3',
  'Saturday 23 January, please',
  '12',
])('answers something and says not what: %s', (text) => {
  expect(isBareAnswer(text, MONDAY)).toBe(true)
})

it.each([
  'zijn jullie zaterdag open?',
  'de eerste schepen',
  'sessie op 14 januari',
  '12 deelnemers',
  'ok',
  'bedankt',
  'VB-2026-0001',
  '',
])('says what it is about, or answers nothing: %s', (text) => {
  expect(isBareAnswer(text, MONDAY)).toBe(false)
})
