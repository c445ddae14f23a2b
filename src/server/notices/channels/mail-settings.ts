/** By which mail server notices leave, as the environment says it. */
import * as z from 'zod'
import { decoded } from '../../../contract/decoded.ts'
import { isLoopback } from '../../access/loopback.ts'

/**
 * `tls`: `implicit` from the first byte on; `starttls` after a greeting, and nothing is sent without it; `none` for a
 * relay on this machine or a network that is trusted.
 */
export type MailSettings = {
  host: string
  port: number
  tls: 'implicit' | 'starttls' | 'none'
  login: { user: string; password: string } | null
  /** Whom mails come from. */
  from: { name: string; address: string }
}

/** One address as it may be in an envelope: no list, no comment, no line break. */
export const isMailAddress = (text: string): boolean =>
  /^[^\s@<>(),;:"\\[\]\p{Cc}]+@[^\s@<>(),;:"\\\p{Cc}]+$/u.test(text)

/** `HotFix Report <hotfix@corp.example>`, or the address alone. */
function senderIn(text: string): MailSettings['from'] | null {
  const named = /^\s*"?([^"<>\p{Cc}]*?)"?\s*<([^<>]+)>\s*$/u.exec(text)
  const [name, address] = named === null ? ['HotFix Report', text.trim()] : [named[1] ?? '', named[2] ?? '']
  return isMailAddress(address) ? { name: name === '' ? 'HotFix Report' : name, address } : null
}

export const mailVariables = {
  SMTP_URL: z
    .string()
    .refine(
      (address) => /^smtps?:\/\/[^/?#\s]+\/?$/.test(address) && URL.canParse(address),
      'expected an address such as smtps://user:password@mail.corp:465, special characters percent-encoded',
    )
    .optional(),
  SMTP_HOST: z.string().min(1, 'expected the name of a mail server').optional(),
  SMTP_PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'expected a port number, 1 to 65535')
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, 'expected a port number, 1 to 65535')
    .optional(),
  SMTP_TLS: z.enum(['implicit', 'starttls', 'none'], 'expected implicit, starttls or none').optional(),
  SMTP_USER: z.string().min(1).optional(),
  SMTP_PASSWORD: z.string().min(1).optional(),
  SMTP_FROM: z
    .string()
    .transform((text, refused) => {
      const sender = senderIn(text)
      if (sender !== null) return sender
      refused.addIssue('expected an address such as HotFix Report <hotfix@corp.example>')
      return z.NEVER
    })
    .optional(),
}

type MailVariables = z.infer<z.ZodObject<typeof mailVariables>>

const submission = 587
const implicitTls = 465

/** What `SMTP_URL` or the other variables say of the server, with the port as far as one is given. */
function serverIn(given: MailVariables) {
  if (given.SMTP_URL === undefined)
    return { host: given.SMTP_HOST, port: given.SMTP_PORT, user: given.SMTP_USER, password: given.SMTP_PASSWORD }
  const others = ['SMTP_HOST', 'SMTP_PORT', 'SMTP_USER', 'SMTP_PASSWORD'] as const
  const double = others.find((name) => given[name] !== undefined)
  if (double !== undefined) throw new Error(`${double}: give either SMTP_URL or ${double}, not both`)
  const { hostname, port, username, password, protocol } = new URL(given.SMTP_URL)
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (protocol === 'smtps:' ? implicitTls : undefined) : Number(port),
    user: username === '' ? undefined : decoded(username),
    password: password === '' ? undefined : decoded(password),
    isImplicit: protocol === 'smtps:',
  }
}

/**
 * Null where no mail server is named.
 *
 * @throws Error naming the variable that cannot be used, and what was expected
 */
export function mailSettingsIn(given: MailVariables): MailSettings | null {
  const { host, port = submission, user, password, isImplicit = false } = serverIn(given)
  if (host === undefined || host === '') return null
  if (given.SMTP_FROM === undefined) throw new Error('SMTP_FROM: expected whom mails come from')
  if ((user === undefined) !== (password === undefined))
    throw new Error('SMTP_PASSWORD: expected with SMTP_USER, and not without it')
  const usual = isImplicit || port === implicitTls ? 'implicit' : isLoopback(host) ? 'none' : 'starttls'
  const tls = given.SMTP_TLS ?? usual
  if (isImplicit && tls !== 'implicit') throw new Error('SMTP_TLS: smtps: is implicit')
  if (tls === 'none' && password !== undefined && !isLoopback(host))
    throw new Error('SMTP_TLS: a password is not sent without TLS')
  return {
    host,
    port,
    tls,
    login: user === undefined || password === undefined ? null : { user, password },
    from: given.SMTP_FROM,
  }
}
