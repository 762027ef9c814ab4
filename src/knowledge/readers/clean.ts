const LIGATURES: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
  ĳ: 'ij',
  Ĳ: 'IJ',
}

/**
 * Takes out of a text what machines left in it, line breaks excepted: replacement characters and the words glued
 * by them, soft hyphens, ligatures, odd spaces, control characters.
 *
 * Only a line that holds replacement characters is searched for glued words, so that names such as `CoronaCheck`
 * stay whole everywhere else.
 *
 * @example
 * ```ts
 * cleanText('Window\uFFFD\uFFFDand\uFFFDNamahnRead the update') //=> 'Window and Namahn Read the update'
 * ```
 */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u0085/g, '\n')
    .replace(/\u2029/g, '\n\n')
    .replace(/[\u00ad\u200b-\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[ﬀ-ﬆĳĲ]/g, (ligature) => LIGATURES[ligature] ?? ligature)
    .split('\n')
    .map(cleanLine)
    .join('\n')
}

function cleanLine(line: string): string {
  const unglued = line.includes('\ufffd') ? unglue(line) : line
  return unglued
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\p{Zs}+/gu, ' ')
    .trimEnd()
}

function unglue(line: string): string {
  return line.replace(/\ufffd+/g, ' ').replace(/(?<=\p{L}\p{Ll})(?=\p{Lu}\p{Ll})/gu, ' ')
}

/**
 * Takes out lines that return on most pages: running headers and footers, also when they hold the page number.
 *
 * With fewer than three pages nothing is taken out: repetition means nothing there.
 */
export function withoutRunningLines(pages: readonly string[]): string[] {
  if (pages.length < 3) return [...pages]
  const counts = new Map<string, number>()
  for (const page of pages) {
    for (const key of new Set(edgeLines(page).map(runningKey))) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const isRunning = (line: string) => (counts.get(runningKey(line)) ?? 0) >= Math.max(3, pages.length * 0.6)
  return pages.map((page) => {
    const edges = new Set(edgeLines(page).filter(isRunning))
    return page
      .split('\n')
      .filter((line) => !edges.has(line))
      .join('\n')
  })
}

/** A running line stands among the first or last three lines of its page. */
function edgeLines(page: string): string[] {
  const lines = page.split('\n').filter((line) => line.trim() !== '')
  return [...lines.slice(0, 3), ...lines.slice(-3)]
}

function runningKey(line: string): string {
  return line.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim().toLowerCase()
}
