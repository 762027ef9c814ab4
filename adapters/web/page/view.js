import { createForm } from './form.js'
import { blocks, readableDate } from './text.js'

/**
 * Puts the conversation on the page. Everything that comes from outside goes in as text, never as markup; the words
 * themselves stand in index.html.
 */
export function createView(page) {
  const words = page.querySelector('#words').dataset
  const log = page.querySelector('#log')
  const working = page.querySelector('#working')
  const provisional = page.querySelector('#provisional')
  const connection = page.querySelector('#connection')
  const fieldError = page.querySelector('#ask-error')
  const intro = page.querySelector('#intro')
  const own = new Map()
  let last = 0
  let wasOffline = false
  let state = 'idle'
  let status = null
  let actionListener = () => {}

  function copyOf(template) {
    return page.querySelector(template).content.firstElementChild.cloneNode(true)
  }

  /** A question stands behind the messages that were there when it was asked; then everything by number. */
  function insert(item, number, isOwn) {
    item.dataset.number = String(number + (isOwn ? 0.5 : 0))
    const later = [...log.children].find(
      (other) => Number(other.dataset.number) > Number(item.dataset.number),
    )
    log.insertBefore(item, later ?? null)
    intro.hidden = true
    if (isOwn) item.scrollIntoView({ block: 'nearest' })
    else (questionBefore(item) ?? item).scrollIntoView({ block: 'start' })
  }

  function addText(element, text) {
    for (const { kind, lines } of blocks(text)) {
      const block = page.createElement(kind)
      if (kind === 'p') block.textContent = lines.join('\n')
      else block.append(...lines.map((line) => withText(page.createElement('li'), line)))
      element.append(block)
    }
  }

  function sourceItem(citation) {
    const item = copyOf('#source')
    const part = (name) => item.querySelector(name)
    part('.title').textContent = [citation.title, citation.section].filter(Boolean).join(', ')
    part('.date').textContent = `(${readableDate(citation.date) ?? words.dateUnknown})`
    part('blockquote').textContent = citation.quote
    part('blockquote').lang = citation.language
    part('.passage').href = citation.page
    if (citation.kind === 'samenvatting') {
      part('.kind').hidden = false
      part('.kind').textContent = citation.source ? words.summaryOf + citation.source : words.summary
    }
    if (isWebAddress(citation.url)) {
      part('.original').hidden = false
      part('.original').href = citation.url
    }
    return item
  }

  function addSources(item, citations) {
    if (citations.length === 0) return
    const sources = item.querySelector('.sources')
    sources.hidden = false
    sources.querySelector('h4').textContent = citations.length === 1 ? words.sourceOne : words.sourceMany
    sources.querySelector('ul').append(...citations.map(sourceItem))
  }

  function addFiles(item, files, folder) {
    const list = item.querySelector('.files')
    list.hidden = files.length === 0
    for (const { name, path } of files) {
      const link = withText(page.createElement('a'), `${words.file} (${name})`)
      link.href = `${folder}${path}`
      link.download = name
      list.append(link)
    }
  }

  function addActions(item, actions) {
    const group = item.querySelector('.actions')
    group.hidden = actions.length === 0
    for (const action of actions) {
      const button = withText(page.createElement('button'), action.label)
      button.type = 'button'
      if (action.form) button.setAttribute('aria-expanded', 'false')
      button.addEventListener('click', () =>
        action.form ? toggleForm(item, group, button, action) : press(group, button, action),
      )
      group.append(button)
    }
  }

  /** One form at a time below the buttons of a message; a second press closes it. */
  function toggleForm(item, group, button, action) {
    if (button.getAttribute('aria-disabled') === 'true') return
    const wasOpen = button.getAttribute('aria-expanded') === 'true'
    item.querySelector('.action-form')?.remove()
    for (const other of group.querySelectorAll('[aria-expanded]'))
      other.setAttribute('aria-expanded', 'false')
    if (wasOpen) return
    button.setAttribute('aria-expanded', 'true')
    const form = createForm(page, action.form, (fields, summary) =>
      press(group, button, { ...action, label: [action.label, summary].filter(Boolean).join('\n'), fields }),
    )
    group.after(form)
    form.querySelector('input, select, textarea')?.focus()
  }

  /** A live region: the same words again are not read out again. */
  function showStatus() {
    const shown = status?.status ?? { idle: '', working: words.working, long: words.workingLong }[state]
    if (working.textContent === shown) return
    working.textContent = shown
    working.lang = status?.language ?? ''
  }

  function press(group, button, action) {
    if (button.getAttribute('aria-disabled') === 'true') return
    // Not `disabled`: that would take the focus away from somebody who uses the keyboard.
    for (const other of group.querySelectorAll('button')) other.setAttribute('aria-disabled', 'true')
    button.setAttribute('aria-pressed', 'true')
    actionListener(action)
  }

  return {
    /** Number of the newest message shown; 0 when there is none. */
    lastMessage: () => last,

    /** `folder` is where the files of this conversation are. */
    addMessage(message, folder) {
      const item = copyOf('#desk-message')
      item.classList.add(`kind-${message.kind}`)
      item.querySelector('.who').textContent =
        { 'staff-reply': words.staffReply, notice: words.notice }[message.kind] ?? words.assistant
      const text = item.querySelector('.text')
      text.lang = message.language
      addText(text, message.text)
      if (message.ticket && !message.text.includes(message.ticket.reference)) {
        item.querySelector('.ticket').hidden = false
        item.querySelector('.ticket strong').textContent = message.ticket.reference
      }
      addSources(item, message.citations ?? [])
      addFiles(item, message.files ?? [], folder)
      addActions(item, message.actions ?? [])
      item.querySelector('.actions').lang = message.language
      insert(item, message.id, false)
      last = Math.max(last, message.id)
    },

    addOwn({ id, text, after }) {
      const item = copyOf('#own-message')
      addText(item.querySelector('.text'), text)
      own.set(id, item)
      insert(item, after, true)
    },

    setOwnState(id, state, reason = '') {
      const shown = { sent: '', waiting: words.waiting, refused: words.refused + reason }
      const line = own.get(id)?.querySelector('.state')
      if (line) line.textContent = shown[state]
    },

    setWorking(newState) {
      state = newState
      showStatus()
      if (state === 'working') working.scrollIntoView({ block: 'nearest' })
    },

    /** What the desk shows while it is at work; null when it is not. The sentences grow from one call to the next. */
    setProgress(progress) {
      status = progress
      showStatus()
      const sentences = progress?.sentences ?? []
      const begins = provisional.hidden && sentences.length > 0
      provisional.hidden = sentences.length === 0
      provisional.querySelector('.text').lang = progress?.language ?? ''
      provisional.querySelector('.text p').textContent = sentences.join(' ')
      if (begins) working.scrollIntoView({ block: 'nearest' })
    },

    setConnection(state) {
      const offline = state === 'offline'
      if (offline === wasOffline) return
      wasOffline = offline
      connection.classList.toggle('is-off', offline)
      connection.textContent = offline ? words.offline : words.online
      if (!offline) setTimeout(() => !wasOffline && connection.replaceChildren(), 4000)
    },

    setFieldError(isEmpty) {
      fieldError.textContent = isEmpty ? words.empty : ''
      page.querySelector('#vraag').setAttribute('aria-invalid', String(isEmpty))
    },

    /** The old conversation cannot be continued: what it said goes, a notice comes. */
    tellGone() {
      for (const item of [...log.children]) if (![...own.values()].includes(item)) item.remove()
      last = 0
      connection.textContent = words.gone
    },

    onAction(listener) {
      actionListener = listener
    },

    onExample(listener) {
      for (const button of intro.querySelectorAll('.examples button')) {
        button.addEventListener('click', () => listener(button.textContent))
      }
    },
  }
}

/** A reader wants the question on top and the answer below it, from its first line. */
function questionBefore(item) {
  for (let at = item; at !== null; at = at.previousElementSibling) if (at.classList.contains('own')) return at
  return null
}

function withText(element, text) {
  element.textContent = text
  return element
}

function isWebAddress(url) {
  return typeof url === 'string' && /^https?:\/\//.test(url)
}
