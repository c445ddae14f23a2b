import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { freshSecret, feedPrefix, tokenPrefix } from '../../src/server/access/secrets.ts'
import { makeLog } from '../../src/server/logs/log.ts'
import type { LogSettings } from '../../src/server/logs/settings.ts'

const Line = z.looseObject({ level: z.string(), time: z.iso.datetime(), msg: z.string() })

function logged(settings: Partial<LogSettings> = {}) {
  const lines: string[] = []
  const log = makeLog({ level: 'info', format: 'json', addresses: false, ...settings }, (line) => void lines.push(line))
  return { log, lines, only: () => Line.parse(JSON.parse(lines.join(''))) }
}

const answered = {
  requestId: '0123456789abcdef',
  method: 'GET',
  route: '/api/bulletins/{id}',
  status: 200,
  milliseconds: 12.345,
  bytes: 512,
  address: '192.0.2.7',
  isAborted: false,
  isStream: false,
}

describe('the log', () => {
  it('tells a request in one line of JSON, and where it came from only where that is asked for', () => {
    const usual = logged()
    usual.log.request(answered)
    expect(usual.only()).toEqual({
      level: 'info',
      time: expect.any(String) as unknown,
      msg: 'request',
      requestId: '0123456789abcdef',
      method: 'GET',
      route: '/api/bulletins/{id}',
      status: 200,
      ms: 12.3,
      bytes: 512,
    })
    const more = logged({ addresses: true })
    more.log.request({ ...answered, isAborted: true })
    expect(more.only()).toMatchObject({ address: '192.0.2.7', aborted: true })
  })

  it('tells an error with its stack, what caused it, and the request in which it happened', () => {
    const { log, only } = logged()
    const cause = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', password: 'hunter2' })
    log.report(new Error('the store is away', { cause }), 'abc')
    const line = only()
    expect(line).toMatchObject({
      level: 'error',
      requestId: 'abc',
      error: {
        type: 'Error',
        message: 'the store is away',
        stack: expect.stringContaining('log.spec.ts') as unknown,
        causes: [{ message: 'connect ECONNREFUSED', code: 'ECONNREFUSED' }],
      },
    })
    expect(JSON.stringify(line)).not.toContain('hunter2')
  })

  it('takes whatever is thrown', () => {
    const ring: Error & { cause?: unknown } = new Error('a ring')
    ring.cause = ring
    const thrown = [
      undefined,
      null,
      'a text',
      Object.create(null),
      ring,
      new AggregateError([new Error('one')], 'many'),
    ]
    const { log, lines } = logged()
    for (const each of thrown) log.report(each)
    expect(lines).toHaveLength(thrown.length)
  })

  it('leaves out what is less than its level', () => {
    const { log, lines } = logged({ level: 'warn' })
    log.request(answered)
    log.info('listening')
    log.warn('plain HTTP')
    expect(lines.map((line) => Line.parse(JSON.parse(line)).level)).toEqual(['warn'])
  })

  it('is read by people where it is text', () => {
    const { log, lines } = logged({ format: 'text' })
    log.request(answered)
    log.report(new Error('first\nsecond'), 'abc')
    expect(lines[0]).toMatch(
      /^\d\d:\d\d:\d\d\.\d{3} INFO {2}request requestId=0123456789abcdef method=GET route="?\/api\/bulletins\/\{id\}"? status=200 ms=12\.3 bytes=512\n$/,
    )
    expect(lines[1]).toMatch(/^\S+ ERROR error requestId=abc\n {4}Error: first\n {4}second\n {8}at /)
  })
})

/** Secrets as this product makes them, and those that people give it. */
const secrets = fc.oneof(
  fc.constant(null).map(() => freshSecret()),
  fc.constant(null).map(() => tokenPrefix + freshSecret()),
  fc.constant(null).map(() => feedPrefix + freshSecret()),
  fc.stringMatching(/^[A-Za-z0-9]{12,30}$/),
)

