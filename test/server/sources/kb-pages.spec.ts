import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { kbAt, kbPages } from '../../../src/server/sources/kb-pages.ts'
import { loopback, type Loopback } from '../../support/loopback.ts'
import { topicPage } from '../../feeds/support-pages.ts'
import { deskFor, document } from './desk.ts'

let server: Loopback
beforeEach(async () => {
  server = await loopback()
  for (const [at, name] of ['a', 'b', 'c'].entries()) server.serve(`/csaf/${name}.json`, document(at + 1))
  server.serve('/csaf/changes.csv', ['a', 'b', 'c'].map((name) => `${name}.json,2026-05-12T08:00:00Z\n`).join(''))
})
afterEach(() => server.close())

const none = '<p>Microsoft is not currently aware of any issues with this update.</p>'
const pageOf = (kb: string) => topicPage({ title: `KB${kb}`, inside: none })

describe('the support pages of all KBs', () => {
  it('are read for the fixes on file, those of the newest first, and what cannot be had costs only itself', async () => {
    server.serve('/help/5901001', pageOf('5901001'))
    server.serve('/help/5901003', pageOf('5900000'))
    const desk = await deskFor([server])
    await desk.look((await desk.add('/csaf/')).id)
    const { id } = await desk.add('/help/{kb}')
    const { lastRun } = await desk.look(id)
    expect(lastRun).toMatchObject({ outcome: 'partly', fetched: 2, totals: { updated: 2 }, problemCount: 1 })
    expect(lastRun?.problems[0]?.place).toContain('/help/5901002')
    const answers = await Promise.all(
      ['KB5901001', 'KB5901002', 'KB5901003'].map(async (each) => (await desk.store.find(each))?.supportPages),
    )
    expect(answers).toMatchObject([
      [{ answer: 'none' }],
      undefined,
      [{ answer: 'unreadable', cause: 'other-page', url: `${server.origin}/help/5901003` }],
    ])
  })

  it('are read once a day while a fix is new, and then once a month', async () => {
    server.serve('/help/5901001', pageOf('5901001'))
    const desk = await deskFor([server])
    await desk.look((await desk.add('/csaf/a.json')).id)
    const { id } = await desk.add('/help/{kb}')
    const fetchedOn = async (moment: string) => {
      desk.clock.now = new Date(moment)
      return (await desk.look(id)).lastRun?.fetched
    }
    expect(await fetchedOn('2026-05-20T08:00:00Z')).toBe(1)
    expect(await fetchedOn('2026-05-20T20:00:00Z')).toBe(0)
    expect(await fetchedOn('2026-05-21T08:00:00Z')).toBe(1)
    expect(await fetchedOn('2026-10-02T08:00:00Z')).toBe(1)
    expect(await fetchedOn('2026-10-30T08:00:00Z')).toBe(0)
    expect(await fetchedOn('2026-11-01T08:00:00Z')).toBe(1)
  })

  it('are read again once it is the next day where the team is', async () => {
    server.serve('/help/5901001', pageOf('5901001'))
    const desk = await deskFor([server])
    const { version, at: _at, by: _by, ...policy } = await desk.store.due.policy()
    await desk.store.due.setPolicy(version, { ...policy, zone: 'Pacific/Kiritimati' }, 'Ito')
    await desk.look((await desk.add('/csaf/a.json')).id)
    const { id } = await desk.add('/help/{kb}')
    const fetchedOn = async (moment: string) => {
      desk.clock.now = new Date(moment)
      return (await desk.look(id)).lastRun?.fetched
    }
    expect(await fetchedOn('2026-05-20T09:59:00Z')).toBe(1)
    expect(await fetchedOn('2026-05-20T10:01:00Z')).toBe(1)
    expect(await fetchedOn('2026-05-21T09:59:00Z')).toBe(0)
  })

  it('are those of fixes that were revised since a day', async () => {
    const summaries = async () =>
      [
        { kb: ['5900001'], updatedOn: '2026-05-12' },
        { kb: ['5900002', '5900003'], updatedOn: '2026-06-09' },
        { kb: [], updatedOn: '2026-06-09' },
      ] as never
    const template = 'https://support.example/help/{kb}'
    const pages = await kbPages({ summaries }, template, { since: '2026-06-01', today: '2026-06-10' })
    expect(pages.map(({ url }) => url)).toEqual([
      'https://support.example/help/5900003',
      'https://support.example/help/5900002',
    ])
    expect(kbAt(template, 'https://support.example/help/5900003')).toBe('5900003')
    expect(kbAt(template, 'https://support.example/other')).toBeUndefined()
  })
})
