/**
 * Events of a stream of server-sent events, one by one as they stand in it; what holds no data is left out.
 *
 * @throws Error when the server gave no stream.
 */
export async function* eventsOf(response: Response): AsyncGenerator<string, undefined> {
  if (!response.ok || response.body === null) throw new Error(`The stream said ${response.status}`)
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of response.body) {
    text += decoder.decode(chunk, { stream: true })
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    yield* blocks.filter((block) => /^data:/m.test(block))
  }
  return undefined
}
