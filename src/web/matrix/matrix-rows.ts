/** The rows of the matrix, from the summary index or from the table of vulnerabilities; each is made when it is drawn. */
import type { Summary } from '../../contract/summary.ts'
import type { Text } from '../../contract/text.ts'
import type { VulnerabilityRating } from '../../contract/bulletin.ts'
import type { Rating, Severity } from '../../contract/words.ts'
import type { Columns } from '../../domain/filter/columns.ts'
import { whyFirst, type Reason } from '../../domain/bulletin/why-first.ts'
import { worstSeverity } from '../../domain/bulletin/severity.ts'
import { severities } from '../../contract/vocabulary.ts'
import { filteredReasons, flawsFound, saidBy, type Flaw, type Flaws } from '../../domain/matrix/flaws.ts'
import type { RowFacts } from '../../domain/matrix/lines.ts'
import type { OwnPlatform } from '../../domain/matrix/own.ts'
import { worstOfEach } from '../../domain/matrix/ratings.ts'
import { eachAffected, type RatedRows } from '../../domain/matrix/rows.ts'
import type { FixState } from '../../contract/fixes.ts'
import { hasRow } from '../../domain/filter/bits.ts'
import { oncePer } from '../../domain/table/once.ts'
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

/** The signs of what has no numeral. */
export const signs = {
  unrated: '?',
  'under-investigation': '…',
  'no-fix': '—',
  none: '·',
  fixed: '✓',
  recommended: '✓',
  absent: null,
} as const

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
  const source = {
    count: filtered.length,
    lists: table.columns.platforms,
    parts: (row: number) => [filtered[row] ?? 0],
  }
  const { isMine } = worstSeverities(source, own)
  return {
    source,
    at: (row) => rowOf(summaryAt(filtered[row] ?? 0)),
    factsOf(position) {
      const row = filtered[position] ?? 0
      const rank = valueAt(urgency, row)?.level ?? 'unrated'
      const count = counts[row] ?? 0
      return {
        state: stateOf(valueAt(id, row) ?? ''),
        isMine: isMine[position] === true,
        rank,
        attention: 0,
        due: valueAt(due, row)?.on ?? null,
        machines: count,
        day: valueAt(publishedOn, row) ?? '',
        isUrgent: rank === 'immediate' && !(replaced !== undefined && hasRow(replaced, row)),
      }
    },
  }
}

/**
 * The vulnerabilities that a filter finds, in the order of the bulletins. Each is one row with what all bulletins on file
 * say of it.
 */
export function vulnerabilityRows(
  flaws: Flaws,
  { table: index }: Columns,
  filtered: Uint32Array,
  filter: Parameters<typeof flawsFound>[2],
  own: readonly OwnPlatform[],
): MatrixRows {
  const { table } = flaws
  const listed = Array.from(filtered, (row) => valueAt(index.columns.id, row) ?? '')
  const shown = flawsFound(flaws, listed, filter)
  const isListed = new Set(listed)
  const made = new Map<number, MatrixRow>()
  const source = { count: shown.length, lists: table.columns.ratings, parts: (row: number) => shown[row] ?? [] }
  const dayOf = new Map(listed.map((id, at) => [id, valueAt(index.columns.publishedOn, filtered[at] ?? 0) ?? '']))
  // Once for each bulletin, not for each vulnerability.
  const { values, at } = table.columns.bulletin
  const days = { values: values.map((id) => dayOf.get(id) ?? ''), at }
  const worst = worstOfFlaws(flaws)(own)
  const attentions = attentionsOf(table)
  return {
    source,
    at(row) {
      const known = made.get(row) ?? flawRow(table, shown[row] ?? [], isListed)
      made.set(row, known)
      return known
    },
    factsOf(row) {
      const flaw = shown[row] ?? []
      const [first = -1] = flaw
      let [attention, day] = [Infinity, '']
      for (const part of flaw) {
        attention = Math.min(attention, attentions[part] ?? Infinity)
        const published = valueAt(days, part) ?? ''
        if (published > day) day = published
      }
      const rank = worst.mine[first] ?? worst.all[first] ?? 'unrated'
      return {
        state: null,
        isMine: worst.isMine[first] === true,
        rank,
        attention,
        due: null,
        machines: 0,
        day,
        isUrgent: rank === 1 || attention === 0,
      }
    },
  }
}

const reasonOf = (code: (typeof filteredReasons)[number]): Reason =>
  code === 'exploited' ? { code, by: [] } : { code }

/** Of each row of the table the place of its first reason; behind all where there is none. */
const attentionsOf = oncePer(({ rows, columns: { reasons } }: Flaws['table']) =>
  Uint8Array.from({ length: rows }, (_, row) => {
    const said = valueAt(reasons, row) ?? []
    const at = filteredReasons.findIndex((code) => said.includes(code))
    return at < 0 ? filteredReasons.length : at
  }),
)

/** The worst of each vulnerability, where its first row is: the same whatever a filter finds. */
const worstOfFlaws = oncePer(({ table, at }: Flaws) =>
  oncePer((own: readonly OwnPlatform[]) =>
    worstSeverities({ count: at.length, lists: table.columns.ratings, parts: (row) => at[row] ?? [] }, own),
  ),
)

/** Of each row the worst severity, and that on our machines. */
function worstSeverities(source: RatedRows, own: readonly OwnPlatform[]) {
  const ids = source.lists.items.columns.platform.values
  const told: (boolean | undefined)[] = []
  const all: (Severity | undefined)[] = []
  const mine: (Severity | undefined)[] = []
  const isMine: true[] = []
  eachAffected(source, (slot, row, rank) => {
    const severity = severities[rank]
    const known = all[row]
    if (severity !== undefined && (known === undefined || severity < known)) all[row] = severity
    const isOurs = (told[slot] ??= own.some(({ isTold }) => isTold(ids[slot] ?? '')))
    if (!isOurs) return
    isMine[row] = true
    const before = mine[row]
    if (severity !== undefined && (before === undefined || severity < before)) mine[row] = severity
  })
  return { all, mine, isMine }
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
    why: filteredReasons.filter((code) => saidBy(table, flaw, code)).map(reasonOf),
    ratings,
  }
}
