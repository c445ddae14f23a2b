import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KnownIssue, TestResult } from '../../../src/contract/bulletin.ts'
import type { LabReport } from '../../../src/contract/lab.ts'
import type { Platform, PlatformId } from '../../../src/contract/platform.ts'
import { outcomes } from '../../../src/contract/vocabulary.ts'
import { fixIndexer } from '../../../src/domain/fixes/candidates.ts'
import { fixFactsOf } from '../../../src/domain/fixes/facts.ts'
import { linesOn, platformFixes } from '../../../src/domain/fixes/platform-fixes.ts'
import { cellsInOrder, nextUntested, type CellPlace } from '../../../src/domain/lab/next-untested.ts'
import { rowName, toldApart } from '../../../src/domain/lab/row-names.ts'
import { countCells, isCounted, labGrid, releaseSize, type LabFacts } from '../../../src/domain/lab/release-grid.ts'
import { june, may, onFile } from '../fixes/months.ts'

const [mayFixes, juneFixes] = [await may(), await june()]
const indexer = fixIndexer()
for (const bulletin of onFile([mayFixes, juneFixes])) indexer.add(fixFactsOf(bulletin))
const index = indexer.index()

const platform = (id: PlatformId, label: string, kind: Platform['kind'] = 'client'): Platform => ({
  id,
  family: label.split(' for ')[0] ?? label,
  version: null,
  variant: null,
  label: { en: label },
  kind,
  supportEndsOn: null,
})
const platforms = new Map(
  [
    platform('windows-server-2025', 'Windows Server 2025', 'server'),
    platform('windows-server-2025.rtm', 'Windows Server 2025', 'server'),
    platform('windows-11.24h2', 'Windows 11 24H2'),
    platform('windows-11.24h2.x64', 'Windows 11 Version 24H2 for x64-based Systems'),
    platform('windows-10.1607.x64', 'Windows 10 Version 1607 for x64-based Systems'),
    platform('microsoft-edge', 'Microsoft Edge (Chromium-based)', 'application'),
  ].map((each) => [each.id, each]),
)
const dayOf = (bulletins: typeof mayFixes) => new Map(bulletins.map(({ id, publishedOn }) => [id, publishedOn]))
const [mayDays, juneDays] = [dayOf(mayFixes), dayOf(juneFixes)]

const [standard, core, client] = [
  { platform: 'windows-server-2025', edition: 'Standard', machines: 164 },
  { platform: 'windows-server-2025', edition: 'Core', machines: 56 },
  { platform: 'windows-11.24h2.x64', edition: null, machines: 226 },
]
const fleet = [standard, core, client]

const gridOf = (facts: Partial<LabFacts> = {}) => {
  const { lines = fleet } = facts
  const named = new Set(lines.map((line) => line.platform))
  return labGrid({
    lines,
    fixes: new Map(Array.from(named, (id) => [id, platformFixes(index, id, (product) => linesOn(index, product))])),
    release: juneDays,
    reports: [],
    kindOf: () => ({ key: 'cumulative', line: 'cumulative' }),
    platforms,
    ...facts,
  })
}
const told = (grid: ReturnType<typeof gridOf>) =>
  grid.editions.map(({ edition, cells }) =>
    [
      edition,
      ...cells.map(({ kind, bulletin, need, outcome }) => [kind, bulletin, need, outcome ?? 'untested'].join(' ')),
    ].join(': '),
  )
const test = (edition: string, on: PlatformId, outcome: TestResult['outcome'] = 'passed'): TestResult => ({
  edition,
  platform: on,
  outcome,
  by: 'Sato',
  on: '2026-06-12',
})
const report = (id: string, tests: TestResult[], knownIssues: KnownIssue[] = []): LabReport => ({
  id,
  tests,
  knownIssues,
})

