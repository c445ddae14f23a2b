import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import * as z from 'zod'
import { InventoryPreview, InventoryTaken } from '../../src/contract/inventory.ts'
import { MachineRow } from '../../src/contract/machines.ts'
import { buildApp } from '../../src/server/app.ts'
import { storeInMemory } from '../../src/server/store/engines/sqlite.ts'
import { cvrf } from '../feeds/cvrf.ts'
import { problemOf } from '../support/problem.ts'
import { mutated } from '../support/fuzz/mutate.ts'
import { inventorySeeds } from '../support/fuzz/inventory-seeds.ts'

const month = cvrf({
  id: '2026-May',
  published: '2026-05-12',
  products: { a: 'Windows Server 2022', b: 'Windows 11 Version 24H2 for x64-based Systems' },
  flaws: [
    {
      cve: 'CVE-2026-1000',
      severities: { a: 'Important', b: 'Important' },
      remediations: [{ label: '5079473', products: ['a', 'b'] }],
    },
  ],
})

/** A server that knows the platforms of a month. */
async function serve() {
  const store = await storeInMemory()
  const app = buildApp({ store })
  await app.request('/api/imports', { method: 'POST', body: month })
  return { store, app }
}
type App = ReturnType<typeof buildApp>

const preview = async (app: App, body: string, query = '') =>
  InventoryPreview.parse(await (await app.request(`/api/machines/preview${query}`, { method: 'POST', body })).json())
const take = (app: App, body: string, query = '') => app.request(`/api/machines${query}`, { method: 'POST', body })
const taken = async (response: Response) => InventoryTaken.parse(await response.json())

const intune = (...lines: string[]) =>
  ['Device name,Last check-in,OS version,OS,SkuFamily,ProcessorArchitecture', ...lines].join('\n')
const pc1 = 'PC-1,2026-05-14 08:00:00.0000000,10.0.26100.4349,Windows,Pro,x64'
const pc2 = 'PC-2,2026-05-14 08:00:00.0000000,10.0.26100.4061,Windows,Enterprise,x64'

