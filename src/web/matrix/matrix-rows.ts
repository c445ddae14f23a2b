/** The rows of the matrix, from the summary index or from the table of vulnerabilities; each is made when it is drawn. */
import type { Summary } from '../../contract/summary.ts'
import type { Text } from '../../contract/text.ts'
import type { Severity } from '../../contract/words.ts'
import type { Columns } from '../../domain/filter/columns.ts'
import { whyFirst, type Reason } from '../../domain/bulletin/why-first.ts'
import { worstSeverity } from '../../domain/bulletin/severity.ts'
import { severities } from '../../contract/vocabulary.ts'
import { filteredReasons, flawsFound, saidBy, type Flaws } from '../../domain/matrix/flaws.ts'
import { placed, type RowFacts } from '../../domain/matrix/lines.ts'
import type { OwnPlatform } from '../../domain/matrix/own.ts'
import { worstOfEach, type RatingLists } from '../../domain/matrix/ratings.ts'
import { eachAffected, type RatedRows } from '../../domain/matrix/rows.ts'
import { sharedLists } from '../../domain/matrix/shared-lists.ts'
import type { FixState } from '../../contract/fixes.ts'
import { hasRow } from '../../domain/filter/bits.ts'
import { once, oncePer } from '../../domain/table/once.ts'
import { rowAt, valueAt } from '../../domain/table/open.ts'
import type { MatrixRating } from './cells.ts'

/** A bulletin or a vulnerability. `name`: the number that it goes by. */
export type MatrixRow = {
  key: string
  name: string
  title: Text
  severity: Severity | null
  /** Those that it tells of: at least one. */
  bulletins: readonly string[]
  /** Why it comes first. */
  why: readonly Reason[]
  /** Each platform once. */
  ratings: readonly MatrixRating[]
}

/** The rows, and what each is sorted by. */
export type MatrixRows = {
  source: RatedRows
  at: (row: number) => MatrixRow
  factsOf: (row: number) => RowFacts
  dayOf: (row: number) => string
}

/** The filtered bulletins. `stateOf`: what a bulletin is on our machines. */
export function bulletinRows(
  columns: Columns,
  filtered: Uint32Array,
  own: readonly OwnPlatform[],
  stateOf: (bulletin: string) => FixState | null,
): MatrixRows {
  const { table, summaryAt, machines, facet } = columns
  const { id, urgency, due, publishedOn } = table.columns
  const rowOf = (summary: Summary): MatrixRow => ({
    key: summary.id,
    name: summary.id,
    title: summary.title,
    severity: summary.severity,
    bulletins: [summary.id],
    why: whyFirst(summary),
    ratings: summary.platforms,
  })
  const counts = machines()
  const replaced = facet('replaced').sets.get('yes')
  const lists = table.columns.platforms
  const { isMine } = worstOf(lists)(own)
  const factsOf = (row: number): RowFacts => {
    const rank = valueAt(urgency, row)?.level ?? 'unrated'
    return placed({
      state: stateOf(valueAt(id, row) ?? ''),
      isMine: isMine(row),
      rank,
      attention: 0,
      due: valueAt(due, row)?.on ?? null,
      machines: counts[row] ?? 0,
      isUrgent: rank === 'immediate' && !(replaced !== undefined && hasRow(replaced, row)),
    })
  }
  const listOf = (row: number) => filtered[row] ?? 0
  const facts = Array.from(filtered, factsOf)
  return {
    source: { lists, listOf: filtered },
    at: (row) => rowOf(summaryAt(listOf(row))),
    factsOf: (row) => facts[row] ?? factsOf(listOf(row)),
    dayOf: (row) => valueAt(publishedOn, listOf(row)) ?? '',
  }
}

/**
 * The vulnerabilities that a filter finds, in the order of the bulletins. Each is one row with what all bulletins on file
 * say of it.
 */
