import * as z from 'zod'
import type { FirstRows } from '../contract/first-rows.ts'
import type { FleetLine } from '../contract/fleet.ts'
import type { PlatformCount, PlatformId } from '../contract/platform.ts'
import { IndexRow, type BulletinQuery, type Summary } from '../contract/summary.ts'
import { applyFilter } from '../domain/filter/apply.ts'
import type { Columns } from '../domain/filter/columns.ts'
import { filterOf } from '../domain/filter/filter.ts'
import { foundByTexts } from '../domain/filter/found-by-texts.ts'
import { lineageOf } from '../domain/platforms/platforms.ts'
import { encodeTable } from '../domain/table/encode.ts'
import { shown } from '../domain/table/index-parts.ts'

/** Of vulnerabilities only how many there are. */
const shape = { ...IndexRow.shape, vulnerabilities: z.array(z.object({})) }

type Asked = { query: BulletinQuery; language: 'ja' | 'en'; most: number }
type Known = { tree: readonly PlatformCount[]; lines: readonly FleetLine[] }

/** The first rows that a filter finds, and the platforms that are named with them. */
export function firstRows(
  columns: Columns,
  known: Known,
  { query, language, most }: Asked,
): Omit<FirstRows, 'version'> {
  const filter = filterOf(query)
  const { rows: found } = applyFilter(columns, filter, query.sort)
  const listed = found.subarray(0, most)
  const isByTexts = filter.q === '' ? () => false : foundByTexts(columns, filter.q)
  const byTexts = Array.from(listed, (row, at) => (isByTexts(row) ? at : -1)).filter((at) => at >= 0)
  const rows = Array.from(listed, columns.summaryAt).map((summary) => ({
    ...summary,
    title: shown(summary.title, language),
  }))
  return {
    found: found.length,
    of: columns.table.rows,
    platforms: platformsOf(rows, filter.platform, known),
    ...(byTexts.length > 0 && { byTexts }),
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
