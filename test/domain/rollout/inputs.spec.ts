import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaults, readSome, writeInputs, writeSome, type RolloutInputs } from '../../../src/domain/rollout/inputs.ts'
import type { MaintenanceWindow } from '../../../src/domain/rollout/windows.ts'

const usual = defaults('2005-04-19', 'Asia/Tokyo')
const clock = fc.constantFrom(['22:00', '05:00'], ['01:30', '04:00'] as const)
const day = fc.constantFrom('2005-04-19', '2005-04-29', '2005-05-05')
const window: fc.Arbitrary<MaintenanceWindow> = fc.oneof(
  fc
    .record({ weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), at: clock })
    .map(({ weekdays, at: [from = '', to = ''] }) => ({ kind: 'weekly' as const, weekdays, from, to })),
  fc
    .record({ days: fc.nat(60), at: clock })
    .map(({ days, at: [from = '', to = ''] }) => ({ kind: 'patch-tuesday' as const, days, from, to })),
  fc.constant({ kind: 'once' as const, from: '2005-04-19T22:00', to: '2005-04-20T05:00' }),
)
const platform = fc.constantFrom('windows-2000.sp3', 'windows-xp.sp2', 'home')
const inputs: fc.Arbitrary<RolloutInputs> = fc.record({
  bulletins: fc.uniqueArray(fc.constantFrom('MS05-019', 'KB5079473', 'a.b:c_d'), { maxLength: 3 }),
  fleet: fc.uniqueArray(fc.record({ platform, count: fc.nat(10_000) }), {
    maxLength: 3,
    selector: (machines) => machines.platform,
  }),
  consoles: fc.integer({ min: 1, max: 99 }),
  restartMinutes: fc.nat(600),
  failurePercent: fc.constantFrom(0, 2, 2.5, 100),
  windows: fc.array(window, { maxLength: 3 }),
  zone: fc.constantFrom('Asia/Tokyo', 'Europe/Berlin', 'UTC'),
  startsOn: day,
  freezes: fc.array(
    day.map((from) => ({ from, to: '2005-05-05' })),
    { maxLength: 2 },
  ),
  holidays: fc.boolean(),
  pilotPercent: fc.constantFrom(0, 5, 12.5),
  groups: fc.array(fc.uniqueArray(platform, { minLength: 1, maxLength: 2 }), { maxLength: 3 }),
  soakHours: fc.nat(100),
  marginMinutes: fc.nat(90),
  setupMinutes: fc.constantFrom(0, 10, 12.5),
  secondsPerMachine: fc.nat(600),
  tool: fc.constantFrom('', 'WSUS', 'a;b,c:100 %', '配布ツール'),
  calibration: fc.constantFrom(null, { runs: 5, median: 1.2, low: 0.875, high: 1.6 }),
})

describe('a link', () => {
  it('gives back every plan that was written into it', () => {
    fc.assert(
      fc.property(inputs, (given) => {
        expect({ ...defaults('1999-01-01', 'UTC'), ...readSome(writeInputs(given)) }).toEqual(given)
      }),
    )
  })

  it('is short, and always names its first day and its zone', () => {
    expect(writeInputs({ ...usual, bulletins: ['MS05-019'], consoles: 2 })).toBe(
      '1;b:MS05-019;c:2;z:Asia/Tokyo;s:2005-04-19',
    )
  })

  it('holds only what a second scenario changes', () => {
    expect(readSome(writeSome({ consoles: 4 }))).toEqual({ consoles: 4 })
  })

  it.each([
    ['c:0', {}],
    ['c:two', {}],
    ['z:Mars/Olympus;c:2', { consoles: 2 }],
    ['m:windows-2000:220,WINDOWS:1,x:-4', { fleet: [{ platform: 'windows-2000', count: 220 }] }],
    ['w:24@22:00-05:00,8@22:00-05:00,2@25:00-01:00', { windows: [usual.windows[0]] }],
    ['s:2005-02-30', {}],
    ['x:2005-05-05/2005-04-29', {}],
    ['w:24@22:0', {}],
    ['w:', { windows: [] }],
    ['w:pt61@22:00-05:00', {}],
    ['b:MS05-019,MS05-019', { bulletins: ['MS05-019'] }],
    ['z:JST;c:2', { consoles: 2 }],
    ['m:home:1000001', { fleet: [{ platform: 'home', count: 1_000_001 }] }],
    ['t:%E0%A4', { tool: '%E0%A4' }],
    ['m:home:100,home:200', { fleet: [{ platform: 'home', count: 100 }] }],
    ['u:0:1:1:1', {}],
    ['u:3:1:2:0.5', {}],
    ['?:1;;b', { bulletins: [] }],
  ])('with %s keeps what is good of it', (text, expected) => {
    expect(readSome(`1;${text}`)).toEqual(expected)
  })

  it('of another version says nothing', () => {
    expect(readSome('2;c:4')).toEqual({})
  })
})
