import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { Coverage } from '../../src/contract/coverage.ts'
import { BulletinFix, FleetFixes, PlatformFixes } from '../../src/contract/fixes.ts'
import type { FleetLine } from '../../src/contract/fleet.ts'
import { buildApp } from '../../src/server/app.ts'
import { fixesOf } from '../../src/server/fixes.ts'
import { importMsrcCvrf } from '../../src/feeds/msrc-cvrf/import.ts'
import { july, june, may, products } from '../domain/fixes/months.ts'
import { cvrf } from '../feeds/cvrf.ts'
import { problemOf } from '../support/problem.ts'
import { engines, putAwayAfterEach } from '../support/stores.ts'

const kept = putAwayAfterEach()
const of = (platform: string): FleetLine => ({ platform, edition: null, machines: 10 })

/** The platforms of the months. */
async function platformsOf() {
  const severities = Object.fromEntries(Object.keys(products).map((id) => [id, 'Low']))
  return (await importMsrcCvrf(cvrf({ products, flaws: [{ cve: 'CVE-2026-1', severities }] }))).platforms
}

describe.each(engines(kept))('the fixes of the fleet in $name', ({ make }) => {
  const filled = async (...lines: FleetLine[]) => {
    const store = await make()
    await store.save({ platforms: await platformsOf(), bulletins: await may() }, 'Ito')
    await store.save({ platforms: [], bulletins: await june() }, 'Ito')
    await store.fleet.set(0, lines, 'Ito')
    const app = buildApp({ store, admission: { signIn: 'single-user', user: 'Ito' } })
    const read = async <T>(path: string, schema: z.ZodType<T>) => schema.parse(await (await app.request(path)).json())
    return { store, app, read, fixes: fixesOf(store) }
  }

  it('are one for each platform, whichever of its products a machine is', async () => {
    const { fixes } = await filled(of('windows-11.24h2'), of('windows-server-2016'), of('windows-server-2012-r2'))
    expect([...(await fixes.toInstall())]).toEqual([
      ['KB5100011', ['windows-11.24h2']],
      ['KB5100013', ['windows-server-2016']],
      ['KB5100014', ['windows-server-2012-r2']],
    ])
  })

  it('are told of the whole fleet, of a platform, and of a bulletin', async () => {
    const { read } = await filled(of('windows-11.24h2'), of('windows-server-2025'))
    const both = ['windows-11.24h2', 'windows-server-2025']
    expect((await read('/api/fixes', FleetFixes)).fixes).toEqual([
      { id: 'KB5100001', contained: both },
      { id: 'KB5100002', contained: both },
      { id: 'KB5100011', install: both },
      { id: 'KB5100012', alternative: both },
    ])
    const { products: parts } = await read('/api/platforms/windows-server-2025/fixes', PlatformFixes)
    expect(parts.map(({ platforms }) => platforms)).toEqual([
      ['windows-server-2025.rtm', 'windows-server-2025.rtm.server-core'],
    ])
    expect(await read('/api/bulletins/KB5100001/fixes', z.array(BulletinFix))).toMatchObject(
      both.map((platform) => ({
        platform,
        state: 'contained',
        reason: { code: 'superseded', by: 'KB5100011' },
        install: ['KB5100011'],
      })),
    )
  })

  it('are told of each product that a bulletin is for, where there is no fleet', async () => {
    const { read, fixes } = await filled()
    expect(await fixes.toInstall()).toEqual(new Map())
    const found = await read('/api/bulletins/KB5100012/fixes', z.array(BulletinFix))
    expect(found.map(({ platform, state }) => [platform, state])).toEqual([
      ['windows-server-2025.rtm', 'alternative'],
      ['windows-server-2025.rtm.server-core', 'alternative'],
      ['windows-11.24h2.x64', 'alternative'],
      ['windows-11.24h2.arm64', 'alternative'],
    ])
  })

  it('change with what comes in, and with the fleet', async () => {
    const { store, fixes } = await filled(of('windows-11.24h2'))
    expect([...(await fixes.toInstall()).keys()]).toEqual(['KB5100011'])
    await store.save({ platforms: [], bulletins: await july() }, 'Ito')
    expect([...(await fixes.toInstall()).keys()]).toEqual(['KB5100021'])
    const { version } = await store.fleet.current()
    await store.fleet.set(version, [of('windows-server-2016')], 'Ito')
    expect([...(await fixes.toInstall()).keys()]).toEqual(['KB5100013'])
  })

  it('count a machine with the hotpatch, or with a newer update, as one that has the fix', async () => {
    const { store, read } = await filled(of('windows-11.24h2'))
    await store.fleet.report('KB5100011', [{ name: 'PC1', isApplied: false }], 'Ito')
    await store.fleet.report(
      'KB5100012',
      [
        { name: 'pc1', isApplied: true },
        { name: 'PC2', isApplied: false },
      ],
      'Ito',
    )
    const machines = async (id: string) => (await read(`/api/bulletins/${id}/coverage`, Coverage)).machines
    expect(await machines('KB5100011')).toEqual([{ name: 'pc1', isApplied: true, by: 'KB5100012' }])
    expect(await machines('KB5100012')).toEqual([
      { name: 'pc1', isApplied: true },
      { name: 'PC2', isApplied: false },
    ])
  })

  it('are none of a platform that is not on file', async () => {
    const { app } = await filled()
    expect((await problemOf(await app.request('/api/platforms/windows-3-11/fixes'))).code).toBe('not_found')
    expect((await problemOf(await app.request('/api/bulletins/KB5999999/fixes'))).code).toBe('not_found')
  })
})
