import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineKey, reachabilities, type FleetLine, FleetLines } from '../../../src/contract/fleet.ts'
import { coverageOf, foundOf, latest, verificationReader } from '../../../src/domain/fleet/coverage.ts'
import { exposureOf, machinesByVersion, machinesOf } from '../../../src/domain/fleet/exposure.ts'
import { overlapping, repeatedBy } from '../../../src/domain/fleet/doubles.ts'
import { lineChanges } from '../../../src/domain/fleet/changes.ts'
import { joinedLines, withReachable, withRoles } from '../../../src/domain/fleet/lines.ts'
import { otherChanges, rebased, withLines } from '../../../src/domain/fleet/rebase.ts'
import { fleetRows, readFleetTable } from '../../../src/domain/fleet/table.ts'
import { countedAs, isWithin, lineageOf } from '../../../src/domain/platforms/platforms.ts'
import { bulletin, platformId, platforms } from '../../support/arbitraries.ts'

const counted: fc.Arbitrary<FleetLine> = fc.record({
  platform: fc.constantFrom(...platforms.map(({ id }) => id)),
  edition: fc.option(fc.constantFrom('Professional', 'Server, Standard')),
  machines: fc.integer({ min: 1, max: 5000 }),
})
const line: fc.Arbitrary<FleetLine> = fc
  .tuple(
    counted,
    fc.option(fc.constantFrom(...reachabilities)),
    fc.subarray(['domain-controller', 'kiosk', 'CAD 端末']),
  )
  .map(([each, reachable, roles]) => withRoles(withReachable(each, reachable), roles))
const linesOf = (each: fc.Arbitrary<FleetLine>) => fc.uniqueArray(each, { selector: lineKey, maxLength: 8 })
const fleet = linesOf(line)
/** With lines of whole families, too. */
const anyFleet = linesOf(fc.tuple(line, platformId).map(([each, platform]) => ({ ...each, platform })))

/** The lines that come first, and of the others those that count no machine of theirs again. */
const withoutDoubles = (lines: readonly FleetLine[]) => {
  const kept: FleetLine[] = []
  for (const each of lines) if (repeatedBy(each, kept) === undefined) kept.push(each)
  return kept
}

const sum = (lines: readonly FleetLine[]) => lines.reduce((total, { machines }) => total + machines, 0)
const tree = [...new Set(platforms.flatMap(({ id }) => lineageOf(id)))]

