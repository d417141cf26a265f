// Mail of the one-machine home: an SMTP sink on 127.0.0.1 that keeps each message as a file, and sends none on.
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'
import { insideAws } from '#functions/shared/config.ts'
import { mailPages } from '#infra/local/mail-page.ts'
import { writeOwnFile } from '#infra/local/own-file.ts'

/** SES takes 40 MB a message. */
const largest = 40 * 1024 * 1024

export type Mail = { url: string; pages: Hono; stop: () => Promise<void> }

const wholeOf = async (stream: SMTPServerDataStream) => {
  const chunks: Buffer[] = []
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk)
  if (stream.sizeExceeded) throw Object.assign(new Error('The message is too large.'), { responseCode: 552 })
  return Buffer.concat(chunks)
}

/** File names sort by arrival, so that the newest is the last. */
const fileFor = (dir: string) => {
  const at = new Date().toISOString().replace(/[-:.]/g, '')
  return join(dir, `${at}-${randomUUID().slice(0, 8)}.eml`)
}

/**
 * Starts the sink; point SMTP_URL at `url`. `pages` shows what was sent: mounted at `/local/mail`.
 * @param options.port 0 for any free port
 * @throws Error inside AWS
 */
export const startMail = async (options: { dir: string; port: number }): Promise<Mail> => {
  if (insideAws()) throw new Error('The local mail sink is for one machine only.')
  mkdirSync(options.dir, { recursive: true, mode: 0o700 })
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: largest,
    logger: false,
    onData: (stream, _session, done) => {
      wholeOf(stream)
        .then((message) => writeOwnFile(fileFor(options.dir), message))
        .then(() => done(), done)
    },
  })
  server.on('error', (error) => console.error(error))
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(options.port, '127.0.0.1', () => resolve())
  })
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    pages: mailPages(options.dir),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
