/**
 * Cuts a text into paragraphs and lists: `[{ kind: 'p' | 'ul' | 'ol', lines }]`, in order. Items of a list start with
 * a dash, or are numbered from 1.
 */
export function blocks(text) {
  const found = []
  for (const line of text.split('\n').map((one) => one.trim())) {
    const open = found.at(-1)
    const { kind, words } = lineOf(line, open)
    if (words === '') found.push({ kind: 'p', lines: [] })
    else if (open?.kind === kind) open.lines.push(words)
    else found.push({ kind, lines: [words] })
  }
  return found.filter(({ lines }) => lines.length > 0)
}

/** An ISO day in words, `22 november 2026`; other words as they are; null stays null. */
export function readableDate(date) {
  if (!/^\d{4}-\d\d-\d\d$/.test(date ?? '')) return date
  return new Intl.DateTimeFormat('nl-BE', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date))
}

/** A number that does not count on from the item before it is part of the text. */
function lineOf(line, open) {
  const dashed = /^[-•]\s+(.*)$/.exec(line)
  if (dashed) return { kind: 'ul', words: dashed[1] }
  const numbered = /^(\d{1,2})\.\s+(.*)$/.exec(line)
  const next = open?.kind === 'ol' ? open.lines.length + 1 : 1
  if (numbered && Number(numbered[1]) === next) return { kind: 'ol', words: numbered[2] }
  return { kind: 'p', words: line }
}