export function vulnerabilityRows(
  flaws: Flaws,
  index: Columns['table'],
  filtered: Uint32Array,
  filter: Parameters<typeof flawsFound>[2],
  own: readonly OwnPlatform[],
): MatrixRows {
  const { table, rows } = flaws
  const { id, publishedOn } = index.columns
  const days = new Map<string, string>()
  for (const row of filtered) days.set(valueAt(id, row) ?? '', valueAt(publishedOn, row) ?? '')
  const latest = rows.map(() => '')
  for (const [bulletin, day] of days)
    for (const flaw of flaws.of(bulletin)) if (day > (latest[flaw] ?? '')) latest[flaw] = day
  const shown = flawsFound(flaws, days, filter)
  const rowsOf = (row: number) => rows[shown[row] ?? -1] ?? []
  const { lists, listOf } = ratingsOf(flaws)
  const factsOf = factsOfFlaws(flaws)(own)
  const rowOf = once((row: number) => flawRow(table, rowsOf(row), days))
  return {
    source: { lists, listOf: Uint32Array.from(shown).map((flaw) => listOf[flaw] ?? -1) },
    at: rowOf,
    factsOf: (row) => factsOf(shown[row] ?? -1),
    dayOf: (row) => latest[shown[row] ?? -1] ?? '',
  }
}

const reasonOf = (code: (typeof filteredReasons)[number]): Reason =>
  code === 'exploited' ? { code, by: [] } : { code }

/** The ratings of each vulnerability, of all its bulletins together. */
const ratingsOf = oncePer(({ table, rows }: Flaws) => sharedLists(table.columns.ratings, rows))

/** What vulnerabilities are sorted by: the same whatever a filter finds. */
const factsOfFlaws = oncePer((flaws: Flaws) => {
  const { lists, listOf } = ratingsOf(flaws)
  return oncePer((own: readonly OwnPlatform[]) => {
    const { severityOf, isMine } = worstOf(lists)(own)
    // The same object for all that are alike: of very many each one would be far apart in memory.
    const alike = new Map<string, RowFacts>()
    const factsOf = (flaw: number): RowFacts => {
      const list = listOf[flaw] ?? -1
      const rank = severityOf(list) ?? 'unrated'
      const first = filteredReasons.findIndex((code) => saidBy(flaws.table, flaws.rows[flaw] ?? [], code))
      const attention = first < 0 ? filteredReasons.length : first
      const key = `${isMine(list)} ${rank} ${attention}`
      const isUrgent = rank === 1 || attention === 0
      const facts =
        alike.get(key) ??
        placed({ state: null, isMine: isMine(list), rank, attention, due: null, machines: 0, isUrgent })
      alike.set(key, facts)
      return facts
    }
    const facts = flaws.rows.map((_, flaw) => factsOf(flaw))
    return (flaw: number) => facts[flaw] ?? factsOf(flaw)
  })
})

/** Of each list of ratings whether it affects our machines, and its worst severity: there, or else anywhere. */
const worstOf = oncePer((lists: RatingLists) =>
  oncePer((own: readonly OwnPlatform[]) => {
    const { length } = lists.starts
    const { values } = lists.items.columns.platform
    const isOurs = values.map((id) => own.some(({ isTold }) => isTold(id)))
    const all = new Uint8Array(length).fill(notAffected)
    const mine = new Uint8Array(length).fill(notAffected)
    eachAffected(lists, (slot, list, rank) => {
      all[list] = Math.min(all[list] ?? rank, rank)
      if (isOurs[slot] === true) mine[list] = Math.min(mine[list] ?? rank, rank)
    })
    return {
      isMine: (list: number) => mine[list] !== notAffected,
      severityOf: (list: number) => severities[mine[list] ?? notAffected] ?? severities[all[list] ?? notAffected],
    }
  }),
)

/** Beyond the rank of any rating. */
const notAffected = 255

/** One vulnerability over all its bulletins; those that are listed come first. */
function flawRow(table: Flaws['table'], flaw: readonly number[], listed: ReadonlyMap<string, unknown>): MatrixRow {
  const said = flaw
    .map((row) => rowAt(table, row))
    .toSorted((a, b) => Number(listed.has(b.bulletin)) - Number(listed.has(a.bulletin)))
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
    why: filteredReasons.filter((code) => saidBy(table, flaw, code)).map(reasonOf),
    ratings,
  }
}
