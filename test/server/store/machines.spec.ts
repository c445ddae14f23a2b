import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MachineReport } from '../../../src/domain/machines/report.ts'
import { readContent } from '../../../src/server/content.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { engines, putAwayAfterEach } from '../../support/stores.ts'

const kept = putAwayAfterEach()
const { bulletins } = await readContent()

/** Server 2022 needs no document to be told from its build; that it is on file is what makes it a platform. */
const platforms = ['windows-server-2022.rtm', 'windows-11.24h2.x64'].map((id) => ({
  id,
  family: id.startsWith('windows-11') ? 'Windows 11' : 'Windows Server 2022',
  version: id.startsWith('windows-11') ? '24H2' : null,
  variant: id.startsWith('windows-11') ? 'x64' : null,
  label: { en: id },
  kind: 'server' as const,
  supportEndsOn: null,
}))

const report = (name: string, fields: Partial<MachineReport> = {}): MachineReport => ({
  name,
  kind: 'osquery',
  seenAt: '2025-06-20T00:00:00Z',
  caption: 'Microsoft Windows Server 2022 Standard',
  architecture: 'x64',
  build: '10.0.20348.3807',
  fixes: [{ kb: 'KB5060526', since: '2025-06-12' }],
  ...fields,
})

const histories = async ({ machines }: Store) =>
  Array.from(
    await machines.known((await Array.fromAsync(machines.list())).flat().map(({ name }) => name)),
    ([, { id: _id, profile: _profile, ...rest }]) => rest,
  ).toSorted((a, b) => (a.name < b.name ? -1 : 1))

