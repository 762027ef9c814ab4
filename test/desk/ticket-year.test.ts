import { expect, it } from 'vitest'
import { ticketYear } from '../../src/desk/ticket-year.js'

it.each([
  ['2026-12-31T22:59:59Z', 2026],
  ['2026-12-31T23:00:00Z', 2027],
  ['2026-06-30T22:30:00Z', 2026],
])('a ticket of %s has the year of the clock in Brussels', (at, year) => {
  expect(ticketYear(new Date(at))).toBe(year)
})