describe('the grid of a release', () => {
  it('has a row for each edition of the fleet, and what is to be installed there under its kind', () => {
    const grid = gridOf()
    expect(told(grid)).toEqual([
      'Standard: cumulative KB5100011 install untested',
      'Core: cumulative KB5100011 install untested',
      'Windows 11 24H2 x64: cumulative KB5100011 install untested',
    ])
    expect(grid.kinds).toEqual([{ key: 'cumulative', line: 'cumulative' }])
    expect(grid.groups.map(({ platform: id, label }) => [id, label.en])).toEqual([
      ['windows-server-2025', 'Windows Server 2025'],
      ['windows-11.24h2', 'Windows 11 24H2'],
    ])
    expect(grid.others).toBe(juneDays.size - 1)
    expect(releaseSize(grid)).toBe(juneDays.size)
  })

  it('tells two editions of one name apart by their platforms', () => {
    const other = { ...standard, platform: 'windows-10.1607.x64', machines: 3 }
    const reports = [report('KB5100011', [test('Standard', standard.platform)])]
    const { editions } = gridOf({ lines: [standard, other], reports })
    expect(editions.map(({ cells }) => cells.map(({ outcome }) => outcome))).toEqual([['passed'], [null, null]])
  })

  it('counts for a line without editions what was tested on any edition of its platform', () => {
    const reports = [report('KB5100011', [test('Enterprise', client.platform, 'failed')])]
    expect(told(gridOf({ lines: [client], reports }))).toEqual([
      'Windows 11 24H2 x64: cumulative KB5100011 install failed',
    ])
  })

  it('puts a program on the editions that the fleet has it on, and in a row of its own where it says none', () => {
    const edge = { platform: 'microsoft-edge', edition: '11 24h2 x64', machines: 226 }
    expect(told(gridOf({ lines: [client, { ...edge, edition: 'Windows 11 24H2 for x64-based Systems' }] }))).toEqual([
      'Windows 11 24H2 x64: cumulative KB5100011 install untested: microsoft-edge MSRC-2026-Jun-release-notes install untested',
    ])
    expect(told(gridOf({ lines: [client, { ...edge, edition: null }] }))).toHaveLength(2)
  })

  it('shows a result of an edition that nobody has machines of, and of a fix that is not to be installed', () => {
    const reports = [report('KB5100012', [test('Datacenter', 'windows-server-2025.rtm')])]
    const { editions } = gridOf({ lines: [client], reports })
    expect(editions.at(-1)).toMatchObject({
      edition: 'Datacenter',
      machines: null,
      cells: [
        { kind: 'cumulative', bulletin: 'KB5100012', need: 'other', outcome: 'passed', by: 'Sato', on: '2026-06-12' },
      ],
    })
  })

  it('shows of an earlier release what a newer fix has by now, and asks nobody to test that', () => {
    const grid = gridOf({ lines: [client], release: mayDays })
    expect(told(grid)).toEqual(['Windows 11 24H2 x64: cumulative KB5100001 other untested'])
    expect(countCells(grid.editions.flatMap(({ cells }) => cells)).total).toBe(0)
  })

  it('lists the open issues of its fixes: without workaround first, then the newest; unread pages count for no cell', () => {
    const issue = (id: string, more: Partial<KnownIssue> = {}): KnownIssue => ({
      id,
      title: { en: id },
      platforms: [],
      references: [],
      ...more,
    })
    const help = { text: { en: 'Wait' }, registry: [] }
    const issues = [
      issue('helped', { workaround: help }),
      issue('elsewhere', { platforms: ['windows-10'], workaround: help }),
      issue('page', { references: [{ kind: 'kb', title: { en: 'page' }, url: 'https://example.com' }] }),
      issue('older', { on: '2026-06-10' }),
      issue('newer', { on: '2026-06-20' }),
    ]
    const grid = gridOf({ lines: [client], reports: [report('KB5100011', [], issues)] })
    expect(grid.issues.map((each) => each.issue.id)).toEqual(['newer', 'older', 'page', 'helped'])
    expect(grid.editions[0]?.cells[0]?.issues).toBe(3)
  })
})

const someTest = fc.record({
  edition: fc.constantFrom('Standard', 'Core', 'Datacenter', 'Enterprise'),
  platform: fc.constantFrom(
    'windows-server-2025',
    'windows-server-2025.rtm',
    'windows-11.24h2.x64',
    'windows-10.1607.x64',
  ),
  outcome: fc.constantFrom(...outcomes),
  by: fc.constant('Sato'),
})
const someReports = fc
  .array(
    fc.record({
      id: fc.constantFrom(...juneDays.keys(), 'KB9999999'),
      tests: fc.array(someTest, { maxLength: 4 }),
      knownIssues: fc.constant<KnownIssue[]>([]),
    }),
    { maxLength: 5 },
  )
  .map((all) => [...new Map(all.map((each) => [each.id, each])).values()])

