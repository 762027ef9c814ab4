import { z } from 'zod'

/** The variables of the mail server. */
export const MAIL_VARIABLES = {
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^\s/]+/, {
      error: 'must be the address of the mail server, such as smtps://user:password@mail.vvsg.be',
    })
    .optional()
    .describe(
      'the mail server: `smtps://user:password@host`, or `smtp://`, which goes over to TLS where the server can; without it mails wait in the outbox',
    ),
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>\r\n]+ <[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/, {
      error: 'must be one address, such as "VVSG <service-design@vvsg.be>"',
    })
    .optional()
    .describe('in whose name mail goes out: `VVSG <info@vvsg.be>`'),
}

type MailEnvironment = z.infer<z.ZodObject<typeof MAIL_VARIABLES>>

/** A mail server without a sender sends nothing. */
export function mailIsWhole(data: MailEnvironment, context: z.RefinementCtx): void {
  if (data.SMTP_URL !== undefined && data.MAIL_FROM === undefined) {
    context.addIssue({
      code: 'custom',
      path: ['MAIL_FROM'],
      message: 'is needed beside SMTP_URL: in whose name mail goes out, such as "VVSG <info@vvsg.be>"',
    })
  }
}

/** Where mail goes and in whose name; null when no mail server is configured, and mails wait in the outbox. */
export function mailSettings({ SMTP_URL, MAIL_FROM }: MailEnvironment) {
  if (SMTP_URL === undefined || MAIL_FROM === undefined) return null
  return { smtpUrl: SMTP_URL, from: MAIL_FROM }
}
