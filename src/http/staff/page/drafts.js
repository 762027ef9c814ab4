const PREFIX = 'vraagbaak-staff/'
const DAYS_KEPT = 7

/** Keeps what is typed in this browser until it was sent; what is older than a week goes. */
export function createDrafts() {
  forgetOld()
  return {
    /** What was typed in a form before; null when there is none. */
    read: (name) => parse(localStorage.getItem(PREFIX + name)),
    keep: (name, values, key) => {
      const empty = Object.values(values).every((value) => value.trim() === '')
      if (empty) localStorage.removeItem(PREFIX + name)
      else localStorage.setItem(PREFIX + name, JSON.stringify({ values, key, at: Date.now() }))
    },
    /** Forgets the drafts that were sent with this key, and no others. */
    sent: (key) => {
      for (const name of names())
        if (parse(localStorage.getItem(name))?.key === key) localStorage.removeItem(name)
    },
    forgetAll: () => {
      for (const name of names()) localStorage.removeItem(name)
    },
  }
}

function forgetOld() {
  const oldest = Date.now() - DAYS_KEPT * 24 * 60 * 60 * 1000
  for (const name of names()) {
    if ((parse(localStorage.getItem(name))?.at ?? 0) < oldest) localStorage.removeItem(name)
  }
}

function names() {
  return Object.keys(localStorage).filter((name) => name.startsWith(PREFIX) && name !== `${PREFIX}keys`)
}

function parse(text) {
  try {
    const value = text === null ? null : JSON.parse(text)
    return value !== null && typeof value === 'object' ? value : null
  } catch {
    return null
  }
}
