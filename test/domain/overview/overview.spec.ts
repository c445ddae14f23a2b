import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Overview, type Counted } from '../../../src/contract/overview.ts'
import type { FleetLine } from '../../../src/contract/fleet.ts'
import type { BulletinQuery, Summary } from '../../../src/contract/summary.ts'
import { urgencies } from '../../../src/contract/vocabulary.ts'
import { changeClasses, classedChanges } from '../../../src/domain/overview/changes.ts'
import { median } from '../../../src/domain/overview/figures.ts'
import { overviewOf, type OverviewInput } from '../../../src/domain/overview/overview.ts'
import { foundOn } from '../../../src/domain/fleet/coverage.ts'
import { machinesOf } from '../../../src/domain/fleet/exposure.ts'
import { countedAs } from '../../../src/domain/platforms/platforms.ts'
import { applyFilter } from '../../../src/domain/filter/apply.ts'
import { filterOf } from '../../../src/domain/filter/filter.ts'
import { releasesIn } from '../../../src/domain/releases/list.ts'
import { indexOf, platforms, summary } from '../../support/arbitraries.ts'
import { changedSince, changesOfRow, columnsOf, today } from '../../support/columns.ts'

const tree = platforms.map((platform) => ({ ...platform, parent: null, bulletins: 0 }))
const platformIds = ['windows-2000', 'windows-2000.sp3', 'windows-xp.sp2', 'windows-98']

const fleetLines: fc.Arbitrary<FleetLine[]> = fc.uniqueArray(
  fc.record({
    platform: fc.constantFrom(...platformIds),
    edition: fc.constantFrom(null, 'Standard'),
    machines: fc.integer({ min: 1, max: 50 }),
  }),
  { selector: ({ platform, edition }) => `${platform} ${edition}`, maxLength: 4 },
)

/** A server on whose file these bulletins are, with a fleet, and some of them to be installed there. */
const given = fc
  .tuple(indexOf(summary), fleetLines, fc.array(fc.subarray(platformIds), { minLength: 12, maxLength: 12 }))
  .map(([rows, lines, wanted]) => {
    const isMine = (id: string) => lines.some(({ platform }) => platform === id)
    const own = rows.map(({ id }, at) => [id, (wanted[at] ?? []).filter(isMine)] as const)
    return { rows, lines, toInstall: new Map(own.filter(([, platformsOf]) => platformsOf.length > 0)) }
  })

type Given = { rows: Summary[]; lines: FleetLine[]; toInstall: Map<string, string[]> }

function inputOf({ rows, lines, toInstall }: Given, key?: string): OverviewInput {
  const columns = columnsOf(rows, platforms).with({
    machines: machinesOf(lines, tree),
    toInstall: new Set(toInstall.keys()),
  })
  const releases = releasesIn(columns.made().index)
  return {
    columns,
    notable: new Map(),
    lines,
    platforms: tree,
    toInstall,
    releases,
    key: key ?? releases.newest,
    today,
    onFleet: new Map(),
    checked: new Map(),
    grid: null,
    runs: [],
    setOn: () => null,
    pause: () => Promise.resolve(),
  }
}

/** Everything in an answer that is counted and says by which filter it is listed. */
function* countedIn(value: unknown): Generator<{ count: number; query: BulletinQuery }> {
  if (typeof value !== 'object' || value === null) return
  const { count, bulletins = count, query } = value as Partial<Counted> & { bulletins?: number }
  if (query !== undefined && bulletins !== undefined) yield { count: bulletins, query }
  for (const each of Object.values(value)) yield* countedIn(each)
}

