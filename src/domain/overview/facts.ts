/** What the overview is made from. */
import type { FleetLine } from '../../contract/fleet.ts'
import type { PlatformCount, PlatformId } from '../../contract/platform.ts'
import type { LabelledPlatform } from '../../contract/overview.ts'
import type { Summary } from '../../contract/summary.ts'
import { triages } from '../../contract/vocabulary.ts'
import { hasRow } from '../filter/bits.ts'
import type { Columns } from '../filter/columns.ts'
import { isOpen } from '../triage/triage.ts'
import type { Notable } from '../vulnerability/notable.ts'

export type OverviewFacts = {
  /** With all that is laid over it: states, due days, machines, what is to be installed. */
  columns: Columns
  /** By the id of a bulletin. */
  notable: ReadonlyMap<string, Notable>
  lines: readonly FleetLine[]
  platforms: readonly PlatformCount[]
  /** What is to be installed, and on which platforms of the fleet. */
  toInstall: ReadonlyMap<string, readonly PlatformId[]>
}

/** Every state in which something is left to do, as a filter has it. */
export const openTriages = triages.filter(isOpen).join(',')

/** The rows of a release, in their order. */
export function rowsOfRelease({ columns }: Pick<OverviewFacts, 'columns'>, key: string): number[] {
  const bits = columns.facet('release').sets.get(key)
  if (bits === undefined) return []
  return Array.from({ length: columns.table.rows }, (_, row) => row).filter((row) => hasRow(bits, row))
}

/** The bulletins of some rows that are to be installed and not done. */
export const openToInstall = ({ columns, toInstall }: OverviewFacts, rows: readonly number[]): Summary[] =>
  rows.map(columns.summaryAt).filter(({ id, triage }) => toInstall.has(id) && isOpen(triage))

/** Names platforms. What is not on file has no other name than its id. */
export function platformNamer(platforms: readonly PlatformCount[]): (id: PlatformId) => LabelledPlatform {
  const labels = new Map(platforms.map(({ id, label }) => [id, label]))
  return (id) => ({ id, label: labels.get(id) ?? { en: id } })
}

/** The machines of the platforms that a fix is to be installed on. */
export const machinesOn = (lines: readonly FleetLine[], platforms: readonly PlatformId[]): number =>
  lines.reduce((sum, { platform, machines }) => sum + (platforms.includes(platform) ? machines : 0), 0)
