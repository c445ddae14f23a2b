import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type * as z from 'zod'
import type { ChannelKind } from '../../../src/contract/notices.ts'
import { NoticeEvent } from '../../../src/contract/notice-event.ts'
import { receiver, type Receiver } from '../../support/receiver.ts'
import { about, contentOf, deliverersWith, line, target } from './support.ts'
import { SlackMessage, TeamsMessage } from './shapes.ts'

let server: Receiver
beforeEach(async () => {
  server = await receiver()
})
afterEach(() => server.close())

const secret = 'whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX'
const many = contentOf(
  ...Array.from({ length: 200 }, (_, at) => ({
    ...line,
    bulletin: `KB${5_000_000 + at}`,
    path: `/bulletins/KB${5_000_000 + at}`,
    title: { ja: '長い題名'.repeat(50), en: 'A long title '.repeat(20) },
  })),
)

const send = (kind: ChannelKind, content = contentOf(line), privateHosts = [server.origin]) =>
  deliverersWith({ privateHosts })[kind](target(kind, `${server.origin}/hooks/very-secret`, secret), content, about)

const bodyOf = <T>(shape: z.ZodType<T>, at = 0): T => shape.parse(JSON.parse(server.received[at]?.body ?? ''))

const textHeaders = (headers: Receiver['received'][number]['headers'] = {}) =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )

describe('a webhook', () => {
  it('is signed as its receiver can verify, and is an event as documented', async () => {
    expect(await send('webhook')).toEqual({ outcome: 'sent', answer: '204 No Content' })
    const [got] = server.received
    expect(got?.path).toBe('/hooks/very-secret')
    expect(got?.headers['webhook-id']).toBe(about.id)
    expect(new Webhook(secret).verify(got?.body ?? '', textHeaders(got?.headers))).toEqual(bodyOf(NoticeEvent))
    expect(() => new Webhook(secret).verify(`${got?.body} `, textHeaders(got?.headers))).toThrow(
      'No matching signature',
    )
    const event = bodyOf(NoticeEvent)
    expect(event).toMatchObject({
      type: 'notice.changes',
      timestamp: about.madeAt,
      data: {
        id: about.id,
        headline: 'Exploited: KB5060842 Update for Windows 11 24H2',
        url: 'https://hotfix.example/bulletins/KB5060842',
        count: 1,
        lines: [{ kind: 'exploit-up', url: 'https://hotfix.example/bulletins/KB5060842', severity: 1 }],
      },
    })
  })

  it('agrees with the example of the standard', () => {
    const body = '{"type":"bulletin.exploited","timestamp":"2025-10-20T00:00:00Z","data":{"cve":"CVE-2025-33073"}}'
    expect(new Webhook(secret).sign('msg_2mXkzPq0example0001', new Date(1_760_918_400_000), body)).toBe(
      'v1,0n9mSEWPlDy4VKK4aBkcylaJEyZlZIC+or3jbD7/vH0=',
    )
  })

  it('tells as much as fits into 20 KB, and how much there is', async () => {
    await send('webhook', many)
    expect(Buffer.byteLength(server.received[0]?.body ?? '')).toBeLessThanOrEqual(20_000)
    const { data } = bodyOf(NoticeEvent)
    expect(data.count).toBe(200)
    expect(data.lines.length).toBeGreaterThan(5)
    expect(data.lines.length).toBeLessThan(200)
  })

  it.each([
    [
      { status: 200, body: 'x'.repeat(10_000) },
      { outcome: 'sent', answer: '200 OK' },
    ],
    [{ status: 410 }, { outcome: 'gone', answer: '410 Gone' }],
    [
      { status: 429, headers: { 'retry-after': '120' } },
      { outcome: 'retry', answer: '429 Too Many Requests', retryAfter: 120 },
    ],
    [{ status: 503 }, { outcome: 'retry', answer: '503 Service Unavailable' }],
    [
      { status: 401, body: 'the secret is s3cret' },
      { outcome: 'retry', answer: '401 Unauthorized' },
    ],
    [
      { status: 307, headers: { location: '/elsewhere' } },
      { outcome: 'retry', answer: '307 Temporary Redirect, and redirects are not followed' },
    ],
  ])('that is answered with %o is %o', async (reply, delivered) => {
    server.answer(reply)
    expect(await send('webhook')).toEqual(delivered)
    expect(server.received).toHaveLength(1)
  })

  it('goes to this machine and its network only where that is allowed, and tells no path', async () => {
    const { host } = new URL(server.origin)
    expect(await send('webhook', contentOf(line), [])).toEqual({
      outcome: 'retry',
      answer: `${host} is reached by https alone`,
    })
    const inside = target('webhook', `https://${host}/hooks/very-secret`, secret)
    expect(await deliverersWith().webhook(inside, contentOf(line), about)).toEqual({
      outcome: 'retry',
      answer: `${host} is on this machine or its network; ALLOW_PRIVATE_HOSTS can allow it`,
    })
    expect(server.received).toEqual([])
    await server.close()
    const refused = await send('webhook')
    expect(refused).toEqual({ outcome: 'retry', answer: `${host} cannot be reached (ECONNREFUSED)` })
    server = await receiver()
  })
})