/** What holds a secret, wherever it may turn up in the message of an error. */
const holders: readonly ((secret: string) => string)[] = [
  (secret) => `https://hooks.chat.example/services/T0/${secret}`,
  (secret) => `https://user:${secret}@mirror.example/list.json`,
  (secret) => `https://user:a/${secret}@mirror.example/list.json`,
  (secret) => `postgresql://hotfix:${secret}@db.corp/hotfix`,
  (secret) => `smtps://u%40corp:${secret}@mail.corp:465`,
  (secret) => `https://feed.example/all?key=${secret}`,
  (secret) => `/api/private/${secret}/calendar.ics`,
  (secret) => `/api/unsubscribe/${secret}`,
  (secret) => `/unsubscribe/${secret}`,
  (secret) => `/api/bulletins?q=${secret}&sort=id`,
  (secret) => `cookie: hotfix-report=${secret}; theme=dark`,
  (secret) => `Set-Cookie: __Host-hotfix-report=${secret}; HttpOnly`,
  (secret) => `hotfix-report=${secret}`,
  (secret) => `Authorization: Bearer ${secret}`,
  (secret) => `"authorization":"Basic ${secret}"`,
  (secret) => `Bearer ${secret}`,
  (secret) => `password=${secret}`,
  (secret) => `{"secret":"${secret}"}`,
  (secret) => `SMTP_PASSWORD: ${secret}`,
  (secret) => `whsec_${secret}`,
  (secret) => `550 no mailbox <${secret}@people.example>`,
  (secret) => `mailto:${secret}%40people.example`,
  (secret) => `to ${secret}@people.example`,
]

/** What is around it. */
const around = fc.constantFrom('', ' ', '\n', 'could not be reached: ', ' (', '" ', ',', '\u001b[31m', '\r\n')

describe('no line of the log', () => {
  it.each(['json', 'text'] as const)('holds a secret or an address of a person, as %s', (format) => {
    fc.assert(
      fc.property(secrets, fc.constantFrom(...holders), around, around, (secret, holding, before, after) => {
        const { log, lines } = logged({ format })
        const said = `${before}${holding(secret)}${after}`
        log.report(new Error(said, { cause: new Error(said) }))
        log.info(said, { about: said })
        expect(lines.join('')).not.toContain(secret)
      }),
      { numRuns: 200 },
    )
  })

  it('is forged by what a message holds', () => {
    const forging = fc.string({
      unit: fc.constantFrom('a', '{', '"', '\\', '\n', '\r', '\u001b[2J', '\u009b', '\u2028', '\u202e', '\0', '\t'),
    })
    fc.assert(
      fc.property(forging, (text) => {
        const json = logged()
        json.log.report(new Error(text))
        expect(json.lines).toHaveLength(1)
        expect(json.lines.join('')).toMatch(/^[^\p{Cc}\p{Cf}\u2028\u2029]*\n$/u)
        const shown = logged({ format: 'text' })
        shown.log.report(new Error(text))
        const [first = '', ...others] = shown.lines.join('').trimEnd().split('\n')
        expect(first).toMatch(/^\S+ ERROR error$/)
        for (const line of others) expect(line).toMatch(/^ {4}[^\n\t\P{Cc}]*|^ {4}[^\p{Cf}]*$/u)
        expect(shown.lines.join('')).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}\u2028\u2029]/u)
      }),
    )
  })

  it('loses what helps: where something was asked, and the files of a stack', () => {
    const { log, lines } = logged()
    log.report(
      Object.assign(new Error('fetch of https://www.cisa.gov/feeds/kev.json failed at db.corp:5432'), {
        stack:
          'Error\n    at f (file:///srv/app/node_modules/@hono/node-server/dist/index.mjs:12:3)\n    at g (/srv/app/src/server/app.ts:7:1)',
      }),
    )
    const said = lines.join('')
    for (const part of [
      'https://www.cisa.gov/…',
      'db.corp:5432',
      '@hono/node-server/dist/index.mjs:12:3',
      'src/server/app.ts:7:1',
    ])
      expect(said).toContain(part)
  })
})
