import type { AddressInfo } from 'node:net'
import { simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** What it answers to the address of a recipient. */
type Refusal = { code: number; text: string }

/** A mail server on this machine: it keeps what it gets, parsed, and refuses recipients as told. */
export async function mailServer(options: SMTPServerOptions = {}) {
  const got: { raw: Buffer; to: string[] }[] = []
  let refusal: Refusal | null = null
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo(_, __, done) {
      done(refusal === null ? null : Object.assign(new Error(refusal.text), { responseCode: refusal.code }))
    },
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        got.push({ raw: Buffer.concat(parts), to: session.envelope.rcptTo.map(({ address }) => address) })
        done()
      })
    },
    ...options,
  })
  // A client that breaks off is no failure of the server.
  server.on('error', () => {})
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as AddressInfo
  return {
    port,
    /** How many have come. */
    count: () => got.length,
    mails: () =>
      Promise.all(got.map(async ({ raw, to }) => ({ mail: await simpleParser(raw), raw: raw.toString('utf8'), to }))),
    refuse(next: Refusal | null) {
      refusal = next
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

export type MailServer = Awaited<ReturnType<typeof mailServer>>
