import { describe, expect, it } from 'vitest'
import { visitOf } from '../../../src/server/rendering/visit-of.ts'

const now = new Date('2026-11-29T09:59:59Z')

const visit = (path: string, headers: Record<string, string> = {}) =>
  visitOf(new Request(`http://localhost${path}`, { headers }), now)

describe('the language', () => {
  it.each([
    { accepted: 'ja,en;q=0.8', language: 'ja' },
    { accepted: 'ja-JP', language: 'ja' },
    { accepted: 'en-GB,ja;q=0.9', language: 'en' },
    { accepted: 'de', language: 'en' },
  ])('is $language where the browser says $accepted', ({ accepted, language }) => {
    expect(visit('/', { 'accept-language': accepted }).language).toBe(language)
  })

  it('is the chosen one', () => {
    expect(visit('/', { 'accept-language': 'en', cookie: 'hotfix-report.language=ja' }).language).toBe('ja')
    expect(visit('/', { 'accept-language': 'en', cookie: 'hotfix-report.language=tlh' }).language).toBe('en')
  })
})

it('speaks of the begun quarter of an hour, in the zone of the browser', () => {
  const { at, zone } = visit('/', { cookie: 'hotfix-report.zone=Asia%2FKathmandu' })
  expect([at, zone]).toEqual(['2026-11-29T09:45:00.000Z', 'Asia/Kathmandu'])
  expect(visit('/', { cookie: 'hotfix-report.zone=%3Cscript%3E' }).zone).not.toContain('<')
})

it('knows of what the browser keeps only what first views depend on', () => {
  const cookie = 'hotfix-report=secret; hotfix-report.theme=dark; hotfix-report.seen=7; other=1'
  expect(visit('/alerts', { cookie }).kept).toEqual({ 'hotfix-report.theme': 'dark', 'hotfix-report.seen': '7' })
})

describe('a visit that asks for no page', () => {
  const start = (kept: unknown) => ({
    cookie: `hotfix-report.start=${encodeURIComponent(JSON.stringify(kept))}`,
  })

  it('starts at the chosen filter', () => {
    expect(visit('/', start('?severity=1')).href).toBe('/alerts?severity=1')
    expect(visit('/', start('')).href).toBe('/alerts')
    expect(visit('/?release=2025-06', start('?severity=1')).href).toBe('/?release=2025-06')
  })

  it.each(['//elsewhere', 'bulletins', null, 7, {}])('starts at the overview where %j is kept', (kept) => {
    expect(visit('/', start(kept)).href).toBe('/')
  })
})
