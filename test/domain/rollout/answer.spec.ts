import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerTo, type Answer } from '../../../src/domain/rollout/answer.ts'
import type { FleetLine } from '../../../src/contract/fleet.ts'
import type { Fixable } from '../../../src/domain/rollout/fixes.ts'
import { defaults, type RolloutInputs } from '../../../src/domain/rollout/inputs.ts'
import { inVersions, leftOut, versionsOnFile, withAllOnFile } from '../../../src/domain/rollout/on-file.ts'
import { remedies } from '../../../src/domain/rollout/remedy.ts'
import { series } from '../../../src/domain/rollout/series.ts'
import { frozen } from '../../../src/domain/rollout/windows.ts'
import { countOf, scaled, shareOf } from '../../../src/domain/rollout/waves.ts'
import { isTimeZone, zonesFor, zonesOffered } from '../../../src/domain/rollout/zone.ts'

const ms05019: Fixable = {
  id: 'MS05-019',
  restart: 'required',
  platforms: [
    { platform: 'windows-2000.sp3', rating: 1 },
    { platform: 'windows-xp.sp2', rating: 3 },
    { platform: 'windows-98', rating: 'no-fix' as const },
  ],
  rollout: [
    {
      package: 'Windows2000-KB893066-x86-JPN.EXE',
      tool: 'UpdateEXPERT 6.1',
      consoles: 1,
      points: [
        { machines: 50, minutes: 18 },
        { machines: 100, minutes: 27 },
        { machines: 250, minutes: 52 },
        { machines: 500, minutes: 94 },
      ],
    },
  ],
}
const unpublished: Fixable = { ...ms05019, id: 'MS05-018', rollout: [], restart: 'not-required' }

const inputs = (choice: Partial<RolloutInputs>): RolloutInputs => ({
  ...defaults('2005-04-19', 'Asia/Tokyo'),
  pilotPercent: 0,
  marginMinutes: 0,
  ...choice,
})
const fleetOf = (count: number) => [{ platform: 'windows-2000.sp3', count }]
const answer = (choice: Partial<RolloutInputs>, bulletins = [ms05019]): Answer =>
  answerTo(inputs(choice), { bulletins, holidays: [] })
const at = (moment: string) => Temporal.ZonedDateTime.from(`${moment}[Asia/Tokyo]`).epochMilliseconds

describe('the answer for MS05-019', () => {
  it.each([
    [50, 1, 18],
    [100, 1, 27],
    [250, 1, 52],
    [500, 1, 94],
    [500, 2, 52],
  ])('is, for %i machines and %i consoles, exactly %i minutes', (count, consoles, minutes) => {
    expect(answer({ fleet: fleetOf(count), consoles }).estimate.minutes).toBe(minutes)
  })

  it('is about 178 minutes for 1,000 machines', () => {
    expect(Math.abs(answer({ fleet: fleetOf(1000) }).estimate.minutes - 178)).toBeLessThanOrEqual(2)
  })

  it('counts the restart, which it needs, and a second pass over what fails', () => {
    expect(answer({ fleet: fleetOf(500), restartMinutes: 6 }).estimate.minutes).toBe(100)
    expect(answer({ fleet: fleetOf(500), failurePercent: 10 }).estimate.minutes).toBe(94 + 18)
  })

  it('finishes when its minutes after the window opens are over, or later where it takes longest', () => {
    const { plan, slowest } = answer({ fleet: fleetOf(500), consoles: 2 })
    expect(plan.finish).toBe(at('2005-04-19T22:52'))
    expect(slowest.finish).toBeGreaterThan(at('2005-04-19T22:52'))
    expect(slowest.finish).toBeLessThan(at('2005-04-19T22:55'))
  })

  it('leaves out machines that it has nothing for, and of none has nothing to say', () => {
    const unaffected = answer({ fleet: [{ platform: 'windows-98', count: 30 }] })
    expect([unaffected.machines, unaffected.estimate.minutes, unaffected.plan.finish]).toEqual([0, 0, null])
  })

  it('keeps clear of Golden Week where the holidays are frozen', () => {
    const holidays = [{ from: '2005-04-19', to: '2005-04-25' }]
    const { plan } = answerTo(inputs({ fleet: fleetOf(500), holidays: true }), { bulletins: [ms05019], holidays })
    expect(plan.segments[0]?.from).toBe(at('2005-04-26T22:00'))
  })

  it('is corrected by measured runs', () => {
    const calibration = { runs: 4, median: 1.5, low: 1.2, high: 2 }
    const { minutes, low, high } = answer({ fleet: fleetOf(500), calibration }).estimate
    expect(minutes).toBe(141)
    expect(low).toBeLessThan(94 * 1.2)
    expect(high).toBeGreaterThan(94 * 2)
  })
})

