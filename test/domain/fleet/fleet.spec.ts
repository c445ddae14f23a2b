import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FleetLines, type FleetLine } from '../../../src/contract/fleet.ts'
import { coverageOf, latest, readVerification } from '../../../src/domain/fleet/coverage.ts'
import { exposureOf, machinesByPlatform } from '../../../src/domain/fleet/exposure.ts'
import { rebased } from '../../../src/domain/fleet/rebase.ts'
import { fleetRows, readFleetTable } from '../../../src/domain/fleet/table.ts'
import { isWithin } from '../../../src/domain/platforms.ts'
import { isAffected } from '../../../src/domain/severity.ts'
import { bulletin, platforms } from '../../support/arbitraries.ts'

const line: fc.Arbitrary<FleetLine> = fc.record({
  platform: fc.constantFrom(...platforms.map(({ id }) => id)),
  edition: fc.option(fc.constantFrom('Professional', 'Server, Standard')),
  machines: fc.integer({ min: 1, max: 5000 }),
})
const fleet = fc.uniqueArray(line, { selector: ({ platform, edition }) => `${platform} ${edition}`, maxLength: 8 })

describe('the machines that a bulletin affects', () => {
  it('are those on the platforms that it affects, or below them', () => {
    fc.assert(
      fc.property(bulletin, fleet, ({ platforms: ratings }, lines) => {
        const exposure = exposureOf(ratings, lines)
        if (lines.length === 0) {
          expect(exposure).toBeNull()
          return
        }
        const hit = lines.filter((each) =>
          ratings.some(({ platform, rating }) => isAffected(rating) && isWithin(each.platform, platform)),
        )
        const sum = (some: readonly FleetLine[]) => some.reduce((total, { machines }) => total + machines, 0)
        expect(exposure).toEqual({ affected: sum(hit), of: sum(lines) })
      }),
    )
  })

  it('count with the family where the bulletin names only that', () => {
    const ratings = [{ platform: 'windows-2000', rating: 1 as const }]
    const lines = [
      { platform: 'windows-2000.sp3', edition: null, machines: 3 },
      { platform: 'windows-xp.sp2', edition: null, machines: 4 },
    ]
    expect(exposureOf(ratings, lines)).toEqual({ affected: 3, of: 7 })
  })

  it('are added up by platform', () => {
    fc.assert(
      fc.property(fleet, (lines) => {
        const counts = machinesByPlatform(lines)
        expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(
          lines.reduce((sum, { machines }) => sum + machines, 0),
        )
        expect([...counts.keys()]).toEqual([...new Set(lines.map(({ platform }) => platform))])
      }),
    )
  })
})

describe('what one person makes of a fleet that another changes meanwhile', () => {
  const keyOf = ({ platform, edition }: FleetLine) => `${platform} ${edition}`
  const countsOf = (lines: readonly FleetLine[]) => new Map(lines.map((line) => [keyOf(line), line.machines]))

  it('is the own change of each line, and where there is none the other', () => {
    fc.assert(
      fc.property(fleet, fleet, fleet, (base, mine, theirs) => {
        const [before, own, other] = [base, mine, theirs].map(countsOf)
        const result = rebased(base, mine, theirs)
        expect(countsOf(result).size).toBe(result.length)
        for (const key of [base, mine, theirs].flatMap((lines) => lines.map(keyOf))) {
          const isOwn = own?.get(key) !== before?.get(key)
          expect(countsOf(result).get(key)).toBe(isOwn ? own?.get(key) : other?.get(key))
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
})

describe('a fleet as a table', () => {
  it('is the same after it was written and read', () => {
    fc.assert(
      fc.property(fleet, (lines) => {
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
      { id: 'windows-2000.sp3', label: { en: 'Windows 2000 SP3' } },
      { id: 'windows-xp.sp2', label: { ja: 'Windows-XP.SP2 日本語版' } },
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
    { row: ['windows-98', '', 'five'], problem: 'machines', value: 'five' },
    { row: ['windows-98', '', '10000001'], problem: 'machines', value: '10000001' },
    { row: ['windows-98', ''], problem: 'machines', value: '' },
    { row: ['windows-2000.sp4', '', '7'], problem: 'twice', value: 'windows-2000.sp4' },
  ])('leaves out a row with a bad $problem and says which it is', ({ row, problem, value }) => {
    const rows = [['platform', 'edition', 'machines'], ['windows-2000.sp4', '', '6'], row]
    expect(readFleetTable(rows, platforms)).toEqual({
      lines: [{ platform: 'windows-2000.sp4', edition: null, machines: 6 }],
      problems: [{ row: 3, problem, value }],
    })
  })

  it('gives lines that the contract takes, whatever a file has', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.oneof(fc.string(), fc.constantFrom('windows-98', '7')), { maxLength: 4 })),
        (rows) => {
          const { lines } = readFleetTable(rows, platforms)
          expect(FleetLines.parse(lines)).toEqual(lines)
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
      unreadable: 0,
    })
  })

  it('counts the lines that are none of it', () => {
    const rows = [['hello'], [''], check('', 'a', 'ok'), check('PC1', 'a', 'fine'), check('PC1', 'a', 'ok')]
    expect(readVerification(rows)).toEqual({ machines: [{ name: 'PC1', isApplied: true }], unreadable: 3 })
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
    expect([
      coverageOf(machines, null),
      coverageOf(machines, 360),
      coverageOf(machines, 1),
      coverageOf([], 360),
    ]).toEqual([{ applied: 2, of: 2 }, { applied: 2, of: 360 }, { applied: 2, of: 2 }, null])
  })
})
