/** A release in figures, against the months before it. */
import type { Figures, ReleaseFigure } from '../../contract/overview.ts'
import type { releaseFigures } from '../../contract/release-figures.ts'
import type { Release } from '../../contract/releases.ts'
import type { BulletinQuery } from '../../contract/summary.ts'
import { searchText } from '../../contract/filter-limits.ts'
import { monthAfter } from '../releases/patch-tuesday.ts'
import { valueAt } from '../table/open.ts'
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

/** The names of the vulnerabilities of some rows. */
function namesIn({ columns }: Pick<OverviewFacts, 'columns'>, rows: readonly number[]): Set<string> {
  const { starts, items } = columns.table.columns.vulnerabilities
  const names = new Set<string>()
  for (const row of rows)
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++)
      names.add(valueAt(items.columns.cve, at) ?? valueAt(items.columns.id, at) ?? '')
  return names
}

/** Everything that is counted of a release. */
export function countRelease(facts: OverviewFacts, key: string): Record<Name, Count> & { moreLikelyNames: string[] } {
  const { columns, notable } = facts
  const { id, exploit, disclosure, restart, knownIssues } = columns.table.columns
  const rows = rowsOfRelease(facts, key)
  const machines = columns.machines()
  const own = rows.map((row) => notable.get(valueAt(id, row) ?? '') ?? nothingNotable)
  const names = (kind: keyof Notable) => [...new Set(own.flatMap((each) => each[kind]))]
  const counted = (is: (row: number) => boolean): Count => {
    const count = rows.filter(is).length
    return { count, bulletins: count }
  }
  const moreLikelyNames = names('moreLikely')
  return {
    fixes: { count: rows.length, bulletins: rows.length },
    vulnerabilities: { count: namesIn(facts, rows).size, bulletins: rows.length },
    exploited: {
      count: names('exploited').length,
      bulletins: counted((row) => valueAt(exploit, row) === 'exploited').count,
    },
    public: {
      count: names('public').length,
      bulletins: counted((row) => valueAt(disclosure, row) === 'public').count,
    },
    moreLikely: {
      count: moreLikelyNames.length,
      bulletins: own.filter(({ moreLikely }) => moreLikely.length > 0).length,
    },
    restart: counted((row) => valueAt(restart, row) === 'required'),
    knownIssues: counted((row) => (valueAt(knownIssues, row) ?? 0) > 0),
    mine: counted((row) => (machines[row] ?? 0) > 0),
    moreLikelyNames,
  }
}

/** What lists the bulletins with any of these vulnerabilities; the widest that a filter has, where they are too many to name. */
function withAnyOf(release: string, names: readonly string[]): BulletinQuery {
  const q = names.join(' ')
  const areNamed =
    q.length > 0 && q.length <= searchText.maxLength && names.every((name) => /^CVE-\d{4}-\d{4,}$/.test(name))
  return areNamed ? { release, q } : { release, exploitability: 'detected,more-likely' }
}

/** The figures of a release. `before`: what was counted of the months before it that are on file. */
export function figuresOf(
  facts: OverviewFacts,
  release: Pick<Release, 'key'>,
  before: readonly Record<Name, Count>[],
): Figures {
  const { moreLikelyNames, ...now } = countRelease(facts, release.key)
  const figure = (name: Name, more: BulletinQuery, by: ReleaseFigure['by'] = 'bulletin'): ReleaseFigure => ({
    ...now[name],
    by,
    query: { release: release.key, ...more },
    median: before.length < leastMonths ? null : median(before.map((month) => month[name].count)),
  })
  const named = withAnyOf(release.key, moreLikelyNames)
  const { exploitability } = columnsOf(facts)
  const isNamed = named.q !== undefined
  return {
    fixes: figure('fixes', {}),
    vulnerabilities: figure('vulnerabilities', {}, 'vulnerability'),
    exploited: figure('exploited', { exploit: 'exploited' }, 'vulnerability'),
    public: figure('public', { disclosure: 'public' }, 'vulnerability'),
    moreLikely: {
      ...figure('moreLikely', named, isNamed ? 'vulnerability' : 'bulletin'),
      ...(!isNamed && {
        bulletins: rowsOfRelease(facts, release.key).filter((row) => {
          const word = exploitability === undefined ? undefined : valueAt(exploitability, row)
          return word === 'detected' || word === 'more-likely'
        }).length,
      }),
    },
    restart: figure('restart', { restart: 'required' }),
    knownIssues: figure('knownIssues', { knownIssues: 'yes' }),
    mine: facts.lines.length === 0 ? null : figure('mine', { mine: 'affected' }),
  }
}

/** A column is absent where no row has a value. */
const columnsOf = ({ columns }: OverviewFacts): Partial<typeof columns.table.columns> => columns.table.columns

/** The keys of the twelve months before a release, of those that are on file. */
export function keysBefore(release: Release, known: readonly Release[]): string[] {
  const keys = new Set(known.map(({ key }) => key))
  return Array.from({ length: monthsBefore }, (_, back) =>
    keyOfMonth(release, monthAfter(release.month, -1 - back)),
  ).filter((key) => keys.has(key))
}
