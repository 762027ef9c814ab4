import { createTransport } from 'nodemailer'
import type { Channel, Delivery, Reconciliation, SendOutcome } from '../../src/desk/channel.js'
import { toOutcome } from './errors.js'
import { toMail } from './render.js'

/** Where mail goes and in whose name. */
export interface MailChannelOptions {
  /** `smtps://user:password@host`, or `smtp://` which goes over to TLS where the server can. */
  readonly smtpUrl: string
  /** `VVSG <service-design@vvsg.be>`. */
  readonly from: string
  /** How long a silent server is waited for, in milliseconds; 20 seconds when left out. */
  readonly timeoutMs?: number
}

/**
 * Mail, for sending only. A conversation is an address.
 *
 * Each mail goes over a connection of its own, so that it is known whether a connection that broke had taken it. Its
 * `Message-ID` is the name of the outbox row: should one ever come twice, a receiver sees that it is the same.
 */
export class MailChannel implements Channel {
  readonly name = 'mail'
  readonly limits = { maxTextLength: 200_000, spacingMs: 0 }
  readonly #options: MailChannelOptions

  constructor(options: MailChannelOptions) {
    this.#options = options
  }

  /** Nothing comes in by mail. */
  async start(): Promise<void> {}

  async send(delivery: Delivery): Promise<SendOutcome> {
    const { smtpUrl, from, timeoutMs = 20_000 } = this.#options
    let handedOver = false
    const transport = createTransport({
      url: smtpUrl,
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      disableFileAccess: true,
      disableUrlAccess: true,
      // The one entry that tells when the last byte of the mail was written; no content is in it.
      logger: {
        info: (entry: unknown) => {
          handedOver ||= isEndOfMail(entry)
        },
      },
    })
    try {
      const { messageId } = await transport.sendMail(toMail(delivery, from))
      return { kind: 'delivered', platformId: messageId }
    } catch (error) {
      return toOutcome(error, handedOver)
    } finally {
      transport.close()
    }
  }

  /** No mail server tells what became of a mail. */
  async reconcile(): Promise<Reconciliation> {
    return 'unknown'
  }

  async stop(): Promise<void> {}
}

function isEndOfMail(entry: unknown): boolean {
  return typeof entry === 'object' && entry !== null && 'tnx' in entry && entry.tnx === 'message'
}