describe('a file of an inventory tool', () => {
  it('is shown with what each machine becomes, and nothing is written', async () => {
    const { app, store } = await serve()
    await take(app, intune(pc1, pc2))
    const version = await store.machines.version()
    const later = intune(
      pc1,
      pc2.replace('05-14', '05-20').replace('4061', '4349'),
      pc1.replace('PC-1', 'PC-3'),
      'PC-4,2026-05-14 08:00:00,10.0.22000.3260,Windows,Pro,x64',
      'iPad,2026-05-14 08:00:00,18.5,iOS,,',
    )
    const { machines, passedOver, kind } = await preview(app, later)
    expect(kind).toBe('intune')
    expect(machines.map(({ line, name, becomes, platform, why }) => [line, name, becomes, platform ?? why])).toEqual([
      [2, 'PC-1', 'unchanged', 'windows-11.24h2.x64'],
      [3, 'PC-2', 'changed', 'windows-11.24h2.x64'],
      [4, 'PC-3', 'new', 'windows-11.24h2.x64'],
      [5, 'PC-4', 'new', 'not-on-file'],
    ])
    expect(passedOver).toEqual([{ line: 6, name: 'iPad', why: 'not-windows' }])
    expect(await store.machines.version()).toBe(version)
  })

  it('tells of many machines that differ what it tells of a few, though a thread of their own works them out', async () => {
    const machines = Array.from({ length: 60 }, (_, at) =>
      pc2.replace('PC-2', `PC-${100 + at}`).replace('4061', String(4320 + at)),
    )
    const statesOf = async (...files: string[][]) => {
      const { app } = await serve()
      for (const lines of files) {
        expect((await take(app, intune(...lines))).status).toBe(200)
        await app.request('/api/machines')
      }
      const rows = z.array(MachineRow).parse(await (await app.request('/api/machines')).json())
      return rows.map(({ id: _id, ...row }) => row)
    }
    const told = await statesOf(machines)
    expect(told).toHaveLength(60)
    expect(told).toEqual(await statesOf(machines.slice(0, 30), machines.slice(30)))
  })

  it('names the typed lines of the fleet in whose place its machines come', async () => {
    const { app, store } = await serve()
    const typed = { platform: 'windows-11.24h2.x64', edition: null, machines: 226 }
    const other = { platform: 'windows-server-2022', edition: null, machines: 60 }
    await store.fleet.set(0, [typed, other], 'Ito')
    expect((await preview(app, intune(pc1, pc2))).replaces).toEqual([{ line: typed, machines: 2 }])
    expect(await taken(await take(app, intune(pc1, pc2)))).toEqual({
      kind: 'intune',
      added: 2,
      changed: 0,
      unchanged: 0,
      leftOut: 0,
    })
    const { lines } = await store.fleet.current()
    expect(lines).toContainEqual(other)
    expect(lines).not.toContainEqual(typed)
    expect(lines.filter(({ reported }) => reported).reduce((sum, { machines }) => sum + machines, 0)).toBe(2)
  })

  it('changes nothing when it comes again, or late', async () => {
    const { app } = await serve()
    const newer = intune(pc1.replace('05-14', '05-20').replace('4349', '4652'))
    await take(app, newer)
    expect(await taken(await take(app, newer))).toMatchObject({ added: 0, changed: 0, unchanged: 1 })
    expect(await taken(await take(app, intune(pc1)))).toMatchObject({ added: 0, changed: 0, unchanged: 1 })
    expect((await preview(app, intune(pc1))).machines[0]?.becomes).toBe('unchanged')
  })

  it('with a line that cannot be read is refused whole, unless its machine is to be left out', async () => {
    const { app, store } = await serve()
    const broken = intune(pc1, pc2.replace('10.0.26100.4061', 'new'))
    const refused = await take(app, broken)
    expect(refused.status).toBe(422)
    expect((await problemOf(refused)).details).toEqual([
      { field: 'line 3', message: '"new" is no build: write it like 10.0.26100.4349', reason: 'build' },
    ])
    expect(await store.machines.version()).toBe(0)
    expect(await taken(await take(app, broken, '?leaveOut=yes'))).toMatchObject({ added: 1, leftOut: 1 })
  })

  it('that is none is told as such, and refused', async () => {
    const { app } = await serve()
    expect(await preview(app, 'product,price\napple,1\n')).toMatchObject({
      kind: null,
      refused: { fault: 'not-known', value: null },
    })
    expect((await take(app, 'product,price\napple,1\n')).status).toBe(422)
  })

  it('is read in a zone that there is', async () => {
    const { app } = await serve()
    const refused = await app.request('/api/machines/preview?zone=Mars/Base', { method: 'POST', body: intune(pc1) })
    expect([refused.status, (await problemOf(refused)).details?.[0]?.field]).toEqual([400, 'zone'])
    const history =
      'ComputerName,Date,Operation,ResultCode,HResult,Title,KB\nPC-1,2026/05/14 9:00:00,1,2,0,x,KB5079473\n'
    await take(app, history, '?zone=Asia/Tokyo')
    const { store } = { store: (await preview(app, history, '?zone=Asia/Tokyo')).machines }
    expect(store[0]).toMatchObject({ becomes: 'unchanged', attempts: 1 })
  })
})

/** Numbers between 0 and 1 that look like chance, the same ones for the same start. */
function numbersFrom(start: number): () => number {
  let state = start
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

describe('a file that somebody has changed', () => {
  it('is read, refused or told by its lines, and never fails the server', async () => {
    const store = await storeInMemory()
    const faults: unknown[] = []
    const app = buildApp({ store, report: (error) => faults.push(error) })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...inventorySeeds()), fc.integer(), async ({ text }, start) => {
        const body = mutated(text, numbersFrom(start)).slice(0, 20_000)
        const answer = await app.request('/api/machines/preview', { method: 'POST', body })
        expect(answer.status).toBe(200)
        const { machines, problems, problemCount } = InventoryPreview.parse(await answer.json())
        expect(problems.length).toBe(Math.min(problemCount, 1000))
        const told = await take(app, body)
        if (machines.length > 0 && problemCount === 0) expect(told.status).toBe(200)
        else expect(told.status).toBe(422)
      }),
      { numRuns: 60 },
    )
    expect(faults).toEqual([])
  })
})