it('of several bulletins adds up their installs, and restarts once', () => {
  const both = answer({ fleet: fleetOf(50), restartMinutes: 5, setupMinutes: 10, secondsPerMachine: 12 }, [
    ms05019,
    unpublished,
  ])
  expect(both.estimate.minutes).toBe(18 + 20 + 5)
})

it('restarts only where a fix that needs it is installed', () => {
  const other: Fixable = { ...unpublished, platforms: [{ platform: 'windows-xp.sp2', rating: 1 }] }
  const only2000: Fixable = { ...ms05019, platforms: [{ platform: 'windows-2000.sp3', rating: 1 }] }
  const { plan } = answer(
    {
      fleet: [...fleetOf(50), { platform: 'windows-xp.sp2', count: 12 }],
      groups: [['windows-2000.sp3'], ['windows-xp.sp2']],
      restartMinutes: 60,
      setupMinutes: 10,
      secondsPerMachine: 10,
    },
    [only2000, other],
  )
  expect(plan.segments.map(({ from, to }) => (to - from) / 60_000)).toEqual([78, 12])
})

it('tells a period without an open window from a window that is too short', () => {
  const past = [{ kind: 'once', from: '2005-04-01T22:00', to: '2005-04-02T05:00' } as const]
  const { plan, open } = answer({ fleet: fleetOf(50), windows: past })
  expect([open, plan.misfits.map(({ isTooShort }) => isTooShort)]).toEqual([[], [false]])
})

it('touches no freeze, whatever is frozen', () => {
  const day = fc.integer({ min: 0, max: 60 }).map((days) => Temporal.PlainDate.from('2005-04-19').add({ days }))
  const freeze = fc
    .record({ day, days: fc.nat(9) })
    .map((each) => ({ from: each.day.toString(), to: each.day.add({ days: each.days }).toString() }))
  fc.assert(
    fc.property(fc.array(freeze, { maxLength: 5 }), fc.constantFrom('Asia/Tokyo', 'Europe/Berlin'), (freezes, zone) => {
      const { plan } = answer({ fleet: fleetOf(3000), freezes, zone })
      const touched = plan.segments.filter(({ from, to }) =>
        freezes.map((each) => frozen(each, zone)).some((hole) => from < hole.to && to > hole.from),
      )
      expect(plan.segments.length).toBeGreaterThan(0)
      expect(touched).toEqual([])
    }),
  )
})

