/** The rows of the matrix, from the summary index or from the table of vulnerabilities; each is made when it is drawn. */
import type { PlatformRating } from '../../contract/facts.ts'
import type { Summary } from '../../contract/summary.ts'
import type { Text } from '../../contract/text.ts'
import type { RatedVulnerability } from '../../contract/vulnerability.ts'
import type { PlatformId } from '../../contract/platform.ts'
import type { Severity } from '../../contract/words.ts'
import type { Columns } from '../../domain/filter/columns.ts'
import { isWithin } from '../../domain/platforms.ts'
import { isAffected, worstSeverity } from '../../domain/severity.ts'
import { isOpen } from '../../domain/triage.ts'
import type { RatingLists } from '../../domain/matrix/ratings.ts'
import { rowAt, valueAt, type OpenTable } from '../../domain/table/open.ts'

/** A bulletin or a vulnerability. `name`: the number that it goes by. */
export type MatrixRow = {
  key: string
  name: string
  title: Text
  severity: Severity | null
  bulletin: string
  ratings: readonly PlatformRating[]
}

export type MatrixRows = {
  count: number
  at: (row: number) => MatrixRow
  /** Where the ratings of all rows are, and in which rows of it those of the matrix; `open`: of what is not dealt with. */
  lists: RatingLists
  all: Uint32Array
  open: Uint32Array
}

/** The filtered bulletins. */
export function bulletinRows({ table, summaryAt }: Columns, filtered: Uint32Array): MatrixRows {
  const rowOf = ({ id, title, severity, platforms }: Summary): MatrixRow => ({
    key: id,
    name: id,
    title,
    severity,
    bulletin: id,
    ratings: platforms,
  })
  return {
    count: filtered.length,
    at: (row) => rowOf(summaryAt(filtered[row] ?? 0)),
    lists: table.columns.platforms,
    all: filtered,
    open: filtered.filter((row) => isOpen(valueAt(table.columns.triage, row) ?? 'new')),
  }
}

/** For each bulletin the rows of its vulnerabilities. */
function rowsByBulletin({ rows, columns: { bulletin } }: OpenTable<RatedVulnerability>): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (let row = 0; row < rows; row++) {
    const id = valueAt(bulletin, row) ?? ''
    const known = found.get(id)
    if (known) known.push(row)
    else found.set(id, [row])
  }
  return found
}

/** The vulnerabilities of the filtered bulletins, in the order of these; of the chosen platforms only those that affect any. */
export function vulnerabilityRows(
  table: OpenTable<RatedVulnerability>,
  { table: index }: Columns,
  filtered: Uint32Array,
  chosen: readonly PlatformId[],
): MatrixRows {
  const byBulletin = rowsByBulletin(table)
  const touches = ({ ratings }: RatedVulnerability) =>
    ratings.some(({ platform, rating }) => isAffected(rating) && chosen.some((above) => isWithin(platform, above)))
  const rowsOf = (bulletins: Uint32Array) =>
    Uint32Array.from(
      bulletins.values().flatMap((row) => byBulletin.get(valueAt(index.columns.id, row) ?? '') ?? []),
    ).filter((row) => chosen.length === 0 || touches(rowAt(table, row)))
  const all = rowsOf(filtered)
  return {
    count: all.length,
    at: (row) => {
      const flaw = rowAt(table, all[row] ?? 0)
      return {
        key: `${flaw.bulletin} ${flaw.id}`,
        name: flaw.id,
        title: flaw.title,
        severity: worstSeverity(flaw.ratings.map(({ rating }) => rating)),
        bulletin: flaw.bulletin,
        ratings: flaw.ratings,
      }
    },
    lists: table.columns.ratings,
    all,
    open: rowsOf(filtered.filter((row) => isOpen(valueAt(index.columns.triage, row) ?? 'new'))),
  }
}
