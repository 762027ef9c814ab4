import fc from 'fast-check'

const pad = (value: number, length: number) => String(value).padStart(length, '0')

/** Valid national register or BIS numbers as eleven digits, of both centuries, unknown dates included. */
export const nationalNumber = (kind: 'register' | 'bis') =>
  fc
    .record({
      year: fc.integer({ min: 0, max: 99 }),
      month: fc.integer({ min: 0, max: 12 }),
      day: fc.integer({ min: 0, max: 28 }),
      serial: fc.integer({ min: 1, max: 997 }),
      shift: kind === 'bis' ? fc.constantFrom(20, 40) : fc.constant(0),
      from2000: fc.boolean(),
    })
    .map(({ year, month, day, serial, shift, from2000 }) => {
      const nine = pad(year, 2) + pad(month + shift, 2) + pad(day, 2) + pad(serial, 3)
      return nine + pad(97 - (Number((from2000 ? '2' : '') + nine) % 97), 2)
    })

/** Puts a number's digits in groups with a separator of its own between each. */
export const layout = (digits: string, groups: readonly number[], separators: readonly string[]) => {
  let at = 0
  return groups
    .map((length, index) => {
      const group = digits.slice(at, at + length)
      at += length
      return index === 0 ? group : (separators[(index - 1) % separators.length] ?? '') + group
    })
    .join('')
}

export const ibanOf = (country: string, account: string) => {
  const digits = [...`${account}${country}00`].map((c) => Number.parseInt(c, 36)).join('')
  return `${country}${pad(98 - Number(BigInt(digits) % 97n), 2)}${account}`
}

/** Twelve digits whose last two are the first ten modulo 97: an account, a card or a payment reference. */
export const twelveDigits = fc.integer({ min: 0, max: 9_999_999_999 }).map((ten) => {
  const rest = ten % 97
  return pad(ten, 10) + pad(rest === 0 ? 97 : rest, 2)
})

export const enterpriseNumber = fc
  .integer({ min: 1_000_000, max: 19_999_999 })
  .map((eight) => pad(eight, 8) + pad(97 - (eight % 97), 2))

export const padded = pad