describe('the machines that a bulletin affects', () => {
  const ms05019 = [
    { platform: 'windows-2000.sp3', rating: 1 as const },
    { platform: 'windows-2000.sp4', rating: 1 as const },
    { platform: 'windows-xp.sp1', rating: 1 as const },
    { platform: 'windows-xp.sp1.itanium', rating: 'none' as const },
  ]
  const products = [...platforms.map(({ id }) => ({ id })), { id: 'windows-2000.sp2' }]
  const of = (platform: string, machines: number): FleetLine => ({ platform, edition: null, machines })

  it.each([
    { what: 'a version', lines: [of('windows-2000.sp3', 3), of('windows-98', 4)], affected: 3, atMost: 3, all: 7 },
    { what: 'a part of a version', lines: [of('windows-2000.sp4.server', 60)], affected: 60, atMost: 60, all: 60 },
    { what: 'what it names as not affected', lines: [of('windows-xp.sp1.itanium', 5)], affected: 0, atMost: 0, all: 5 },
    {
      what: 'a family with only some versions affected',
      lines: [of('windows-2000', 300), of('windows-2000.sp4.server', 60)],
      affected: 60,
      atMost: 360,
      all: 360,
    },
    { what: 'a version with a part left out', lines: [of('windows-xp.sp1', 8)], affected: 0, atMost: 8, all: 8 },
    { what: 'a family that it does not name', lines: [of('windows-98', 2)], affected: 0, atMost: 0, all: 2 },
  ])('are known as far as the fleet says where they are: $what', ({ lines, affected, atMost, all }) => {
    expect(exposureOf(ms05019, machinesOf(lines, products))).toEqual({ affected, atMost, of: all })
  })

  it('are all of a version of which every product on file is affected, and may be any where some are not', () => {
    const onFile = ['windows-11.24h2.x64', 'windows-11.24h2.arm64', 'windows-10.1607.x64', 'windows-10.1607.32-bit']
    const ratings = ['windows-11.24h2.x64', 'windows-11.24h2.arm64', 'windows-10.1607.x64'].map((platform) => ({
      platform,
      rating: 2 as const,
    }))
    const lines = [of('windows-11.24h2', 100), of('windows-10.1607', 200)]
    const machines = machinesOf(
      lines,
      onFile.map((id) => ({ id })),
    )
    expect(exposureOf(ratings, machines)).toEqual({ affected: 100, atMost: 300, of: 300 })
  })

  it('are all of a family where the bulletin names that', () => {
    const lines = [of('windows-2000.sp3', 3), of('windows-2000', 2), of('windows-xp.sp2', 4)]
    const exposure = exposureOf([{ platform: 'windows-2000', rating: 1 }], machinesOf(lines, products))
    expect(exposure).toEqual({ affected: 5, atMost: 5, of: 9 })
  })

  it('are unknown where nobody has said what there is', () => {
    expect(exposureOf(ms05019, [])).toBeNull()
  })

  it('are never more than those that may be, and these never more than there are', () => {
    fc.assert(
      fc.property(bulletin, anyFleet, ({ platforms: ratings }, lines) => {
        const exposure = exposureOf(ratings, machinesOf(lines, products))
        if (exposure === null) return
        expect(exposure.affected).toBeLessThanOrEqual(exposure.atMost)
        expect(exposure.atMost).toBeLessThanOrEqual(exposure.of)
        expect(exposure.of).toBe(sum(lines))
      }),
    )
  })

  it('are known no worse, and are no more or less, once a line is split into what is below it', () => {
    fc.assert(
      fc.property(bulletin, anyFleet, fc.array(fc.nat({ max: 9 })), ({ platforms: ratings }, lines, picks) => {
        const split = lines.map((each, at) => {
          const below = tree.filter((id) => isWithin(id, each.platform))
          return { ...each, platform: below[(picks[at] ?? 0) % below.length] ?? each.platform }
        })
        const [before, after] = [lines, split].map((each) => exposureOf(ratings, machinesOf(each, products)))
        if (before === undefined || after === undefined) return
        if (before === null || after === null) return
        expect(after.of).toBe(before.of)
        expect(after.affected).toBeGreaterThanOrEqual(before.affected)
        expect(after.atMost).toBeLessThanOrEqual(before.atMost)
      }),
    )
  })
})

describe('lines for the same machines', () => {
  const of = (platform: string, edition: string | null): FleetLine => ({ platform, edition, machines: 1 })
  const reported = (platform: string): FleetLine => ({ ...of(platform, null), reported: true })
  it.each([
    { what: 'a version and one of its products', lines: [of('a.1', null), of('a.1.x64', null)], pairs: 1 },
    { what: 'one of them for an edition', lines: [of('a.1', null), of('a.1.x64', 'Pro')], pairs: 1 },
    { what: 'for different editions', lines: [of('a.1', 'Home'), of('a.1.x64', 'Pro')], pairs: 0 },
    { what: 'of two versions', lines: [of('a.1', null), of('a.2', null)], pairs: 0 },
    { what: 'of one platform and two editions', lines: [of('a.1', 'Home'), of('a.1', null)], pairs: 0 },
    { what: 'of machines that report themselves', lines: [reported('a.1'), reported('a.1.core')], pairs: 0 },
    { what: 'a typed one beside a reported one', lines: [of('a.1', null), reported('a.1.core')], pairs: 1 },
  ])('are found: $what', ({ lines, pairs }) => expect(overlapping(lines)).toHaveLength(pairs))

  it('are found before one is added, and a fleet without them never gets any', () => {
    fc.assert(
      fc.property(anyFleet, (lines) => {
        expect(overlapping(withoutDoubles(lines))).toEqual([])
      }),
    )
  })
})

