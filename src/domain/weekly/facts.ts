/** What an issue is made from, and whose a bulletin is. */
import type { KnownIssue } from '../../contract/bulletin.ts'
import type { Overview } from '../../contract/overview.ts'
import type { Release } from '../../contract/releases.ts'
import type { Summary } from '../../contract/summary.ts'
import type { OverviewFacts } from '../overview/facts.ts'
import type { Checked } from '../overview/coverage.ts'
import type { Changed } from './week.ts'

export type WeeklyFacts = OverviewFacts & {
  /** What has changed since the last issue, by the id of the bulletin. */
  changed: ReadonlyMap<string, Changed>
  /** What on the fleet another fix has in it, or is in place of. */
  contained: ReadonlySet<string>
  /** What was found on machines of what is to be installed. */
  checked: Checked
  /** Known issues, with what the lab and the team say of them; of what was not read there are none. */
  issuesOf: ReadonlyMap<string, readonly KnownIssue[]>
  releases: readonly Release[]
  overview: Pick<Overview, 'machines' | 'platforms' | 'platformCount' | 'rollout' | 'tests' | 'plans' | 'state'> & {
    release: Overview['release']
  }
  /** The day in the zone of the settings. */
  today: string
  zone: string
}

/**
 * `own`: it is for our machines, and no other fix has it in it; `contained`: for our machines, and another fix has it.
 * Without a fleet everything is own.
 */
type Whose = 'own' | 'contained' | 'other'

/** A bulletin that is on file, and whose it is. */
export type Owned = { summary: Summary; whose: Whose }

export function ownedBulletin(
  { columns, lines, toInstall, contained }: Pick<WeeklyFacts, 'columns' | 'lines' | 'toInstall' | 'contained'>,
  id: string,
): Owned | null {
  const row = columns.rowOf(id)
  if (row === undefined) return null
  const summary = columns.summaryAt(row)
  if (summary.triage === 'not-applicable') return { summary, whose: 'other' }
  if (lines.length === 0 || toInstall.has(id)) return { summary, whose: 'own' }
  if ((columns.machines()[row] ?? 0) === 0) return { summary, whose: 'other' }
  return { summary, whose: contained.has(id) ? 'contained' : 'own' }
}