describe('what would make a plan fit', () => {
  // 30 minutes a night for half a year are too short for 2,000 machines with a set-up of ten minutes each night.
  const tight = inputs({
    fleet: fleetOf(2000),
    windows: [{ kind: 'weekly', weekdays: [2], from: '22:00', to: '22:20' }],
  })
  const facts = { bulletins: [ms05019], holidays: [] }

  it('makes it fit', () => {
    const found = remedies(tight, facts)
    expect(found.map(({ kind }) => kind)).toEqual(['consoles', 'window', 'wave'])
    for (const remedy of found) {
      const changed =
        remedy.kind === 'wave' ? { ...tight, fleet: fleetOf(2000 - remedy.machines) } : { ...tight, ...remedy.change }
      expect(answerTo(changed, facts).plan.misfits).toEqual([])
    }
  })

  it('is the least of its kind', () => {
    const [consoles] = remedies(tight, facts)
    const more = consoles?.kind === 'consoles' ? consoles.more : 0
    expect(more).toBeGreaterThan(0)
    expect(answerTo({ ...tight, consoles: more }, facts).plan.misfits).toHaveLength(1)
  })

  it('is never more consoles than a link can say', () => {
    const hour = [{ kind: 'weekly' as const, weekdays: [2], from: '22:00', to: '23:00' }]
    const many = { ...tight, consoles: 95, fleet: fleetOf(304_000), windows: hour }
    expect(remedies(many, facts).filter(({ kind }) => kind === 'consoles')).toEqual([])
  })

  it('is nothing where it fits', () => {
    expect(remedies(inputs({ fleet: fleetOf(50) }), facts)).toEqual([])
  })
})

describe('a line of the chart', () => {
  it('has only the places where it bends, with the estimate at each', () => {
    const { fixes, fleet, circumstances } = answer({ fleet: fleetOf(620) })
    const line = series(fixes, fleet, circumstances, 1000)
    expect(line.length).toBeLessThanOrEqual(12)
    expect(line.filter(({ machines }) => machines === 50 || machines === 500).map(({ minutes }) => minutes)).toEqual([
      18, 94,
    ])
    expect(line.at(-1)?.machines).toBe(1000)
  })
})

it('a share of machines is rounded up, and not by what floating point adds', () => {
  expect([shareOf(100, 7 / 100), shareOf(101, 7 / 100), shareOf(1, 0.05), shareOf(0, 0.5)]).toEqual([7, 8, 1, 0])
})

describe('a fleet that is scaled', () => {
  const fleet = fc.uniqueArray(fc.record({ platform: fc.constantFrom('a', 'b', 'c', 'd'), count: fc.nat(5000) }), {
    selector: ({ platform }) => platform,
    minLength: 1,
  })

  it('has as many machines as wanted, each platform within one of its share', () => {
    fc.assert(
      fc.property(fleet, fc.nat(20_000), (given, total) => {
        const after = scaled(given, total)
        const before = countOf(given)
        expect(countOf(after)).toBe(total)
        for (const [position, { count }] of after.entries()) {
          const share = before === 0 ? total / given.length : ((given[position]?.count ?? 0) * total) / before
          expect(Math.abs(count - share)).toBeLessThan(1)
        }
      }),
    )
  })

  it('of no platform stays empty', () => {
    expect(scaled([], 10)).toEqual([])
  })
})

describe('a fix that another one of the plan is enough for', () => {
  const fleet = [
    { platform: 'windows-2000.sp3', count: 100 },
    { platform: 'windows-xp.sp2', count: 50 },
  ]
  const bulletins = [ms05019, unpublished]
  const answered = (platforms: string[]) =>
    answerTo(inputs({ fleet }), { bulletins, holidays: [], needless: [{ id: 'MS05-018', platforms }] })

  it('is installed on none of those machines, and on all others', () => {
    const both = answerTo(inputs({ fleet }), { bulletins, holidays: [] })
    const spared = answered(['windows-2000.sp3'])
    expect(spared.inUse.map(({ id }) => id)).toEqual(['MS05-019', 'MS05-018'])
    expect(spared.machines).toBe(150)
    expect(spared.estimate.minutes).toBeLessThan(both.estimate.minutes)
  })

  it('is not in use where it is enough everywhere', () => {
    const alone = answerTo(inputs({ fleet }), { bulletins: [ms05019], holidays: [] })
    const spared = answered(['windows-2000.sp3', 'windows-xp.sp2'])
    expect(spared.inUse.map(({ id }) => id)).toEqual(['MS05-019'])
    expect(spared.estimate).toEqual(alone.estimate)
  })
})