describe('the name of a row', () => {
  it.each([
    ['Standard', 'Windows Server 2019', 'Server 2019 Standard'],
    ['Windows 11 24H2 x64', 'Windows 11 Version 24H2 for x64-based Systems', '11 24H2 x64'],
    ['Windows 2000 Professional SP3', 'Windows 2000 SP3', '2000 Professional SP3'],
    ['Server 2019 Core', 'Windows Server 2019', 'Server 2019 Core'],
    ['Windows 10 22H2 32-bit', 'Windows 10 Version 22H2 for 32-bit Systems', '10 22H2 32-bit'],
  ])('of %s on %s is %s', (edition, label, expected) => {
    expect(rowName(edition, label)).toBe(expected)
  })
})

describe('rows of one name', () => {
  it('are told apart by what their platforms add', () => {
    const rows = [
      ['11 Enterprise', 'Windows 11 Version 24H2 for x64-based Systems'],
      ['11 Enterprise', 'Windows 11 Version 24H2 for ARM64-based Systems'],
      ['Server 2019 Standard', 'Windows Server 2019'],
      ['Server 2019 Standard', 'Windows Server 2019 (Server Core installation)'],
      ['10 Pro', 'Windows 10 Version 22H2 for x64-based Systems'],
    ] as const
    expect([...toldApart(rows, ([name, label]) => ({ name, label })).values()]).toEqual([
      '11 Enterprise x64',
      '11 Enterprise ARM64',
      'Server 2019 Standard',
      'Server 2019 Standard Core',
      '10 Pro',
    ])
  })
})

describe('what is to be tested next', () => {
  const grid = gridOf({ lines: fleet, reports: [report('KB5100011', [test('Core', 'windows-server-2025')])] })
  const cells = cellsInOrder(grid.editions, grid.kinds)
  const namesFrom = (start: CellPlace | null) => nextUntested(cells, start)?.edition.edition ?? null

  it('is the next cell that is not tested, and after the last one the first', () => {
    expect([null, cells[0] ?? null, cells[1] ?? null, cells[2] ?? null].map(namesFrom)).toEqual([
      'Standard',
      'Windows 11 24H2 x64',
      'Windows 11 24H2 x64',
      'Standard',
    ])
  })

  it('is nothing where all is done, and never the cell where one is', () => {
    const [one] = cells
    if (one === undefined) throw new Error('a cell is needed')
    expect(nextUntested([one], one)).toBeNull()
  })
})

describe('whatever was tested', () => {
  it('has each result of the release in exactly one cell, and counts every cell once', () => {
    const kindOf = () => ({ key: 'other', line: 'separate' }) as const
    fc.assert(
      fc.property(someReports, fc.subarray(fleet), (reports, lines) => {
        const { editions, kinds } = gridOf({ lines, reports, kindOf })
        const cells = editions.flatMap((each) => each.cells)
        for (const { tests, id } of reports.filter((each) => juneDays.has(each.id))) {
          const own = cells.filter(({ bulletin, outcome }) => bulletin === id && outcome !== null)
          const worst = Math.min(...tests.map(({ outcome }) => outcomes.indexOf(outcome)))
          expect(own.length > 0).toBe(tests.length > 0)
          if (tests.length > 0)
            expect(Math.min(...own.map(({ outcome }) => (outcome === null ? 9 : outcomes.indexOf(outcome))))).toBe(
              worst,
            )
        }
        const { total, ...each } = countCells(cells)
        expect(total).toBe(Object.values(each).reduce((sum, count) => sum + count, 0))
        expect(total).toBe(cells.filter(isCounted).length)
        expect(new Set(cells.map(({ kind }) => kind))).toEqual(new Set(kinds.map(({ key }) => key)))
        for (const edition of editions)
          expect(new Set(edition.cells.map(({ bulletin }) => bulletin)).size).toBe(edition.cells.length)
      }),
    )
  })
})
