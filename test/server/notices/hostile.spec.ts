import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { simpleParser } from 'mailparser'
import { createTransport } from 'nodemailer'
import { describe, expect, it } from 'vitest'
import type { NoticeLine } from '../../../src/contract/notices.ts'
import { mailMessage } from '../../../src/server/notices/channels/mail-message.ts'
import type { Message } from '../../../src/server/notices/channels/parts.ts'
import { slackBody } from '../../../src/server/notices/channels/slack.ts'
import { teamsBody } from '../../../src/server/notices/channels/teams.ts'
import { webhookBody } from '../../../src/server/notices/channels/webhook-event.ts'
import { NoticeEvent } from '../../../src/contract/notice-event.ts'
import { wordingOf } from '../../../src/server/wording.ts'
import { letterOf } from '../../../src/words/letter-of.ts'
import { SlackMessage, TeamsMessage } from './shapes.ts'
import { about, contentOf, line, origin } from './support.ts'

const from = { name: 'HotFix Report', address: 'hotfix@corp.example' }
const writer = createTransport({ streamTransport: true, buffer: true })

const messageOf = (content: ReturnType<typeof contentOf>, name = about.name): Message => ({
  letter: letterOf(content, wordingOf('en')),
  content,
  about: { ...about, name },
  origin,
  confirmation: null,
})

async function mailOf(message: Message) {
  const { message: raw } = await writer.sendMail(mailMessage(message, 'sato@example.co.jp', from))
  return simpleParser(raw)
}

/** All texts of a value, keys aside. */
const textsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsOf)
      : []

/** What may break a line, a header or a direction. */
const harmful = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u

const attacks = [
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '"><a href="https://evil.example">click</a>',
  '</title></style><b>',
  'x\r\nBcc: everybody@evil.example\r\n\r\n<p>body</p>',
  '\u202Eexe.txt\u202C \u2066turned',
  '<!channel> <!here> <@U123> <https://evil.example|safe>',
  '[safe](https://evil.example) **bold** `code`',
  '=?utf-8?B?PHNjcmlwdD4=?=',
  '\0\u001B[31m\u2028\u2029',
  '{{DATE(2020-01-01T00:00:00Z)}} ${evil} @{evil}',
  '🦺'.repeat(5000),
  'a'.repeat(100_000),
  '\uD800 lone',
  ' \u0001 ',
]

const hostileLine = (text: string): NoticeLine => ({
  ...line,
  kind: 'details',
  title: { en: text },
  text,
  who: text,
  changes: [
    { kind: 'details', of: Array.from({ length: 100 }, () => text), from: text, to: text, platforms: [text] },
    { kind: 'exploit-up', of: [text], from: text, to: text },
  ],
})

async function expectHarmless(message: Message) {
  const event = NoticeEvent.parse(JSON.parse(webhookBody(message)))
  const slack = SlackMessage.parse(JSON.parse(slackBody(message)))
  const teams = TeamsMessage.parse(JSON.parse(teamsBody(message)))
  // Line breaks in a message to Slack are our own.
  for (const text of [event, slack, teams].flatMap(textsOf)) expect(text.replaceAll('\n', '')).not.toMatch(harmful)
  expect(slack.text).not.toMatch(/[<>]/)
  expect(Buffer.byteLength(webhookBody(message))).toBeLessThanOrEqual(20_000)
  expect(Buffer.byteLength(teamsBody(message))).toBeLessThanOrEqual(28_000)

  const mail = await mailOf(message)
  expect(mail.headerLines.map(({ key }) => key).toSorted()).toEqual(expectedHeaders)
  expect(mail.subject).not.toMatch(harmful)
  expect(Array.from(mail.subject ?? '').length).toBeLessThanOrEqual(150)
  expect(mail.text?.replaceAll('\n', '')).not.toMatch(harmful)
  const { elements, links, text } = parsed(typeof mail.html === 'string' ? mail.html : '')
  expect(elements.difference(ownElements)).toEqual(new Set())
  for (const link of links) expect(new URL(link).origin).toBe(origin)
  expect(text.replaceAll('\n', '')).not.toMatch(harmful)
}

function parsed(html: string) {
  const [elements, links, texts] = [new Set<string>(), new Set<string>(), [] as string[]]
  const parser = new Parser({
    onopentag(name, { href }) {
      elements.add(name)
      if (href !== undefined) links.add(href)
    },
    ontext: (text) => void texts.push(text),
  })
  parser.end(html)
  return { elements, links, text: texts.join('') }
}

const ownElements = new Set('html head meta title style body div h1 h2 p span b a br'.split(' '))
const expectedHeaders = [
  'auto-submitted',
  'content-type',
  'date',
  'from',
  'in-reply-to',
  'list-id',
  'list-unsubscribe',
  'list-unsubscribe-post',
  'message-id',
  'mime-version',
  'references',
  'subject',
  'to',
  'x-auto-response-suppress',
]

describe('what documents and people write', () => {
  it.each(attacks)('arrives as harmless text by every channel: %j', async (text) => {
    await expectHarmless(messageOf(contentOf(hostileLine(text)), text))
  })

  it('arrives so, and in bounded size, where there is much of it', async () => {
    const lines = Array.from({ length: 60 }, (_, at) => hostileLine((attacks[at % attacks.length] ?? '').repeat(3)))
    await expectHarmless(messageOf(contentOf(...lines)))
  })

  it('arrives so whatever it is', async () => {
    const piece = fc.oneof(fc.constantFrom(...attacks.map((text) => text.slice(0, 300))), fc.string({ unit: 'binary' }))
    const text = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => `x${pieces.join('')}`)
    await fc.assert(
      fc.asyncProperty(text, (hostile) => expectHarmless(messageOf(contentOf(hostileLine(hostile)), hostile))),
      { numRuns: 10 },
    )
  })

  it('leads nowhere but to this server', () => {
    for (const path of ['//evil.example/x', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '']) {
      const { data } = NoticeEvent.parse(JSON.parse(webhookBody(messageOf(contentOf({ ...line, path })))))
      expect([data.url, data.lines[0]?.url].map((url) => new URL(url ?? '').origin)).toEqual([origin, origin])
      const card = TeamsMessage.parse(JSON.parse(teamsBody(messageOf(contentOf({ ...line, path })))))
      for (const { url } of card.attachments[0].content.actions) expect(new URL(url).origin).toBe(origin)
    }
  })
})
