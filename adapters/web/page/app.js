import { createConnection } from './connection.js'
import { createMemory } from './memory.js'
import { createProof } from './proof.js'
import { createTabs } from './tabs.js'
import { createView } from './view.js'

const view = createView(document)
const memory = createMemory()
const form = document.querySelector('#ask')
const field = document.querySelector('#vraag')
const startAgain = document.querySelector('#new')

const connection = createConnection({
  conversation: memory.conversation(),
  onConversation: (name) => memory.setConversation(name),
  onMessage: (message, conversation) =>
    view.addMessage(message, `/api/chat/${encodeURIComponent(conversation)}/files/`),
  onSent: (id, refusal) => {
    sent(id, refusal)
    tabs.sent(id, refusal)
  },
  onWaiting: (id) => view.setOwnState(id, 'waiting'),
  onWorking: (state) => view.setWorking(state),
  onProgress: (progress) => view.setProgress(progress),
  onState: (state) => view.setConnection(state),
  onGone: () => {
    memory.forget()
    view.tellGone()
  },
})

const tabs = createTabs({
  conversation: memory.conversation,
  questions: memory.questions,
  onQuestion: (question) => {
    if (memory.questions().some(({ id }) => id === question.id)) return
    memory.add(question)
    view.addOwn(question)
  },
  onSent: sent,
})

function sent(id, refusal) {
  memory.setSent(id)
  view.setOwnState(id, refusal === null ? 'sent' : 'refused', refusal)
}

function ask(text, action) {
  const question = { id: crypto.randomUUID(), text, action, after: view.lastMessage(), sent: false }
  memory.add(question)
  view.addOwn(question)
  tabs.asked(question)
  connection.send(question)
  startAgain.hidden = false
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  const text = field.value.trim()
  view.setFieldError(text === '')
  field.focus()
  if (text === '') return
  field.value = ''
  ask(text, null)
})

field.addEventListener('keydown', (event) => {
  // While an input method is composing, Enter chooses a word and sends nothing.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  event.preventDefault()
  form.requestSubmit()
})

field.addEventListener('input', () => view.setFieldError(false))

view.onExample((text) => {
  field.focus()
  ask(text, null)
})

view.onAction((action) => {
  field.focus()
  const { name, value, fields } = action
  ask(action.label, { name, value, ...(fields && { fields }) })
})

startAgain.addEventListener('click', () => {
  memory.forget()
  location.reload()
})

for (const question of memory.questions()) {
  view.addOwn(question)
  if (!question.sent) connection.send(question)
}
startAgain.hidden = memory.conversation() === null
createProof(document)
connection.open()
tabs.opened()
