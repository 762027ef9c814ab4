import { createServer } from 'node:http'
import { z } from 'zod'

const postSchema = z.object({ conversation: z.string(), number: z.number(), text: z.string() })

export type PlatformPost = z.infer<typeof postSchema>

/** A chat platform that answers with a little delay, drops a connection now and then, and remembers every post. */
export interface Platform {
  readonly url: string
  readonly posts: readonly PlatformPost[]
  stop(): Promise<void>
}

export async function startPlatform(): Promise<Platform> {
  const posts: PlatformPost[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const asked = postSchema.parse(JSON.parse(body))
    if (request.url === '/find') {
      const there = posts.some(
        (post) => post.conversation === asked.conversation && post.number === asked.number,
      )
      response.end(there ? 'yes' : 'no')
      return
    }
    posts.push(asked)
    await new Promise((resolve) => setTimeout(resolve, 5))
    if (posts.length % 97 === 0) response.destroy()
    else response.end(String(posts.length))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The platform did not start')
  return {
    url: `http://127.0.0.1:${address.port}`,
    posts,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