describe('the lines of the chart', () => {
  it('begin with the set-up of every fix, so that they never rise at once', () => {
    const fleet = [
      { platform: 'windows-2000.sp3', count: 500 },
      { platform: 'windows-xp.sp2', count: 3 },
    ]
    const only = { ...unpublished, platforms: [{ platform: 'windows-xp.sp2', rating: 1 as const }] }
    const { fixes, circumstances } = answerTo(inputs({ fleet }), { bulletins: [ms05019, only], holidays: [] })
    const [first, second] = series(fixes, fleet, circumstances, 1000)
    expect(first?.machines).toBe(1)
    expect(first?.minutes).toBeGreaterThan(10)
    const slope = ((second?.minutes ?? 0) - (first?.minutes ?? 0)) / ((second?.machines ?? 1) - 1)
    expect(slope).toBeLessThan(1)
  })
})

describe('the machines on file', () => {
  const lines: FleetLine[] = [
    { platform: 'windows-server-2022', edition: 'Core', machines: 14 },
    { platform: 'windows-server-2022.rtm', edition: null, machines: 6 },
    { platform: 'windows-xp', edition: null, machines: 5 },
    { platform: 'windows-11.24h2.x64', edition: null, machines: 226 },
    { platform: 'windows-11.24h2.arm64', edition: null, machines: 14 },
  ]
  const servers = ['windows-server-2022', 'windows-server-2022.rtm', 'windows-server-2022.23h2']
  const ids = [...servers, 'windows-xp', 'windows-xp.rtm', 'windows-xp.sp1']
  const onFile = versionsOnFile(lines, ids)

  it('are of the version that has the name of their family, and of none where any may be meant', () => {
    expect([...onFile]).toEqual([
      ['windows-server-2022.rtm', 20],
      ['windows-xp', 5],
      ['windows-11.24h2', 240],
    ])
  })

  it('are counted in a link as they are on file, however its platforms are written', () => {
    const fleet = lines.map(({ platform, machines }) => ({ platform, count: machines }))
    const groups = [['windows-11.24h2.x64', 'windows-11.24h2.arm64'], ['windows-server-2022']]
    const platforms = ids.map((id) => ({ id }))
    expect(inVersions({ fleet, groups, consoles: 2 }, platforms)).toEqual({
      consoles: 2,
      fleet: Array.from(onFile, ([platform, count]) => ({ platform, count })),
      groups: [['windows-11.24h2'], ['windows-server-2022.rtm']],
    })
  })

  it('that a plan leaves out are told, and none is once they are added', () => {
    const versions = fc.constantFrom('a.1', 'a.2', 'b.1')
    const machines = fc.uniqueArray(fc.record({ platform: versions, count: fc.integer({ min: 1, max: 9 }) }), {
      selector: ({ platform }) => platform,
    })
    fc.assert(
      fc.property(machines, machines, (own, planned) => {
        const missing = countOf(leftOut(own, planned))
        const all = withAllOnFile(planned, own)
        expect(leftOut(own, all)).toEqual([])
        expect(countOf(all)).toBe(countOf(planned) + missing)
      }),
    )
  })
})

describe('the zones to choose from', () => {
  it('go by their names of today, with UTC', () => {
    const zones = zonesOffered(['Asia/Calcutta', 'Asia/Katmandu', 'Europe/Kiev', 'Asia/Tokyo'])
    expect(zones).toEqual(['Asia/Kathmandu', 'Asia/Kolkata', 'Asia/Tokyo', 'Europe/Kyiv', 'UTC'])
    expect(zonesFor(zones, 'kol')).toEqual(['Asia/Kolkata'])
    expect(zonesFor(zones, 'asia/t')).toEqual(['Asia/Tokyo'])
  })

  it('are all zones that a plan can be computed in', () => {
    expect(zonesOffered(Intl.supportedValuesOf('timeZone')).filter((zone) => !isTimeZone(zone))).toEqual([])
  })
})
