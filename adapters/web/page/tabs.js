/**
 * The other tabs of this browser that show the same conversation. What was typed lives only in the tabs: one that
 * opens asks the others for it, and each tells the others what is asked in it.
 */
export function createTabs({ conversation, questions, onQuestion, onSent }) {
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('vraagbaak') : null

  function tell(message) {
    if (conversation() !== null) channel?.postMessage({ ...message, conversation: conversation() })
  }

  channel?.addEventListener('message', ({ data }) => {
    if (data?.conversation !== conversation()) return
    if (data.kind === 'opened') tell({ kind: 'questions', questions: questions() })
    if (data.kind === 'questions') for (const question of data.questions) onQuestion(question)
    if (data.kind === 'sent') onSent(data.id, data.refusal)
  })

  return {
    opened: () => tell({ kind: 'opened' }),
    asked: (question) => tell({ kind: 'questions', questions: [question] }),
    sent: (id, refusal) => tell({ kind: 'sent', id, refusal }),
  }
}
