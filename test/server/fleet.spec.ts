import { describe, expect, it } from 'vitest'
import { Fleet, FleetProgress } from '../../src/contract/fleet.ts'
import { MeasuredRollout } from '../../src/contract/rollouts.ts'
import { buildApp } from '../../src/server/app.ts'
import { readContent } from '../../src/server/content.ts'
import { contentStore } from '../support/content-store.ts'
import { engines, putAwayAfterEach } from '../support/stores.ts'
import { problemOf } from '../support/problem.ts'

const content = await readContent()
const kept = putAwayAfterEach()
const line = { platform: 'windows-2000.sp3', edition: null, machines: 220 }
const run = { machines: 50, consoles: 1, minutes: 20, on: '2026-11-23' }

describe.each(engines(kept))('the fleet in $name', ({ make }) => {
  it('is what was set last, in place of what was seen', async () => {
    const store = await make()
    expect(await store.fleet.current()).toEqual({ version: 0, at: null, by: null, lines: [] })
    const first = await store.fleet.set(0, [line], 'Ito')
    expect(first).toMatchObject({ by: 'Ito', lines: [line] })
    expect(await store.fleet.set(0, [], 'Sato')).toBeNull()
    expect(await store.fleet.current()).toEqual(first)
    expect(await store.fleet.set(first?.version ?? 0, [], 'Sato')).toMatchObject({ by: 'Sato', lines: [] })
  })

  it('keeps measured rollouts until they are taken back', async () => {
    const store = await make()
    await store.seed(content)
    expect(await store.fleet.record('MS99-999', run, 'Ito')).toBeNull()
    const recorded = await store.fleet.record('MS05-019', run, 'Ito')
    const [measured] = await store.fleet.rollouts()
    expect(recorded).toEqual(measured)
    expect(measured).toMatchObject({ bulletin: 'MS05-019', by: 'Ito', ...run })
    expect(await store.fleet.withdraw(measured?.id ?? 0, 'Sato')).toBe(true)
    expect(await store.fleet.withdraw(measured?.id ?? 0, 'Sato')).toBe(false)
    expect(await store.fleet.rollouts()).toEqual([])
    expect((await store.events.of('MS05-019')).map(({ topic, what }) => [topic, what])).toEqual([
      ['bulletins', 'added'],
      ['rollouts', 'measured'],
      ['rollouts', 'withdrawn'],
    ])
  })
})

describe('the fleet by the API', () => {
  const desk = async () => {
    const app = buildApp({ store: await contentStore(), admission: { signIn: 'single-user', user: 'Ito' } })
    const send = (method: string, path: string, body?: unknown, version?: string) =>
      app.request(path, {
        method,
        headers: { 'content-type': 'application/json', ...(version !== undefined && { 'if-match': version }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
    return { get: async (path: string) => app.request(path), send }
  }

  it('tells of each platform how many machines have what is to be installed', async () => {
    const { get, send } = await desk()
    await send('PUT', '/api/fleet', { lines: [line, { ...line, platform: 'windows-nt-3-51' }] }, '"0"')
    const { rows } = FleetProgress.parse(await (await get('/api/fleet/progress')).json())
    expect(rows.map(({ platforms, of, unchecked }) => [platforms, of, unchecked])).toEqual([
      [['windows-2000.sp3'], 220, 220],
      [['windows-nt-3-51'], 220, 220],
    ])
    expect(rows[0]?.fixes).toContain('MS05-019')
  })

  it('is set in place of the version that its ETag told, and by nobody who has not seen it', async () => {
    const { get, send } = await desk()
    expect((await get('/api/fleet')).headers.get('etag')).toBe('"0"')
    const set = await send('PUT', '/api/fleet', { lines: [line] }, '"0"')
    expect(Fleet.parse(await set.json()).lines).toEqual([line])
    const late = await send('PUT', '/api/fleet', { lines: [] }, '"0"')
    expect([late.status, (await problemOf(late)).code]).toEqual([412, 'conflict'])
    expect((await send('PUT', '/api/fleet', { lines: [] })).status).toBe(428)
  })

  it.each([
    { why: 'no machines', lines: [{ ...line, machines: 0 }] },
    { why: 'half a machine', lines: [{ ...line, machines: 1.5 }] },
    { why: 'no platform', lines: [{ ...line, platform: 'Windows 2000' }] },
    { why: 'the same twice', lines: [line, line] },
  ])('is refused with $why', async ({ lines }) => {
    const { send } = await desk()
    expect((await send('PUT', '/api/fleet', { lines }, '"0"')).status).toBe(400)
  })

  it('records a rollout, refuses what cannot be one, and takes it back', async () => {
    const { send, get } = await desk()
    const recorded = await send('POST', '/api/bulletins/MS05-019/rollouts', run)
    const measured = MeasuredRollout.parse(await recorded.json())
    for (const change of [{ machines: 0 }, { minutes: 0 }, { consoles: 0 }, { on: 'today' }])
      expect((await send('POST', '/api/bulletins/MS05-019/rollouts', { ...run, ...change })).status).toBe(400)
    expect((await send('DELETE', `/api/rollouts/${measured.id}`)).status).toBe(200)
    expect((await send('DELETE', `/api/rollouts/${measured.id}`)).status).toBe(404)
    expect(await (await get('/api/rollouts')).json()).toEqual([])
  })

  it('takes what the verification script has printed, and the last word on each machine', async () => {
    const { send, get } = await desk()
    const path = '/api/bulletins/MS05-019/coverage'
    const report = (csv: string) => send('POST', path, { csv })
    const first = await report(
      '"PC1","Windows 2000","tcpip.sys","5.0","5.0","ok"\r\n"PC2","Windows 2000","tcpip.sys","5.0","4.0","older"\r\nPS C:\\>',
    )
    expect(await first.json()).toEqual({
      counts: { applied: 1, missing: 1, unknown: 0 },
      machines: [
        { name: 'PC1', isApplied: true },
        { name: 'PC2', isApplied: false },
      ],
      unreadable: [3],
    })
    await report('"PC2","Windows 2000","tcpip.sys","5.0","5.0","ok"')
    expect(await (await get(path)).json()).toMatchObject({
      machines: [{ name: 'PC1' }, { name: 'PC2', isApplied: true }],
    })
    expect((await report('nothing of it')).status).toBe(400)
    const many = Array.from({ length: 10_001 }, (_, at) => `"M${at}","Windows 2000","tcpip.sys","5.0","5.0","ok"`)
    expect((await report(many.join('\n'))).status).toBe(413)
    expect((await report(`${many[0] ?? ''}\n${'x\n'.repeat(10_001)}`)).status).toBe(413)
    const longOnes = await report(`${many.slice(0, 3000).join('\n')}\nx\n"M1","a\nb","c","1","1","ok"`)
    expect(await longOnes.json()).toMatchObject({ unreadable: [3001] })
    expect((await send('POST', '/api/bulletins/MS99-999/coverage', { csv: '"PC1","a","b","1","1","ok"' })).status).toBe(
      404,
    )
  })
})
