import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MailSettings } from '../../../src/server/notices/channels/mail-settings.ts'
import { mailServer, type MailServer } from '../../support/mail-server.ts'
import { about, contentOf, deliverersWith, line, target } from './support.ts'

const settings = (port: number): MailSettings => ({
  host: '127.0.0.1',
  port,
  tls: 'none',
  login: null,
  from: { name: 'HotFix Report', address: 'hotfix@corp.example' },
})

const sato = target('email', 'sato@example.co.jp')

/** Headers on one line each. */
const unfolded = (raw = '') => raw.replaceAll(/\r\n[ \t]+/g, ' ')

describe('a mail', () => {
  let server: MailServer
  beforeEach(async () => {
    server = await mailServer()
  })
  afterEach(() => server.close())
  const email = (more: Partial<MailSettings> = {}) =>
    deliverersWith({ mail: { ...settings(server.port), ...more } }).email

  it('says the same as text and as HTML, and leads to the page', async () => {
    expect(await email()(sato, contentOf(line), about)).toMatchObject({
      outcome: 'sent',
      answer: expect.stringMatching(/^250 /) as unknown,
    })
    const [sent] = await server.mails()
    expect(sent?.to).toEqual(['sato@example.co.jp'])
    expect(sent?.mail.subject).toBe('Exploited: KB5060842 Update for Windows 11 24H2')
    expect(sent?.mail.from?.value).toEqual([{ name: 'HotFix Report', address: 'hotfix@corp.example' }])
    for (const body of [sent?.mail.text, sent?.mail.html])
      for (const said of ['CVE-2025-33053: None → Exploited', 'https://hotfix.example/bulletins/KB5060842'])
        expect(body).toContain(said)
    expect(sent?.mail.html).not.toMatch(/<img|<script|<link|url\(|src=/i)
  })

  it('is sorted by its list, threaded by its bulletin, and answered by no program', async () => {
    await email()(sato, contentOf(line), about)
    const [sent] = await server.mails()
    const headers = sent?.mail.headers
    expect(headers?.get('auto-submitted')).toBe('auto-generated')
    expect(headers?.get('message-id')).toBe('<msg_2mXkzPq0example0001@corp.example>')
    expect(headers?.get('references')).toBe('<thread.KB5060842@corp.example>')
    expect(headers?.get('in-reply-to')).toBe('<thread.KB5060842@corp.example>')
    expect(unfolded(sent?.raw)).toContain(
      'List-ID: "Urgent on my machines" <subscription-12.hotfix-report.corp.example>\r\n',
    )
    expect(headers?.get('date')).toEqual(new Date(about.madeAt))
  })

  it('has the name of its list in any script', async () => {
    const name = '再リリースと既知の問題 <端末班> '.repeat(10)
    await email()(sato, contentOf(line), { ...about, name })
    const [sent] = await server.mails()
    const [header = ''] = sent?.raw.split('\r\n\r\n') ?? []
    expect(header.split('\r\n').filter((each) => each.length > 78)).toEqual([])
    const list = /^List-ID: (.+) <subscription-12\.hotfix-report\.corp\.example>$/m.exec(unfolded(header))?.[1] ?? ''
    const words = Array.from(list.matchAll(/=\?UTF-8\?B\?([^?]+)\?=/g), ([, word = '']) => Buffer.from(word, 'base64'))
    expect(Buffer.concat(words).toString()).toBe(`${name.slice(0, 59).trimEnd()}…`)
  })

  it('is unsubscribed from with one click, and only where there is a subscription', async () => {
    await email()(sato, contentOf(line), about)
    await email()(sato, { about: 'test' }, { ...about, unsubscribe: null })
    const mails = await server.mails()
    const [first = '', second = ''] = mails.map(({ raw }) => unfolded(raw))
    expect(first).toContain('\r\nList-Unsubscribe: <https://hotfix.example/api/unsubscribe/a-long-secret>\r\n')
    expect(first).toContain('\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n')
    expect(mails[0]?.mail.text).toContain('Unsubscribe: https://hotfix.example/unsubscribe#a-long-secret')
    expect(second).not.toMatch(/unsubscribe/i)
  })

  it('tells the link of a confirmation in nothing else', async () => {
    await email()({ ...sato, confirmation: 'once' }, contentOf(line), about)
    const [sent] = await server.mails()
    expect(sent?.raw).not.toContain('once')
  })

  it('is the same at each attempt', async () => {
    await email()(sato, contentOf(line), about)
    await email()(sato, contentOf(line), about)
    const [first, second] = (await server.mails()).map(({ mail }) => [
      mail.messageId,
      mail.date,
      mail.subject,
      mail.text,
      mail.html,
    ])
    expect(second).toEqual(first)
  })

  it('asks to confirm an address by a link of its own', async () => {
    const { subscription: _, ...rest } = about
    await email()(
      { ...sato, confirmation: 'once' },
      { about: 'confirm', address: 'sato@example.co.jp' },
      { ...rest, language: 'ja', thread: null, unsubscribe: null },
    )
    const [sent] = await server.mails()
    expect(sent?.mail.subject).toBe('メールアドレスの確認')
    expect(sent?.mail.text).toContain('確認する: https://hotfix.example/confirm#once')
    expect(sent?.mail.html).toContain('href="https://hotfix.example/confirm#once"')
  })

  it.each([
    [550, '5.1.1 no such user', 'refused'],
    [550, 'no such user here', 'refused'],
    [553, '5.1.3 bad address', 'refused'],
    [550, '5.2.1 mailbox disabled', 'refused'],
    [552, '5.2.2 mailbox full', 'retry'],
    [554, '5.7.1 relay access denied', 'retry'],
    [550, 'relaying denied', 'retry'],
    [450, '4.2.1 try again later', 'retry'],
    [451, '4.7.1 greylisted', 'retry'],
  ])('refused with %i %s is %s', async (code, text, outcome) => {
    server.refuse({ code, text })
    expect(await email()(sato, contentOf(line), about)).toEqual({ outcome, answer: `${code} ${text}` })
    expect(server.count()).toBe(0)
  })

  it('goes to no two addresses, and to none that ends a command', async () => {
    for (const address of ['a@b.example, c@d.example', 'a@b.example>\r\nRCPT TO:<c@d.example', 'a', '<a@b.example>'])
      expect(await email()(target('email', address), contentOf(line), about)).toMatchObject({ outcome: 'refused' })
    expect(server.count()).toBe(0)
  })

  it('is not sent in the clear where TLS is asked for', async () => {
    expect(await email({ tls: 'starttls' })(sato, contentOf(line), about)).toMatchObject({ outcome: 'retry' })
    expect(await email({ tls: 'implicit' })(sato, contentOf(line), about)).toMatchObject({ outcome: 'retry' })
    expect(server.count()).toBe(0)
  })
})

it('trusts no mail server whose certificate is its own', async () => {
  const server = await mailServer({ disabledCommands: [], secure: false })
  const mail = { ...settings(server.port), tls: 'starttls' as const }
  expect(await deliverersWith({ mail }).email(sato, contentOf(line), about)).toMatchObject({ outcome: 'retry' })
  expect(server.count()).toBe(0)
  await server.close()
})

it('signs in, and tries again later where it may not', async () => {
  const server = await mailServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth({ username, password }, _, done) {
      const isRight = username === 'hotfix' && password === 'right'
      done(isRight ? null : new Error('Invalid login'), isRight ? { user: username } : undefined)
    },
  })
  const as = (password: string) =>
    deliverersWith({ mail: { ...settings(server.port), login: { user: 'hotfix', password } } }).email
  expect(await as('wrong')(sato, contentOf(line), about)).toMatchObject({
    outcome: 'retry',
    answer: expect.stringMatching(/^535 /) as unknown,
  })
  expect(await as('right')(sato, contentOf(line), about)).toMatchObject({ outcome: 'sent' })
  await server.close()
})

it('waits where there is no mail server, or none that answers', async () => {
  const server = await mailServer()
  await server.close()
  const mail = settings(server.port)
  expect(await deliverersWith({ mail }).email(sato, contentOf(line), about)).toEqual({
    outcome: 'retry',
    answer: 'the mail server cannot be reached (ESOCKET)',
  })
  expect(await deliverersWith().email(sato, contentOf(line), about)).toMatchObject({
    outcome: 'retry',
    answer: expect.stringMatching(/SMTP_HOST/) as unknown,
  })
})
