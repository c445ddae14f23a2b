import * as z from 'zod'
import type { Due, DueList } from '../../contract/due.ts'
import type { FirstRows } from '../../contract/first-rows.ts'
import type { FleetLine } from '../../contract/fleet.ts'
import type { PlatformCount, PlatformId } from '../../contract/platform.ts'
import { IndexRow, type BulletinQuery, type Summary } from '../../contract/summary.ts'
import type { Triaged } from '../../contract/triage.ts'
import { applyFilter } from '../../domain/filter/apply.ts'
import { hasRow } from '../../domain/filter/bits.ts'
import type { Columns } from '../../domain/filter/columns.ts'
import { filterOf } from '../../domain/filter/filter.ts'
import { foundByTexts } from '../../domain/filter/found-by-texts.ts'
import { lineageOf } from '../../domain/platforms/platforms.ts'
import { encodeTable } from '../../domain/table/encode.ts'
import { shown } from '../../domain/table/index-parts.ts'

/** Of vulnerabilities only how many there are. */
const shape = { ...IndexRow.shape, vulnerabilities: z.array(z.object({})) }

/** `ids`: these, in place of what the query finds. */
type Asked = { query: BulletinQuery; language: 'ja' | 'en'; most: number; ids: readonly string[] | null }
type Known = {
  tree: readonly PlatformCount[]
  lines: readonly FleetLine[]
  /** How far the team is, by bulletin. */
  states: ReadonlyMap<string, Triaged>
  /** Of which moment the due days are, and by which clock. */
  dueOf: Omit<DueList, 'due'>
}

/** The first rows that a filter finds, and the platforms that are named with them. */
export function firstRows(
  columns: Columns,
  known: Known,
  { query, language, most, ids }: Asked,
): Omit<FirstRows, 'version'> {
  const filter = filterOf(query)
  const { rows: matching, counts } = applyFilter(columns, filter, query.sort)
  const found = ids === null ? matching : Uint32Array.from([...new Set(ids)].flatMap((id) => columns.rowOf(id) ?? []))
  const listed = found.subarray(0, most)
  const isByTexts = filter.q === '' ? () => false : foundByTexts(columns, filter.q)
  const isReplaced = columns.facet('replaced').sets.get('yes')
  const positions = (holds: (row: number) => boolean) =>
    Array.from(listed, (row, at) => (holds(row) ? at : -1)).filter((at) => at >= 0)
  const byTexts = positions(isByTexts)
  const replaced = isReplaced === undefined ? [] : positions((row) => hasRow(isReplaced, row))
  const rows = Array.from(listed, columns.summaryAt).map((summary) => ({
    ...summary,
    title: shown(summary.title, language),
  }))
  const { due } = columns.overlay
  const dayOf = (id: string): [string, Due][] => {
    const day = due.get(id)
    return day === undefined ? [] : [[id, day]]
  }
  return {
    found: found.length,
    of: columns.table.rows,
    mine: { affected: counts.mine.get('affected') ?? 0, 'not-affected': counts.mine.get('not-affected') ?? 0 },
    platforms: platformsOf(rows, filter.platform, known),
    ...(byTexts.length > 0 && { byTexts }),
    ...(replaced.length > 0 && { replaced }),
    states: rows.flatMap(({ id }) => known.states.get(id) ?? []),
    due: {
      ...known.dueOf,
      due: Object.fromEntries(rows.flatMap(({ id }) => dayOf(id))),
    },
    ...encodeTable(rows, shape),
  }
}

/** Of the fleet all that its machines may be: how many a row affects depends on it. */
function platformsOf(
  rows: readonly Pick<Summary, 'platforms'>[],
  chosen: readonly PlatformId[],
  { tree, lines }: Known,
): PlatformCount[] {
  const fleet = new Set(lines.map(({ platform }) => platform))
  const rated = rows.flatMap(({ platforms }) => platforms.map(({ platform }) => platform))
  const named = new Set([...rated, ...chosen, ...fleet].flatMap(lineageOf))
  return tree.filter(({ id }) => named.has(id) || lineageOf(id).some((above) => fleet.has(above)))
}