describe('a message to Slack', () => {
  it('has a headline, what changed, and links', async () => {
    server.answer({ status: 200, body: 'ok' })
    expect(await send('slack')).toEqual({ outcome: 'sent', answer: '200 OK' })
    const { text, blocks } = bodyOf(SlackMessage)
    expect(text).toBe('Exploited: KB5060842 Update for Windows 11 24H2')
    expect(blocks[0]).toMatchObject({ type: 'header', text: { text } })
    expect(JSON.stringify(blocks)).toContain('CVE-2025-33053: None → Exploited')
  })

  it('fits, however much there is to tell', async () => {
    await send('slack', many)
    const { blocks } = bodyOf(SlackMessage)
    expect(JSON.stringify(blocks)).toContain('180 more: see the page')
  })

  it.each([
    [
      { status: 410, body: 'channel_is_archived' },
      { outcome: 'gone', answer: '410 Gone: channel_is_archived' },
    ],
    [
      { status: 404, body: 'no_service' },
      { outcome: 'gone', answer: '404 Not Found: no_service' },
    ],
    [
      { status: 403, body: 'action_prohibited' },
      { outcome: 'refused', answer: '403 Forbidden: action_prohibited' },
    ],
    [
      { status: 403, body: '<html>proxy</html>' },
      { outcome: 'retry', answer: '403 Forbidden' },
    ],
    [
      { status: 400, body: 'invalid_payload' },
      { outcome: 'retry', answer: '400 Bad Request: invalid_payload' },
    ],
    [
      { status: 429, body: 'rate_limited', headers: { 'retry-after': '30' } },
      { outcome: 'retry', answer: '429 Too Many Requests: rate_limited', retryAfter: 30 },
    ],
    [
      { status: 200, body: '<html>sign in</html>' },
      { outcome: 'retry', answer: 'not answered by Slack' },
    ],
  ])('that is answered with %o is %o', async (reply, delivered) => {
    server.answer(reply)
    expect(await send('slack')).toEqual(delivered)
  })
})

describe('a card for Teams', () => {
  it('has a headline, what changed, and links', async () => {
    server.answer({ status: 202 })
    expect(await send('teams')).toEqual({ outcome: 'sent', answer: '202 Accepted' })
    const [{ content }] = bodyOf(TeamsMessage).attachments
    expect(content.fallbackText).toBe('Exploited: KB5060842 Update for Windows 11 24H2')
    expect(JSON.stringify(content.body)).toContain('CVE-2025-33053: None → Exploited')
    expect(content.actions.map(({ url }) => url)).toContain('https://hotfix.example/bulletins/KB5060842')
  })

  it('fits into 28 KB, however much there is to tell', async () => {
    await send('teams', many)
    bodyOf(TeamsMessage)
    expect(Buffer.byteLength(server.received[0]?.body ?? '')).toBeLessThanOrEqual(28_000)
    expect(server.received[0]?.body).toMatch(/18\d more: see the page/)
  })

  it.each([
    [
      {
        status: 200,
        body: 'Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429 with ContextId x',
      },
      { outcome: 'retry', answer: '200 OK, but HTTP error 429' },
    ],
    [
      { status: 200, body: '1' },
      { outcome: 'sent', answer: '200 OK' },
    ],
    [
      { status: 404, body: '{"error":{"code":"WorkflowNotFound"}}' },
      { outcome: 'gone', answer: '404 Not Found: the workflow is not there any more' },
    ],
    [{ status: 404 }, { outcome: 'retry', answer: '404 Not Found' }],
  ])('that is answered with %o is %o', async (reply, delivered) => {
    server.answer(reply)
    expect(await send('teams')).toEqual(delivered)
  })
})
