import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'

/** What the server does with a request. */
export type Behaviour =
  /** Streams a text in pieces and ends as told. */
  | { readonly kind: 'say'; readonly text: string; readonly finish?: string; readonly gapMs?: number }
  /** Streams a beginning and then nothing, for as long as anybody listens. */
  | { readonly kind: 'stall'; readonly text: string }
  /** Streams a beginning and drops the line. */
  | { readonly kind: 'drop'; readonly text: string }
  /** Takes the request and never answers. */
  | { readonly kind: 'hang' }
  | { readonly kind: 'status'; readonly status: number; readonly body?: string }

/** A request as it came in. */
export interface ModelRequest {
  readonly system: string
  readonly user: string
  readonly body: Readonly<Record<string, unknown>>
  readonly authorization: string | undefined
}

/** An OpenAI-compatible server that does what a test tells it. */
export interface ModelServer {
  /** With `/v1`, as `MODEL_URL` wants it. */
  readonly url: string
  readonly requests: readonly ModelRequest[]
  /** From now on. */
  does(behaviour: Behaviour | ((request: ModelRequest) => Behaviour)): void
  close(): Promise<void>
}

const requestSchema = z.looseObject({
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
})

/** Starts the server on a free port of this machine; until it is told otherwise it says nothing useful. */
export async function startModelServer(): Promise<ModelServer> {
  const requests: ModelRequest[] = []
  let script: (request: ModelRequest) => Behaviour = () => ({ kind: 'status', status: 500 })
  const server = createServer(async (request, response) => {
    const seen = await read(request)
    requests.push(seen)
    await behave(script(seen), response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    does(behaviour) {
      script = typeof behaviour === 'function' ? behaviour : () => behaviour
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function read(request: IncomingMessage): Promise<ModelRequest> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  const body = requestSchema.parse(JSON.parse(text))
  const of = (role: string) => body.messages.find((message) => message.role === role)?.content ?? ''
  return { system: of('system'), user: of('user'), body, authorization: request.headers.authorization }
}

async function behave(behaviour: Behaviour, response: ServerResponse): Promise<void> {
  switch (behaviour.kind) {
    case 'hang':
      return
    case 'status':
      response.writeHead(behaviour.status, { 'content-type': 'application/json' })
      response.end(behaviour.body ?? JSON.stringify({ error: { message: 'no', type: 'server_error' } }))
      return
    default:
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const gapMs = behaviour.kind === 'say' ? (behaviour.gapMs ?? 0) : 0
  for (const piece of piecesOf(behaviour.text)) {
    response.write(event({ choices: [{ index: 0, delta: { role: 'assistant', content: piece } }] }))
    if (gapMs > 0) await sleep(gapMs)
  }
  if (behaviour.kind === 'stall') return
  if (behaviour.kind === 'drop') {
    response.destroy()
    return
  }
  response.write(event({ choices: [{ index: 0, delta: {}, finish_reason: behaviour.finish ?? 'stop' }] }))
  response.write(
    event({ choices: [], usage: { prompt_tokens: 500, completion_tokens: 40, total_tokens: 540 } }),
  )
  response.end('data: [DONE]\n\n')
}

function event(data: object): string {
  const whole = { id: 'c', object: 'chat.completion.chunk', created: 0, model: 'scripted', ...data }
  return `data: ${JSON.stringify(whole)}\n\n`
}

/** Seven characters at a time: pieces fall anywhere in words, numbers and JSON. */
function piecesOf(text: string): readonly string[] {
  return text.match(/[\s\S]{1,7}/gu) ?? []
}

/** The reply of a model that words an answer: sentences with the numbers of their passages. */
export function composed(
  ...sentences: readonly (readonly [text: string, ...passages: number[]])[]
): Behaviour {
  const value = { sentences: sentences.map(([text, ...passages]) => ({ text, passages })) }
  return { kind: 'say', text: JSON.stringify(value) }
}

/** The number of the passage in a prompt that holds these words; 0 when none does. */
export function passageWith(request: ModelRequest, words: string): number {
  const passages = request.user.split('<<<PASSAGE ').slice(1)
  return Number.parseInt(passages.find((passage) => passage.includes(words)) ?? '0', 10)
}
