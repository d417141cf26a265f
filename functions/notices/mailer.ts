// Sends mail one by one over one connection: SMTP on one machine, SES in AWS.
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2'
import { createTransport } from 'nodemailer'
import { now } from '#functions/shared/clock.ts'
import { required, setting } from '#functions/shared/config.ts'

type Message = {
  to: string
  /** The same for every try of one message, so that a reader's mail program can tell a repeat. */
  id: string
  subject: string
  text: string
  html: string
  /** The entry in the reader's calendar (RFC 5546). */
  calendar?: { method: 'REQUEST' | 'CANCEL'; content: string }
}

export type Mailer = {
  /** The address letters come from. */
  sender: string
  send(message: Message): Promise<void>
  close(): void
}

const patienceMs = 5_000

/** An idle connection would keep a stopping home waiting, so the pool lives as long as one run. */
const overSmtp = (url: string) =>
  createTransport({
    url,
    pool: true,
    maxConnections: 1,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  })

/**
 * An account begins with 14 messages a second (1 in SES's sandbox) and a refusal above it. Sending one after the
 * other stays near that; `adaptive` slows down as the refusals say.
 */
const overSes = () => {
  const region = setting('AWS_REGION') ?? 'ap-southeast-1'
  const sesClient = new SESv2Client({ region, maxAttempts: 6, retryMode: 'adaptive' })
  return createTransport({ SES: { sesClient, SendEmailCommand } })
}

const addressOf = (sender: string) => /<([^>]+)>/.exec(sender)?.[1] ?? sender
const domainOf = (sender: string) => /@([^>\s]+)/.exec(sender)?.[1] ?? 'localhost'

/** A connection for the mails of one run; close it after the last. */
export const openMailer = (): Mailer => {
  const from = required('MAIL_FROM')
  const url = setting('SMTP_URL')
  const transport = url ? overSmtp(url) : overSes()
  return {
    sender: addressOf(from),
    send: async ({ id, calendar, ...message }) => {
      const messageId = `<${id}@${domainOf(from)}>`
      await transport.sendMail({
        ...message,
        ...(calendar ? { icalEvent: { ...calendar, filename: 'hoi-nghi.ics' } } : {}),
        from,
        messageId,
        date: now(),
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
    close: () => transport.close(),
  }
}