describe('the overview', () => {
  it('counts what the filter of each figure finds, whatever is on file', async () => {
    await fc.assert(
      fc.asyncProperty(given, async (on) => {
        const input = inputOf(on)
        for (const key of [undefined, ...input.releases.releases.map((each) => each.key)]) {
          const overview = await overviewOf(inputOf(on, key))
          expect(
            Overview.safeParse({ ...overview, plans: [], changes: null, data: { readAt: null, sources: [], off: 0 } })
              .error,
          ).toBe(undefined)
          const found = [...countedIn(overview)]
          const asked = found.map(({ query }) => ({
            query,
            count: applyFilter(input.columns, filterOf(query)).rows.length,
          }))
          expect(found).toEqual(asked.map(({ query, count }) => ({ count, query })))
          for (const { key: month, severities } of overview.months)
            for (const [severity, count] of Object.entries(severities ?? {})) {
              const listed = applyFilter(input.columns, filterOf({ release: month ?? '', severity })).rows.length
              expect(listed).toBe(count)
            }
        }
      }),
      { numRuns: 40 },
    )
  })

  it('orders what is to be done by due day, urgency and machines left, and puts each fix into one part of the time left', async () => {
    await fc.assert(
      fc.asyncProperty(given, async (on) => {
        const { actNow, due, machines, sentence, state } = await overviewOf(inputOf(on))
        const keys = actNow.fixes.map((fix) =>
          [
            machines > 0 ? '' : urgencies.indexOf(fix.urgency),
            fix.due?.on ?? '9999-99-99',
            urgencies.indexOf(fix.urgency),
            String(1000 - (fix.machines.of - fix.machines.applied)).padStart(4, '0'),
          ].join(' '),
        )
        expect(keys).toEqual(keys.toSorted())
        expect(actNow.fixes.length).toBe(Math.min(6, actNow.count))
        if (machines > 0)
          expect(due.reduce((sum, { count }) => sum + count, 0)).toBe(state === 'first-start' ? 0 : actNow.count)
        // What would count nothing is not said.
        for (const clause of sentence) if ('count' in clause) expect(clause.count).toBeGreaterThan(0)
      }),
      { numRuns: 40 },
    )
  })

  it('has the platforms of the fleet in its order', async () => {
    await fc.assert(
      fc.asyncProperty(given, async (on) => {
        const overview = await overviewOf(inputOf(on))
        const versions = new Set(on.lines.map(({ platform }) => countedAs(platform)))
        expect(overview.platforms.map(({ id }) => id)).toEqual(overview.state === 'first-start' ? [] : [...versions])
      }),
      { numRuns: 40 },
    )
  })

  it('counts changes as the filter finds them, what makes a bulletin more pressing first', () => {
    fc.assert(
      fc.property(indexOf(summary), (rows) => {
        const columns = columnsOf(rows, platforms)
        const ids = new Set(rows.map(({ id }) => id))
        const known = new Map(rows.map(({ id }) => [id, changesOfRow(id)]))
        const classes = changeClasses(known, changedSince, (id) => ids.has(id))
        const changes = classedChanges(classes, { since: changedSince, last: 9 }, new Map(), () => ({ en: 'A title' }))
        for (const { count, query } of countedIn(changes))
          expect(applyFilter(columns, filterOf(query)).rows.length).toBe(count)
        const kinds = changes.classes.map(({ kind }) => kind)
        expect(kinds).toEqual(['exploit-up', 'text'].filter((kind) => kinds.some((each) => each === kind)))
      }),
    )
  })

  it('says at first start that there is no release, and without a fleet that nobody has said which machines there are', async () => {
    const nothing = await overviewOf(inputOf({ rows: [], lines: [], toInstall: new Map() }))
    expect(nothing).toMatchObject({
      state: 'first-start',
      release: null,
      sentence: [{ code: 'no-release' }],
      months: [],
    })
    const [[row] = []] = fc.sample(
      indexOf(summary).filter((rows) => rows.length > 0),
      1,
    )
    if (row === undefined) throw new Error('no row')
    const rows = [{ ...row, releases: ['2005-04'], triage: 'new' as const }]
    const lines = [{ platform: 'windows-2000', edition: null, machines: 3 }]
    const noFleet = await overviewOf(inputOf({ rows, lines: [], toInstall: new Map() }))
    expect([noFleet.state, noFleet.sentence[0]?.code, noFleet.actNow.count]).toEqual(['no-fleet', 'no-fleet', 1])
    expect(noFleet.figures?.mine).toBeNull()
    const done = await overviewOf(inputOf({ rows, lines, toInstall: new Map() }))
    expect([done.state, ...done.sentence.map(({ code }) => code)]).toEqual(['all-done', 'all-done', 'next-release'])
    const open = await overviewOf(inputOf({ rows, lines, toInstall: new Map([[row.id, ['windows-2000']]]) }))
    expect([open.state, open.rollout?.machines, open.rollout?.patched]).toEqual(['to-do', 3, 0])
    expect(open.rollout?.curves.map(({ consoles }) => consoles)).toEqual([1, 2, 4])
  })

  it('has the months of the year before in a median once six of them are on file', async () => {
    const [[row] = []] = fc.sample(
      indexOf(summary).filter((rows) => rows.length > 0),
      1,
    )
    const on = (months: readonly string[]) => ({
      rows: months.map((month, at): Summary => ({ ...(row as Summary), id: `MS05-00${at}`, releases: [month] })),
      lines: [],
      toInstall: new Map(),
    })
    const months = ['2004-11', '2004-12', '2005-01', '2005-02', '2005-03', '2005-04', '2005-05']
    expect((await overviewOf(inputOf(on(months)))).figures?.fixes).toMatchObject({ count: 1, median: 1 })
    expect((await overviewOf(inputOf(on(months.slice(1))))).figures?.fixes.median).toBeNull()
    expect([median([3]), median([1, 9, 2]), median([4, 1, 2, 3])]).toEqual([3, 2, 2.5])
    const overview = await overviewOf(inputOf(on(months), '2005-01'))
    expect(overview.release).toMatchObject({ previous: '2004-12', following: '2005-02', patchTuesday: '2005-01-11' })
    expect(overview.months.at(-1)?.month).toBe('2005-05')
    expect(overview.months.map(({ key }) => key).filter((key) => key !== null)).toEqual(months)
    expect(overview.release?.nextPatchTuesday).toEqual({ on: '2005-05-10', daysLeft: 26 })
  })
})

it('a machine is patched when every fix that it was checked for is on it', () => {
  const found = [
    [
      { name: 'PC1', isApplied: true },
      { name: 'PC2', isApplied: true },
      { name: 'PC3', isApplied: null },
    ],
    [
      { name: 'pc1', isApplied: false },
      { name: 'PC4', isApplied: true },
    ],
  ]
  expect(foundOn(found).applied).toBe(2)
})
