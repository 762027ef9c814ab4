/** What a website asks of robots such as this one. */
export interface Robots {
  allows(url: URL): boolean
  /** Seconds between two requests; null when it does not say. */
  readonly delay: number | null
  /** Addresses of sitemaps it names. */
  readonly sitemaps: readonly string[]
}

interface Rule {
  readonly allow: boolean
  readonly length: number
  /** What stands between the stars. */
  readonly parts: readonly string[]
  readonly ends: boolean
}

/** Nothing is asked. */
export const ALLOW_ALL: Robots = { allows: () => true, delay: null, sitemaps: [] }

const MOST_CHARACTERS = 512 * 1024

/**
 * Reads a robots.txt as RFC 9309 says: the group that names this robot, else the one for all; the longest rule that
 * fits decides, and of two as long the one that allows.
 */
export function parseRobots(text: string, robot: string): Robots {
  const groups = new Map<string, { rules: Rule[]; delay: number | null }>()
  const sitemaps: string[] = []
  let current: { rules: Rule[]; delay: number | null }[] = []
  let naming = false
  for (const [field, value] of fieldsOf(text)) {
    if (field === 'sitemap') sitemaps.push(value)
    else if (field === 'user-agent') {
      if (!naming) current = []
      naming = true
      const name = value.toLowerCase()
      const group = groups.get(name) ?? { rules: [], delay: null }
      groups.set(name, group)
      current.push(group)
    } else {
      naming = false
      for (const group of current) addTo(group, field, value)
    }
  }
  const own = groups.get(robot.toLowerCase()) ?? groups.get('*')
  return { allows: (url) => allowed(own?.rules ?? [], url), delay: own?.delay ?? null, sitemaps }
}

function fieldsOf(text: string): [string, string][] {
  return text
    .slice(0, MOST_CHARACTERS)
    .split(/\r\n?|\n/)
    .map((line) => /^\s*([A-Za-z-]+)\s*:\s*([^#]*)/.exec(line))
    .filter((match) => match !== null)
    .map((match) => [(match[1] ?? '').toLowerCase(), (match[2] ?? '').trim()])
}

function addTo(group: { rules: Rule[]; delay: number | null }, field: string, value: string): void {
  if (field === 'crawl-delay') {
    const seconds = Number(value)
    if (Number.isFinite(seconds) && seconds >= 0) group.delay = seconds
  }
  // An empty rule says nothing.
  if ((field !== 'allow' && field !== 'disallow') || value === '') return
  const ends = value.endsWith('$')
  const parts = (ends ? value.slice(0, -1) : value).split('*')
  group.rules.push({ allow: field === 'allow', length: value.length, parts, ends })
}

/**
 * `*` is anything, `$` at the end is the end. Each part is looked for behind the one before it, so that no rule that a
 * website thinks up takes long.
 */
function fits({ parts, ends }: Rule, path: string): boolean {
  const [first = '', ...rest] = parts
  if (!path.startsWith(first)) return false
  let at = first.length
  for (const [index, part] of rest.entries()) {
    const last = index === rest.length - 1
    const found = last && ends ? path.length - part.length : path.indexOf(part, at)
    if (found < at || !path.startsWith(part, found)) return false
    at = found + part.length
  }
  return !ends || at === path.length
}

function allowed(rules: readonly Rule[], url: URL): boolean {
  const path = `${url.pathname}${url.search}`.slice(0, 2000)
  const fitting = rules.filter((rule) => fits(rule, path))
  const longest = Math.max(...fitting.map(({ length }) => length))
  const deciding = fitting.filter(({ length }) => length === longest)
  return deciding.length === 0 || deciding.some(({ allow }) => allow)
}
