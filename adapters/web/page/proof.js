/**
 * Lets a visitor prove an address: ask a code, type it back, or take it back. The words that come from the desk go
 * in as text.
 */
export function createProof(page) {
  const section = page.querySelector('#proof')
  const words = page.querySelector('#words').dataset
  const part = (name) => section.querySelector(name)
  const [mailForm, codeForm] = [part('.mail-form'), part('.code-form')]
  const state = part('.proof-state')

  function show({ mail, bodies }) {
    const proven = typeof mail === 'string'
    part('summary').textContent = proven ? words.proofKnown + mail : words.proofUnknown
    part('.proof-forget').hidden = !proven
    mailForm.hidden = proven
    if (proven) codeForm.hidden = true
    part('.proof-bodies').textContent = proven
      ? bodies.length > 0
        ? words.proofBodies + bodies.join(', ')
        : words.proofNoBody
      : ''
  }

  async function send(body) {
    state.textContent = ''
    const response = await fetch('/api/proof', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    }).catch(() => null)
    const answer = await response?.json().catch(() => null)
    state.textContent = answer?.text ?? answer?.error ?? words.proofFailed
    if (answer && 'mail' in answer) show(answer)
    return answer?.outcome
  }

  mailForm.addEventListener('submit', async (event) => {
    event.preventDefault()
    if ((await send({ mail: mailForm.elements.mail.value.trim() })) !== 'sent') return
    codeForm.hidden = false
    codeForm.elements.code.value = ''
    codeForm.elements.code.focus()
  })

  codeForm.addEventListener('submit', async (event) => {
    event.preventDefault()
    const outcome = await send({ code: codeForm.elements.code.value })
    if (outcome === 'expired') codeForm.hidden = true
    if (outcome === 'proven') part('summary').focus()
  })

  part('.proof-forget').addEventListener('click', () => send({ forget: true }))

  fetch('/api/proof')
    .then((response) => response.json())
    .then(show)
    .catch(() => {})
}