describe.each(engines(kept))('machines in the $name store', ({ make }) => {
  it('are one whatever the case of their name, and join the fleet in place of its typed lines', async () => {
    const store = await make()
    await store.seed({ platforms, bulletins: [] })
    const typed = [
      { platform: 'windows-server-2022', edition: 'Core', machines: 40 },
      { platform: 'windows-11.24h2.x64', edition: null, machines: 7 },
    ]
    await store.fleet.set(0, typed, 'Ito')
    const taken = await store.machines.take(
      'osquery',
      [report('SV-1'), report('sv-1'), report('SV-2', { roles: ['kiosk'] })],
      'Ito',
    )
    expect(taken).toEqual({ machines: 2, added: 2, changed: 0, unchanged: 0 })
    const { version, lines } = await store.fleet.current()
    expect(lines).toEqual([
      typed[1],
      { platform: 'windows-server-2022.rtm', edition: 'Standard', machines: 1, roles: ['kiosk'], reported: true },
      { platform: 'windows-server-2022.rtm', edition: 'Standard', machines: 1, reported: true },
    ])
    // What is set of the others leaves the hidden line on file, and it is back with the last machine gone.
    await store.fleet.set(
      version,
      [...lines.slice(1), { ...typed[1], platform: 'windows-11.24h2.x64', edition: null, machines: 9 }],
      'Ito',
    )
    for (const { id } of (await Array.fromAsync(store.machines.list())).flat()) await store.machines.remove(id, 'Ito')
    expect((await store.fleet.current()).lines.map(({ machines }) => machines).toSorted()).toEqual([40, 9])
  })

  it('are the same in whatever order, how often and how late files come', async () => {
    const files: [MachineReport['kind'], MachineReport[]][] = [
      ['osquery', [report('A'), report('B', { fixes: [] })]],
      [
        'intune',
        [
          report('a', {
            kind: 'intune',
            seenAt: '2025-06-19T08:00:00.000Z',
            fixes: undefined,
            build: '10.0.20348.3692',
          }),
        ],
      ],
      ['osquery', [report('A', { seenAt: '2025-06-10T00:00:00Z', fixes: [{ kb: 'KB5058385' }], build: '10.0.20348' })]],
      [
        'update-history',
        [
          report('B', {
            kind: 'update-history',
            fixes: undefined,
            build: undefined,
            seenAt: null,
            attempts: [{ kb: 'KB5060526', at: '2025-06-21T00:00:00Z', outcome: 'failed', code: '0x80240017' }],
          }),
        ],
      ],
    ]
    const first = await make()
    for (const [kind, reports] of files) await first.machines.take(kind, reports, 'Ito')
    const expected = await histories(first)
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...files, ...files], { minLength: files.length * 2 }), async (order) => {
        const store = await make()
        for (const [kind, reports] of order) await store.machines.take(kind, reports, 'Ito')
        const found = await histories(store)
        const byName = (a: { name: string }, b: { name: string }) =>
          a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1
        expect(found.toSorted(byName)).toEqual(expected.toSorted(byName))
      }),
      { numRuns: 3 },
    )
  }, 60_000)

  it('takes attempts once, adds machines that are not on file, and refuses a key for something else', async () => {
    const { machines } = await make()
    const attempts = [
      { machine: 'pc-1', fix: 'KB5060842', at: '2025-06-12T01:02:03Z', outcome: 'failed' as const, code: '0x80240017' },
    ]
    const again = [
      { ...attempts[0], machine: 'pc-1', fix: 'KB5060842', at: '2025-06-13T00:00:00Z', outcome: 'installed' as const },
    ]
    expect(await machines.attempt(attempts, 'wsus', 'k1')).toEqual({ machines: 1, attempts: 1 })
    expect(await machines.attempt(attempts, 'wsus', 'k1')).toEqual({ machines: 1, attempts: 1 })
    await expect(machines.attempt(again, 'wsus', 'k1')).rejects.toThrow('k1')
    await machines.attempt(attempts, 'wsus')
    const found = (await machines.known(['pc-1'])).get('pc-1')
    expect(found?.attempts).toMatchObject([
      { fix: 'KB5060842', at: '2025-06-12T01:02:03.000Z', outcome: 'failed', code: '0x80240017' },
    ])
  })

  it('forget a name wherever it was reported, and leave none in the log', async () => {
    const store = await make()
    await store.seed({ platforms: [], bulletins: bulletins.slice(0, 1) })
    const [bulletin = ''] = await store.ids()
    await store.fleet.report(
      bulletin,
      [
        { name: 'SV-1', isApplied: true },
        { name: 'SV-2', isApplied: false },
      ],
      'Ito',
    )
    await store.machines.take('osquery', [report('sv-1')], 'Ito')
    const [[machine] = []] = await Array.fromAsync(store.machines.list())
    expect(await store.machines.remove(machine?.id ?? 0, 'Ito')).toBe(true)
    expect(await store.machines.remove(machine?.id ?? 0, 'Ito')).toBe(false)
    expect(await store.fleet.coverage(bulletin)).toEqual([{ name: 'SV-2', isApplied: false }])
    expect(await store.machines.forget('sv-2', 'Ito')).toBe(true)
    expect(await store.machines.forget('sv-2', 'Ito')).toBe(false)
    expect(JSON.stringify(await store.events.of(bulletin))).not.toMatch(/sv-/i)
    expect((await Array.fromAsync(store.machines.profiles())).flat()).toEqual([])
  })

  it('delete what was last seen before the retention, and nothing without one', async () => {
    const { machines } = await make(() => new Date('2025-08-01T00:00:00Z'))
    await machines.take(
      'osquery',
      [report('OLD', { seenAt: '2025-05-01T00:00:00Z' }), report('NEW'), report('NEVER', { seenAt: null })],
      'Ito',
    )
    expect(await machines.ageOut()).toBe(0)
    await machines.setRetention({ days: 60 }, 'Ito')
    expect(await machines.retention()).toEqual({ days: 60 })
    expect(await machines.ageOut()).toBe(1)
    expect((await Array.fromAsync(machines.list())).flat().map(({ name }) => name)).toEqual(['NEVER', 'NEW'])
  })
})
