const LONG_WAIT_MS = 20_000
const OFFLINE_AFTER_MS = 1500

/**
 * The way to the desk and back: sends questions one after the other and repeats them, with the same id, until the
 * desk has them; follows the conversation, and takes it up again where it was when the connection was lost.
 *
 * `events` has a function for everything that can happen; `events.conversation` is null before the first question.
 */
export function createConnection(events) {
  const queue = []
  const seen = new Set()
  const unanswered = new Set()
  let conversation = events.conversation
  let stream = null
  let sending = false
  let longTimer = 0
  let offlineTimer = 0

  function take(messages, from = conversation) {
    const fresh = messages.filter(({ id }) => !seen.has(id))
    for (const message of fresh) {
      seen.add(message.id)
      events.onMessage(message, from)
    }
    if (fresh.length > 0) events.onProgress(null)
    return fresh.length > 0
  }

  /** Everything up to this number is here; above it something may still be missing. */
  function completeUpTo() {
    let number = 0
    while (seen.has(number + 1)) number += 1
    return number
  }

  function tellWorking() {
    clearTimeout(longTimer)
    events.onWorking(unanswered.size > 0 ? 'working' : 'idle')
    if (unanswered.size > 0) longTimer = setTimeout(() => events.onWorking('long'), LONG_WAIT_MS)
  }

  function answered(id) {
    unanswered.delete(id)
    tellWorking()
  }

  async function sendAll() {
    if (sending) return
    sending = true
    for (let tries = 0; queue.length > 0; ) {
      const delay = await sendFirst(queue[0])
      if (delay === null) queue.shift()
      else await pause(delay > 0 ? delay : Math.min(10_000, 500 * 2 ** tries))
      tries = delay === null ? 0 : tries + 1
    }
    sending = false
  }

  /** Null when the question is dealt with; else how many milliseconds to wait, 0 when nobody said. */
  async function sendFirst(question) {
    unanswered.add(question.id)
    tellWorking()
    const response = await post(question, conversation)
    if (response === null || response.status >= 500 || response.status === 429) {
      events.onWaiting(question.id)
      return Number(response?.headers.get('retry-after') ?? 0) * 1000
    }
    if (response.status === 404 && conversation !== null) {
      gone()
      return 0
    }
    const body = await response.json().catch(() => ({}))
    events.onSent(question.id, response.ok ? null : (body.error ?? ''))
    if (response.ok) arrived(question, body)
    else answered(question.id)
    return null
  }

  function arrived(question, body) {
    take(body.messages, body.conversation)
    if (!body.pending) answered(question.id)
    if (conversation === body.conversation) return
    conversation = body.conversation
    events.onConversation(conversation)
    open()
  }

  function gone() {
    stream?.close()
    conversation = null
    seen.clear()
    events.onGone()
  }

  function open() {
    if (conversation === null) return
    stream?.close()
    stream = new EventSource(address())
    stream.onopen = online
    stream.onmessage = ({ data }) => {
      if (!take([JSON.parse(data)])) return
      unanswered.clear()
      tellWorking()
    }
    stream.addEventListener('progress', ({ data }) => events.onProgress(JSON.parse(data)))
    stream.onerror = () => {
      // Whoever has the question now tells anew how far it is.
      events.onProgress(null)
      offlineSoon()
      // A browser gives up after an answer that is not a stream, such as "too busy"; it is for us to try again.
      if (stream.readyState === EventSource.CLOSED) setTimeout(reopen, 2000)
    }
  }

  async function reopen() {
    const asked = conversation
    const abort = new AbortController()
    const response = await fetch(address(), { signal: abort.signal }).catch(() => null)
    abort.abort()
    if (asked !== conversation) return
    if (response?.status === 404) gone()
    else open()
  }

  function address() {
    return `/api/chat/${encodeURIComponent(conversation)}/events?after=${completeUpTo()}`
  }

  function offlineSoon() {
    clearTimeout(offlineTimer)
    offlineTimer = setTimeout(() => events.onState('offline'), OFFLINE_AFTER_MS)
  }

  function online() {
    clearTimeout(offlineTimer)
    events.onState('online')
  }

  addEventListener('offline', () => events.onState('offline'))
  addEventListener('online', () => (stream === null ? online() : open()))

  return {
    open,
    send(question) {
      queue.push(question)
      sendAll()
    },
  }
}

async function post({ id, text, action }, conversation) {
  const body = {
    id,
    text: action ? '' : text,
    ...(conversation && { conversation }),
    ...(action && { action }),
  }
  try {
    return await fetch('/api/chat', {
      method: 'POST',
      // Without a name for the conversation nothing of it can be followed until the desk answers.
      headers: { 'content-type': 'application/json', ...(!conversation && { prefer: 'respond-async' }) },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    })
  } catch {
    return null
  }
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
