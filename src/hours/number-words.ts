/** Two to twelve; "een" is left to whoever reads it, being nearly always the article. */
export const DUTCH_NUMBERS: Readonly<Record<string, number>> = {
  twee: 2,
  drie: 3,
  vier: 4,
  vijf: 5,
  zes: 6,
  zeven: 7,
  acht: 8,
  negen: 9,
  tien: 10,
  elf: 11,
  twaalf: 12,
}

const ENGLISH_RANKS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first'.split(
    ' ',
  )

/** One to thirty-one, as days of a month are said: "elf november", "de eenentwintigste juli", "the first of May"; without accents. */
export const DAYS_SAID: Readonly<Record<string, number>> = daysSaid()

function daysSaid(): Record<string, number> {
  const ones = words('een twee drie vier vijf zes zeven acht negen')
  const counts = [
    ...ones,
    ...words('tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien'),
  ]
  const tens = [...counts, 'twintig', ...ones.map((one) => `${one}entwintig`), 'dertig', 'eenendertig']
  const ranks = words('eerste tweede derde vierde vijfde zesde zevende achtste negende')
  const dutch = tens.flatMap((count, at): [string, number][] => {
    const rank = ranks[at] ?? (at < 19 ? `${count}de` : `${count}ste`)
    // "den elfden november"
    return [count, rank, `${rank}n`].map((said) => [said, at + 1])
  })
  return Object.fromEntries([...dutch, ...ENGLISH_RANKS.map((rank, at): [string, number] => [rank, at + 1])])
}

function words(text: string): readonly string[] {
  return text.split(' ')
}

/** One to twelve. */
export const ENGLISH_NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
}
