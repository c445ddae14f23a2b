/** The rows of the matrix, from the summary index or from the table of vulnerabilities; each is made when it is drawn. */
import type { PlatformRating } from '../../contract/summary-fields.ts'
import type { Summary } from '../../contract/summary.ts'
import type { Text } from '../../contract/text.ts'
import type { VulnerabilityRating } from '../../contract/bulletin.ts'
import type { PlatformId } from '../../contract/platform.ts'
import type { Rating, Severity } from '../../contract/words.ts'
import type { Columns } from '../../domain/filter/columns.ts'
import { isWithin } from '../../domain/platforms/platforms.ts'
import { isAffected, worstSeverity } from '../../domain/bulletin/severity.ts'
import { isOpen } from '../../domain/triage/triage.ts'
import { flawsIn, type Flaw, type Flaws } from '../../domain/matrix/flaws.ts'
import { worstOfEach, type RatingLists } from '../../domain/matrix/ratings.ts'
import { rowAt, valueAt } from '../../domain/table/open.ts'

/** How badly a platform is affected; `bulletin` says so, where a row tells of several. */
export type MatrixRating = VulnerabilityRating & { bulletin?: string }

/** What a cell says: a rating, what a document says of a product in place of one, or that nothing is on file. */
export type Said = Rating | 'under-investigation' | 'fixed' | 'recommended' | 'absent'

export function ratingSaid(rated: MatrixRating | null): Said {
  if (rated === null) return 'absent'
  const { rating, status } = rated
  if (rating === 'unrated' && status === 'under-investigation') return status
  if (rating !== 'none' || status === undefined) return rating
  return status === 'recommended' ? status : status === 'fixed' || status === 'first-fixed' ? 'fixed' : rating
}

/** A bulletin or a vulnerability. `name`: the number that it goes by. */
export type MatrixRow = {
  key: string
  name: string
  title: Text
  severity: Severity | null
  /** Those that it tells of: at least one. */
  bulletins: readonly string[]
  /** Each platform once. */
  ratings: readonly MatrixRating[]
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
    bulletins: [id],
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

/**
 * The vulnerabilities of the filtered bulletins, in the order of these; of the chosen platforms only those that affect
 * any. Each is one row with what all bulletins on file say of it.
 */
export function vulnerabilityRows(
  flaws: Flaws,
  { table: index }: Columns,
  filtered: Uint32Array,
  chosen: readonly PlatformId[],
): MatrixRows {
  const { table } = flaws
  const isChosen = ({ platform, rating }: PlatformRating) =>
    isAffected(rating) && chosen.some((above) => isWithin(platform, above))
  const touches = (flaw: Flaw) =>
    chosen.length === 0 || flaw.some((row) => rowAt(table, row).ratings.some((rated) => isChosen(rated)))
  const idAt = (row: number) => valueAt(index.columns.id, row) ?? ''
  const listed = Array.from(filtered, idAt)
  const shown = flawsIn(flaws, listed).filter(touches)
  const all = Uint32Array.from(shown.flat())
  const dealtWith = new Set(
    Array.from({ length: index.rows }, (_, row) => row)
      .filter((row) => !isOpen(valueAt(index.columns.triage, row) ?? 'new'))
      .map(idAt),
  )
  const isListed = new Set(listed)
  const made = new Map<number, MatrixRow>()
  return {
    count: shown.length,
    at(row) {
      const known = made.get(row) ?? flawRow(table, shown[row] ?? [], isListed)
      made.set(row, known)
      return known
    },
    lists: table.columns.ratings,
    all,
    open: all.filter((row) => !dealtWith.has(valueAt(table.columns.bulletin, row) ?? '')),
  }
}

/** One vulnerability over all its bulletins; those that are listed come first. */
function flawRow(table: Flaws['table'], flaw: Flaw, isListed: ReadonlySet<string>): MatrixRow {
  const said = flaw
    .map((row) => rowAt(table, row))
    .toSorted((a, b) => Number(isListed.has(b.bulletin)) - Number(isListed.has(a.bulletin)))
  const [first] = said
  const ratings = worstOfEach(
    said.flatMap(({ bulletin, ratings: own }) => own.map((rated) => ({ ...rated, bulletin }))),
  )
  return {
    key: `${first?.bulletin} ${first?.id}`,
    name: first?.id ?? '',
    title: first?.title ?? {},
    severity: worstSeverity(ratings.map(({ rating }) => rating)),
    bulletins: [...new Set(said.map(({ bulletin }) => bulletin))],
    ratings,
  }
}