describe('the machines of a plan', () => {
  it('are added up by version, whatever their edition and part of it', () => {
    fc.assert(
      fc.property(anyFleet, (lines) => {
        const counts = machinesByVersion(lines)
        expect([...counts.values()].reduce((total, count) => total + count, 0)).toBe(sum(lines))
        for (const [version, count] of counts) {
          expect(version).toBe(countedAs(version))
          expect(count).toBe(sum(lines.filter(({ platform }) => countedAs(platform) === version)))
        }
      }),
    )
  })
})

describe('what one person makes of a fleet that another changes meanwhile', () => {
  const byKey = (lines: readonly FleetLine[]) => new Map(lines.map((each) => [lineKey(each), each]))

  it('is the own change of each line, and where there is none the other', () => {
    fc.assert(
      fc.property(fleet, fleet, fleet, (base, mine, theirs) => {
        const [before, own, other] = [base, mine, theirs].map(byKey)
        const result = rebased(base, mine, theirs)
        expect(byKey(result).size).toBe(result.length)
        for (const key of [base, mine, theirs].flatMap((lines) => lines.map(lineKey))) {
          const isOwn = !isDeepStrictEqual(own?.get(key), before?.get(key))
          expect(byKey(result).get(key)).toEqual(isOwn ? own?.get(key) : other?.get(key))
        }
      }),
    )
  })

  it('is as it was made where nobody else has changed anything, and as the other has it where nobody else but they have', () => {
    fc.assert(
      fc.property(fleet, fleet, (base, changed) => {
        expect(rebased(base, changed, base)).toEqual(changed)
        expect(rebased(base, base, changed)).toEqual(changed)
      }),
    )
  })

  it('is shown beside every line that the other has changed, and beside no other', () => {
    fc.assert(
      fc.property(fleet, fleet, fleet, (base, mine, theirs) => {
        const result = rebased(base, mine, theirs)
        const shown = new Map(otherChanges(base, theirs, result).map((change) => [lineKey(change), change]))
        for (const key of [base, mine, theirs].flatMap((lines) => lines.map(lineKey))) {
          const [before, now, after] = [base, theirs, result].map((lines) => byKey(lines).get(key) ?? null)
          const change = shown.get(key)
          expect(change && [change.before, change.theirs, change.result]).toEqual(
            isDeepStrictEqual(before, now) ? undefined : [before, now, after],
          )
        }
      }),
    )
  })
})

