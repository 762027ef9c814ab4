/**
 * What this browser remembers: which conversation it has, and, until the tab closes, what was asked in it. The
 * desk keeps questions masked and does not send them back.
 */
export function createMemory() {
  const conversationKey = 'vraagbaak.conversation'
  const questionsKey = 'vraagbaak.questions'
  let conversation = read(() => localStorage.getItem(conversationKey))
  let questions =
    conversation === null ? [] : (read(() => JSON.parse(sessionStorage.getItem(questionsKey))) ?? [])

  function save() {
    // Storage can be full or forbidden; then a reload shows the answers without the questions.
    read(() => sessionStorage.setItem(questionsKey, JSON.stringify(questions)))
  }

  return {
    conversation: () => conversation,
    questions: () => questions,
    setConversation(name) {
      if (name === conversation) return
      conversation = name
      read(() => localStorage.setItem(conversationKey, name))
    },
    add(question) {
      questions.push(question)
      save()
    },
    setSent(id) {
      for (const question of questions) if (question.id === id) question.sent = true
      save()
    },
    forget() {
      conversation = null
      questions = []
      read(() => localStorage.removeItem(conversationKey))
      read(() => sessionStorage.removeItem(questionsKey))
    },
  }
}

function read(action) {
  try {
    return action() ?? null
  } catch {
    return null
  }
}
