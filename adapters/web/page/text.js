/** Cuts a text into paragraphs and lists: `[{ list, lines }]`, in order. Lines of a list start with a dash. */
export function blocks(text) {
  const found = []
  for (const line of text.split('\n')) {
    const list = /^\s*[-•]\s+/.test(line)
    const open = found.at(-1)
    if (line.trim() === '') found.push({ list: false, lines: [] })
    else if (open && open.list === list) open.lines.push(bare(line, list))
    else found.push({ list, lines: [bare(line, list)] })
  }
  return found.filter(({ lines }) => lines.length > 0)
}

/** An ISO day in words, `22 november 2026`; other words as they are; null stays null. */
export function readableDate(date) {
  if (!/^\d{4}-\d\d-\d\d$/.test(date ?? '')) return date
  return new Intl.DateTimeFormat('nl-BE', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date))
}

function bare(line, list) {
  return list ? line.replace(/^\s*[-•]\s+/, '') : line.trim()
}