describe('a fleet as a table', () => {
  it('is the same after it was written and read', () => {
    fc.assert(
      fc.property(fleet.map(withoutDoubles), (lines) => {
        expect(readFleetTable(fleetRows(lines), platforms)).toEqual({ lines, problems: [] })
      }),
    )
  })

  it('takes platforms by their names, numbers with commas, and passes over empty rows', () => {
    const rows = [
      ['Windows 2000 SP3', '', '1,200'],
      ['', '', ''],
      ['WINDOWS-XP.SP2 日本語版', 'Professional', '１２'],
    ]
    const named = [
      {
        id: 'windows-2000.sp3',
        family: 'Windows 2000',
        version: 'SP3',
        variant: null,
        label: { en: 'Windows 2000 SP3' },
      },
      {
        id: 'windows-xp.sp2',
        family: 'Windows XP',
        version: 'SP2',
        variant: null,
        label: { ja: 'Windows-XP.SP2 日本語版' },
      },
    ]
    expect(readFleetTable(rows, named)).toEqual({
      lines: [
        { platform: 'windows-2000.sp3', edition: null, machines: 1200 },
        { platform: 'windows-xp.sp2', edition: 'Professional', machines: 12 },
      ],
      problems: [],
    })
  })

  it.each([
    { row: ['windows-3.11', '', '5'], problem: 'platform', value: 'windows-3.11' },
    { row: ['windows-98', 'x'.repeat(121), '5'], problem: 'edition', value: 'x'.repeat(121) },
    { row: ['windows-98', '', '0'], problem: 'machines', value: '0' },
    { row: ['windows-98', '', '-4'], problem: 'machines', value: '-4' },
    { row: ['windows-98', '', '12,0'], problem: 'machines', value: '12,0' },
    { row: ['windows-98', '', '1,2,3'], problem: 'machines', value: '1,2,3' },
    { row: ['windows-98', '', '1.200'], problem: 'machines', value: '1.200' },
    { row: ['windows-98', '', 'five'], problem: 'machines', value: 'five' },
    { row: ['windows-98', '', '10000001'], problem: 'machines', value: '10000001' },
    { row: ['windows-98', ''], problem: 'machines', value: '' },
    { row: ['windows-98', '', '5', 'perhaps'], problem: 'reachable', value: 'perhaps' },
    { row: ['windows-98', '', '5', '', 'x'.repeat(61)], problem: 'roles', value: 'x'.repeat(61) },
    { row: ['windows-2000.sp4', '', '7'], problem: 'twice', value: 'windows-2000.sp4', of: 2 },
    { row: ['Windows 2000 Service Pack 4', '', '7'], problem: 'twice', value: 'Windows 2000 Service Pack 4', of: 2 },
  ])('leaves out a row with a bad $problem and says which it is', ({ row, problem, value, of }) => {
    const rows = [['platform', 'edition', 'machines'], ['windows-2000.sp4', '', '6'], row]
    const [name, edition] = row
    const line = { platform: name === 'windows-98' ? name : 'windows-2000.sp4', edition: edition || null }
    expect(readFleetTable(rows, platforms)).toEqual({
      lines: [{ platform: 'windows-2000.sp4', edition: null, machines: 6 }],
      problems: [{ row: 3, problem, value, ...(of !== undefined && { of }), ...(problem !== 'platform' && { line }) }],
    })
  })

  it('leaves out a row that counts machines of another row again, and names that row', () => {
    const named = (id: string, version: string | null, variant: string | null, label: string) => ({
      id,
      family: 'Windows 10',
      version,
      variant,
      label: { en: label },
    })
    const today = [
      named('windows-10.22h2', '22H2', null, 'Windows 10 22H2'),
      named('windows-10.22h2.x64', '22H2', 'x64', 'Windows 10 Version 22H2 for x64-based Systems'),
    ]
    const rows = [
      ['Windows 10 22H2 x64', 'Pro', '92'],
      ['Windows 10 22H2', '', '100'],
      ['Windows 10 22H2', 'Home', '8'],
    ]
    expect(readFleetTable(rows, today)).toEqual({
      lines: [
        { platform: 'windows-10.22h2.x64', edition: 'Pro', machines: 92 },
        { platform: 'windows-10.22h2', edition: 'Home', machines: 8 },
      ],
      problems: [
        {
          row: 2,
          problem: 'double',
          value: 'Windows 10 22H2',
          of: 1,
          line: { platform: 'windows-10.22h2', edition: null },
        },
      ],
    })
  })

  it('may say nothing of the internet and of roles, in columns or without them', () => {
    const rows = [
      ['platform', 'edition', 'machines', 'reachable', 'roles'],
      ['windows-2000.sp4', '', '1', 'YES', 'domain-controller; kiosk, kiosk'],
      ['windows-98', '', '2', '', ''],
      ['windows-xp.sp2', '', '3'],
    ]
    expect(readFleetTable(rows, platforms)).toEqual({
      lines: [
        {
          platform: 'windows-2000.sp4',
          edition: null,
          machines: 1,
          reachable: 'yes',
          roles: ['domain-controller', 'kiosk'],
        },
        { platform: 'windows-98', edition: null, machines: 2 },
        { platform: 'windows-xp.sp2', edition: null, machines: 3 },
      ],
      problems: [],
    })
  })

  it('gives lines that the contract takes, whatever a file has', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(fc.oneof(fc.string(), fc.constantFrom('windows-98', 'windows-2000.sp4', '7')), { maxLength: 4 }),
        ),
        (rows) => {
          const { lines } = readFleetTable(rows, platforms)
          expect(FleetLines.parse(lines)).toEqual(lines)
          expect(overlapping(lines)).toEqual([])
        },
      ),
    )
  })
})

