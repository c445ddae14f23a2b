/** A release in figures, against the months before it. */
import type { Facet } from '../../contract/facets.ts'
import type { Figures, ReleaseFigure } from '../../contract/overview.ts'
import { releaseFigures } from '../../contract/release-figures.ts'
import type { Release } from '../../contract/releases.ts'
import { monthAfter } from '../releases/patch-tuesday.ts'
import { hasRow } from '../filter/bits.ts'
import { valueAt } from '../table/open.ts'
import { countedAsFlaw } from '../vulnerability/key.ts'
import { nothingNotable, type Notable } from '../vulnerability/notable.ts'
import { rowsOfRelease, type OverviewFacts } from './facts.ts'

type Name = (typeof releaseFigures)[number]

/** What is shown, and how many bulletins the filter finds. */
type Count = { count: number; bulletins: number }

/** Below this many months a median says nothing. */
const leastMonths = 6

const monthsBefore = 12

/** The key of another month of the same publisher. */
export const keyOfMonth = ({ key, month }: Pick<Release, 'key' | 'month'>, other: string): string =>
  `${key.slice(0, key.length - month.length)}${other}`

/** In the middle of these; between two of them where their number is even. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const [below = 0, above = 0] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ]
  return (below + above) / 2
}

/** What each figure lists, of the release; where it counts vulnerabilities, which ones of the bulletins that are listed. */
const asked: Record<Name, { query: Partial<Record<Facet, string>>; of?: 'all' | Exclude<keyof Notable, 'apart'> }> = {
  fixes: { query: {} },
  vulnerabilities: { query: {}, of: 'all' },
  exploited: { query: { exploit: 'exploited' }, of: 'exploited' },
  public: { query: { disclosure: 'public' }, of: 'public' },
  moreLikely: { query: { exploitability: 'more-likely' }, of: 'moreLikely' },
  restart: { query: { restart: 'required' } },
  knownIssues: { query: { knownIssues: 'yes' } },
  mine: { query: { mine: 'affected' } },
}

/** What the vulnerabilities of a bulletin are counted by. */
function* flawsOf({ columns }: OverviewFacts, bulletin: string, row: number): Generator<string> {
  const { starts, items } = columns.table.columns.vulnerabilities
  for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++)
    yield countedAsFlaw(valueAt(items.columns.cve, at) ?? null, bulletin, valueAt(items.columns.id, at) ?? '')
}

/** Everything that is counted of a release. */
export function countRelease(facts: OverviewFacts, key: string): Record<Name, Count> {
  const { columns, notable } = facts
  const ofRelease = rowsOfRelease(facts, key)
  const counted = releaseFigures.map((name): [Name, Count] => {
    const { query, of } = asked[name]
    const sets = Object.entries(query).map(([facet, option]) => columns.facet(facet as Facet).sets.get(option))
    const rows = ofRelease.filter((row) => sets.every((set) => set !== undefined && hasRow(set, row)))
    if (of === undefined) return [name, { count: rows.length, bulletins: rows.length }]
    const flaws = new Set<string>()
    for (const row of rows) {
      const id = valueAt(columns.table.columns.id, row) ?? ''
      for (const flaw of of === 'all' ? flawsOf(facts, id, row) : (notable.get(id) ?? nothingNotable)[of])
        flaws.add(flaw)
    }
    return [name, { count: flaws.size, bulletins: rows.length }]
  })
  return Object.fromEntries(counted) as Record<Name, Count>
}

/** The figures of a release. `before`: what was counted of the months before it that are on file. */
export function figuresOf(
  facts: OverviewFacts,
  release: Pick<Release, 'key'>,
  before: readonly Record<Name, Count>[],
): Figures {
  const now = countRelease(facts, release.key)
  const figures = releaseFigures.map((name): [Name, ReleaseFigure] => [
    name,
    {
      ...now[name],
      by: asked[name].of === undefined ? 'bulletin' : 'vulnerability',
      query: { release: release.key, ...asked[name].query },
      median: before.length < leastMonths ? null : median(before.map((month) => month[name].count)),
    },
  ])
  const all = Object.fromEntries(figures) as Record<Name, ReleaseFigure>
  return { ...all, mine: facts.lines.length === 0 ? null : all.mine }
}

/** The keys of the twelve months before a release, of those that are on file. */
export function keysBefore(release: Release, known: readonly Release[]): string[] {
  const keys = new Set(known.map(({ key }) => key))
  return Array.from({ length: monthsBefore }, (_, back) =>
    keyOfMonth(release, monthAfter(release.month, -1 - back)),
  ).filter((key) => keys.has(key))
}
