import { SMTPServer } from 'smtp-server'

/** A mail as it arrived. */
export interface ArrivedMail {
  readonly to: readonly string[]
  readonly headers: string
  /** Everything, as it came over the line. */
  readonly raw: string
  /** Each leaf of the mail, decoded. */
  readonly parts: readonly MailPart[]
}

export interface MailPart {
  readonly type: string
  readonly headers: string
  readonly content: string
}

/** What the server does with the next mails. */
export type MailWeather =
  | 'fine'
  | { readonly refuseRecipient: number }
  | { readonly refuseMail: number }
  /** The connection breaks while the envelope is being given, or right after the whole mail was taken. */
  | 'breaks-early'
  | 'breaks-after-taking'

/** A real mail server in this process. */
export interface MailServer {
  readonly url: string
  readonly mails: readonly ArrivedMail[]
  weather(next: MailWeather): void
  stop(): Promise<void>
}

export async function mailServer(): Promise<MailServer> {
  const mails: ArrivedMail[] = []
  let weather: MailWeather = 'fine'
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: (_address, _session, done) => {
      if (weather === 'breaks-early') return cut(server)
      if (typeof weather === 'object' && 'refuseRecipient' in weather)
        return done(refusal(weather.refuseRecipient))
      done()
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (typeof weather === 'object' && 'refuseMail' in weather) return done(refusal(weather.refuseMail))
        mails.push(
          arrived(
            Buffer.concat(chunks).toString('utf8'),
            session.envelope.rcptTo.map(({ address }) => address),
          ),
        )
        if (weather === 'breaks-after-taking') return cut(server)
        done()
      })
    },
  })
  server.on('error', () => {})
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => {
      const address = listening.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    weather: (next) => {
      weather = next
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function refusal(responseCode: number): Error {
  return Object.assign(new Error('Not today'), { responseCode })
}

function cut(server: SMTPServer): void {
  for (const connection of server.connections) connection._socket.destroy()
}

function arrived(raw: string, to: readonly string[]): ArrivedMail {
  const { headers } = split(raw)
  return { to, headers, raw, parts: leaves(raw) }
}

function leaves(entity: string): readonly MailPart[] {
  const { headers, body } = split(entity)
  const type = header(headers, 'content-type')
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1]
  if (boundary !== undefined) {
    const pieces = body.split(`--${boundary}`).slice(1, -1)
    return pieces.flatMap((piece) => leaves(piece.replace(/^\r\n/, '')))
  }
  return [{ type, headers, content: decode(body, header(headers, 'content-transfer-encoding')) }]
}

function split(entity: string): { readonly headers: string; readonly body: string } {
  const at = entity.indexOf('\r\n\r\n')
  return { headers: entity.slice(0, at).replace(/\r\n[ \t]+/g, ' '), body: entity.slice(at + 4) }
}

export function header(headers: string, name: string): string {
  return new RegExp(`^${name}: *(.*)$`, 'im').exec(headers)?.[1]?.trim() ?? ''
}

function decode(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  if (encoding !== 'quoted-printable') return body
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