describe('what the verification script has printed', () => {
  const check = (machine: string, platform: string, verdict: string) => [
    machine,
    platform,
    'a file',
    '1.2',
    '1.2',
    verdict,
  ]

  /** What rows come to, read one by one. */
  const readVerification = (rows: readonly (readonly string[])[]) => {
    const reader = verificationReader()
    for (const row of rows) reader.add([row])
    return { machines: reader.machines(), unreadable: reader.unreadable }
  }

  it('says that a fix is on where all checks of one platform are good, whatever those of others say', () => {
    const rows = [
      check('PC1', 'Windows 2000', 'ok'),
      check('PC1', 'Windows 2000', 'ok'),
      check('PC1', 'Windows XP', 'missing'),
      check('PC2', 'Windows 2000', 'ok'),
      check('PC2', 'Windows 2000', 'older'),
      check('PC2', 'Windows XP', 'missing'),
    ]
    expect(readVerification(rows)).toEqual({
      machines: [
        { name: 'PC1', isApplied: true },
        { name: 'PC2', isApplied: false },
      ],
      unreadable: [],
    })
  })

  it('says nothing of a machine with another build than each that the fix is for', () => {
    const rows = [
      check('PC1', 'Windows 11 24H2', 'other-build'),
      check('PC1', 'Windows 11 23H2', 'other-build'),
      check('PC2', 'Windows 11 24H2', 'other-build'),
      check('PC2', 'Windows 11 23H2', 'older'),
      // The build is another one: the file is not that of this platform.
      check('PC3', 'Windows 11 24H2', 'other-build'),
      check('PC3', 'Windows 11 24H2', 'missing'),
    ]
    expect(readVerification(rows).machines).toEqual([
      { name: 'PC1', isApplied: null },
      { name: 'PC2', isApplied: false },
      { name: 'PC3', isApplied: null },
    ])
  })

  it('knows a machine by its name, however that is written', () => {
    expect(readVerification([check('PC1', 'a', 'older'), check('pc1', 'b', 'ok')]).machines).toEqual([
      { name: 'PC1', isApplied: true },
    ])
    expect(latest([[{ name: 'PC1', isApplied: false }], [{ name: 'pc1', isApplied: true }]])).toEqual([
      { name: 'pc1', isApplied: true },
    ])
  })

  it('tells the lines that are none of it', () => {
    const rows = [['hello'], [''], check('', 'a', 'ok'), check('PC1', 'a', 'fine'), check('PC1', 'a', 'ok')]
    expect(readVerification(rows)).toEqual({ machines: [{ name: 'PC1', isApplied: true }], unreadable: [1, 3, 4] })
  })

  it('is told of each machine as it was found last, out of all that are affected', () => {
    const reports = [
      [
        { name: 'PC2', isApplied: false },
        { name: 'PC1', isApplied: true },
      ],
      [{ name: 'PC2', isApplied: true }],
    ]
    const machines = latest(reports)
    expect(machines).toEqual([
      { name: 'PC1', isApplied: true },
      { name: 'PC2', isApplied: true },
    ])
    const exposure = (affected: number, atMost: number) => ({ affected, atMost, of: 620 })
    expect([
      coverageOf(foundOf(machines), null),
      coverageOf(foundOf(machines), exposure(360, 360)),
      coverageOf(foundOf(machines), exposure(1, 1)),
      coverageOf(foundOf(machines), exposure(1, 360)),
      coverageOf(foundOf([]), exposure(360, 360)),
    ]).toEqual([
      { applied: 2, of: 2, atMost: 2 },
      { applied: 2, of: 360, atMost: 360 },
      { applied: 2, of: 2, atMost: 2 },
      { applied: 2, of: 2, atMost: 360 },
      null,
    ])
  })

  it('is told of no more machines than those that the fix is for', () => {
    const machines = [
      { name: 'PC1', isApplied: true },
      { name: 'PC2', isApplied: null },
      { name: 'PC3', isApplied: null },
    ]
    expect(coverageOf(foundOf(machines), { affected: 1, atMost: 1, of: 3 })).toEqual({ applied: 1, of: 1, atMost: 1 })
    expect(coverageOf(foundOf(machines.slice(1)), null)).toBeNull()
  })

  it('never comes to more than all', () => {
    const checked = fc.record({ name: fc.string({ minLength: 1 }), isApplied: fc.constantFrom(true, false, null) })
    const exposure = fc
      .tuple(fc.nat(9), fc.nat(9))
      .map(([affected, perhaps]) => ({ affected, atMost: affected + perhaps, of: 20 }))
    fc.assert(
      fc.property(fc.array(fc.array(checked)), fc.option(exposure), (reports, affected) => {
        const machines = latest(reports)
        const counted = coverageOf(foundOf(machines), affected)
        if (counted === null) return
        expect(counted.applied).toBeLessThanOrEqual(counted.of)
        expect(counted.of).toBeLessThanOrEqual(counted.atMost)
      }),
    )
  })
})

