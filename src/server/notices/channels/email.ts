/** Delivery by mail, to the mail server that the environment names; by no proxy. */
import { plainLine } from '../../../words/plain-line.ts'
import type { Delivered, Target } from '../deliver.ts'
import { mailMessage } from './mail-message.ts'
import { isMailAddress, type MailSettings } from './mail-settings.ts'
import type { Message } from './parts.ts'

/** Milliseconds for each step of a conversation, and for the whole of it. */
const patience = { step: 10_000, whole: 18_000 }

/** What nodemailer tells of a conversation that failed. */
type Failure = { responseCode?: unknown; response?: unknown; command?: unknown; code?: unknown }

/**
 * Whether a mail server says that this address takes no mail and will not: it refuses the recipient for good, and not for
 * what this server may do (`5.7`, relaying), for a full mailbox (`5.2.2`) or for the way (`5.4`).
 */
function isNoAddress({ responseCode, response, command }: Failure): boolean {
  if (command !== 'RCPT TO' || typeof responseCode !== 'number' || responseCode < 500) return false
  const [, enhanced] = /^\d{3}[ -](5\.\d{1,3}\.\d{1,3})/.exec(String(response)) ?? []
  if (enhanced !== undefined) return /^5\.(1\.\d+|2\.1)$/.test(enhanced)
  return [550, 551, 553].includes(responseCode) && !/relay|spam|block|polic|denied|auth/i.test(String(response))
}

function failed(error: unknown): Delivered {
  const failure: Failure = typeof error === 'object' && error !== null ? error : {}
  const code = typeof failure.code === 'string' ? failure.code : 'no answer'
  const answer =
    typeof failure.response === 'string' && failure.response !== ''
      ? failure.response
      : `the mail server cannot be reached (${code})`
  return { outcome: isNoAddress(failure) ? 'refused' : 'retry', answer: plainLine(answer, 200) }
}

/** `to`: a mail address. Null settings: there is no mail server, and nothing can be sent until there is one. */
export async function sendMail(
  { address }: Pick<Target, 'address'>,
  message: Message,
  settings: MailSettings | null,
): Promise<Delivered> {
  if (settings === null) return { outcome: 'retry', answer: 'no mail server is set: SMTP_HOST' }
  if (!isMailAddress(address)) return { outcome: 'refused', answer: 'this is no mail address' }
  const { host, port, tls, login, from } = settings
  // Loaded with the first mail: many servers send none.
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    host,
    port,
    secure: tls === 'implicit',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    tls: { minVersion: 'TLSv1.2' },
    ...(login !== null && { auth: { user: login.user, pass: login.password } }),
    connectionTimeout: patience.step,
    greetingTimeout: patience.step,
    socketTimeout: patience.step,
    dnsTimeout: patience.step,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const whole = Promise.withResolvers<never>()
  const timer = setTimeout(() => whole.reject(new Error('timeout')), patience.whole)
  try {
    const { response } = await Promise.race([transport.sendMail(mailMessage(message, address, from)), whole.promise])
    return { outcome: 'sent', answer: plainLine(response, 200) }
  } catch (error) {
    return failed(error)
  } finally {
    clearTimeout(timer)
    transport.close()
  }
}
