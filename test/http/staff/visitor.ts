/** A browser without a screen: keeps cookies per host and says where its requests come from, as browsers do. */
export class Visitor {
  readonly #cookies = new Map<string, Map<string, string>>()

  /** Follows redirects by hand, so that cookies are kept on the way. */
  async get(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Visit> {
    let at = new URL(url)
    for (let step = 0; step < 12; step += 1) {
      const visit = await this.#request(at, { headers })
      const next = visit.status >= 300 && visit.status < 400 ? visit.headers.get('location') : null
      if (next === null) return visit
      at = new URL(next, at)
    }
    throw new Error('Too many redirects')
  }

  /** One request, redirects not followed. */
  once(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Visit> {
    return this.#request(new URL(url), { headers })
  }

  /** Sends a form from a page of the same site, unless `headers` say otherwise. */
  post(
    url: string,
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Visit> {
    const own = { origin: new URL(url).origin, 'sec-fetch-site': 'same-origin' }
    return this.#request(new URL(url), {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...own, ...headers },
    })
  }

  cookie(url: string, name: string): string | undefined {
    return this.#jar(new URL(url)).get(name)
  }

  setCookie(url: string, name: string, value: string): void {
    this.#jar(new URL(url)).set(name, value)
  }

  async #request(url: URL, init: RequestInit & { headers: Record<string, string> | object }): Promise<Visit> {
    const jar = this.#jar(url)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { accept: 'text/html', ...init.headers, ...(cookie !== '' && { cookie }) }
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    return { url: url.href, status: response.status, headers: response.headers, text: await response.text() }
  }

  #jar(url: URL): Map<string, string> {
    const jar = this.#cookies.get(url.host) ?? new Map<string, string>()
    this.#cookies.set(url.host, jar)
    return jar
  }
}

/** What a request ended in. */
export interface Visit {
  readonly url: string
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** The hidden fields of the first form whose address ends in `action`. */
export function formFields(page: string, action: string): Record<string, string> {
  const form = page.split('<form').find((part) => part.split('>')[0]?.includes(`${action}"`))
  if (form === undefined) throw new Error(`No form for ${action}`)
  const inputs = (form.split('</form>')[0] ?? '').matchAll(
    /<input type="hidden" name="([^"]*)" value="([^"]*)"/g,
  )
  return Object.fromEntries([...inputs].map((match) => [match[1] ?? '', match[2] ?? '']))
}