describe('two lines that have become one', () => {
  it('count all machines, are reachable where any are, and not reachable where that is said of both', () => {
    fc.assert(
      fc.property(line, line, (a, b) => {
        const one = joinedLines(a, b)
        expect(one.machines).toBe(a.machines + b.machines)
        const words = new Set([a.reachable, b.reachable])
        expect(one.reachable).toBe(words.has('yes') ? 'yes' : words.has(undefined) ? undefined : 'no')
        expect(new Set(one.roles)).toEqual(new Set([...(a.roles ?? []), ...(b.roles ?? [])]))
      }),
    )
  })
})

describe('what a file would change', () => {
  it('is each line that it adds, changes or leaves as it is, and each that it does not have', () => {
    fc.assert(
      fc.property(fleet, fleet, (before, after) => {
        const changes = lineChanges(before, after)
        expect(new Set(changes.map(lineKey))).toEqual(new Set([...before, ...after].map(lineKey)))
        expect(changes.length).toBe(new Set(changes.map(lineKey)).size)
        for (const change of changes) {
          const of = (lines: readonly FleetLine[]) => lines.find((each) => lineKey(each) === lineKey(change)) ?? null
          expect([change.from, change.to]).toEqual([of(before), of(after)])
        }
        const kept = changes.flatMap(({ kind, from, to }) => (kind === 'removed' ? from : to) ?? [])
        expect(sum(kept)).toBe(sum(withLines(before, after)))
      }),
    )
  })

  it('comes with what differs first', () => {
    const of = (platform: string, machines: number): FleetLine => ({ platform, edition: null, machines })
    const before = [of('windows-98', 1), of('windows-2000.sp3', 2), of('windows-2000.sp4', 3)]
    const after = [of('windows-98', 1), of('windows-xp.sp2', 4), of('windows-2000.sp4', 30)]
    expect(
      lineChanges(before, after).map(({ platform, kind, from, to }) => [
        platform,
        kind,
        from?.machines ?? null,
        to?.machines ?? null,
      ]),
    ).toEqual([
      ['windows-2000.sp4', 'changed', 3, 30],
      ['windows-xp.sp2', 'added', null, 4],
      ['windows-2000.sp3', 'removed', 2, null],
      ['windows-98', 'unchanged', 1, 1],
    ])
  })
})
