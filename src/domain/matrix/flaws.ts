/** The vulnerabilities on file, each once: several bulletins may fix the same CVE, each on platforms of its own. */
import type { RatedVulnerability } from '../../contract/vulnerability.ts'
import type { NotableReason } from '../../contract/words.ts'
import { isAffected } from '../bulletin/severity.ts'
import type { Filter } from '../filter/filter.ts'
import { isWithin } from '../platforms/platforms.ts'
import { rowAt, valueAt, type OpenTable } from '../table/open.ts'
import { countedAsFlaw } from '../vulnerability/key.ts'

/** The vulnerabilities of a table; each has a number. */
export type Flaws = {
  table: OpenTable<RatedVulnerability>
  /** Of each the rows of the table that speak of it, in the order of the table. */
  rows: readonly (readonly number[])[]
  /** Those that a bulletin fixes, in its own order. */
  of: (bulletin: string) => readonly number[]
}

/** Each vulnerability once. */
export function flawsOf(table: OpenTable<RatedVulnerability>): Flaws {
  const { bulletin, id, cve } = table.columns
  const numbers = new Map<string, number>()
  const rows: number[][] = []
  const byBulletin = new Map<string, Set<number>>()
  for (let row = 0; row < table.rows; row++) {
    const owner = valueAt(bulletin, row) ?? ''
    const key = countedAsFlaw(valueAt(cve, row) ?? null, owner, valueAt(id, row) ?? '')
    const flaw = numbers.get(key) ?? numbers.size
    numbers.set(key, flaw)
    ;(rows[flaw] ??= []).push(row)
    byBulletin.set(owner, (byBulletin.get(owner) ?? new Set()).add(flaw))
  }
  const lists = new Map([...byBulletin].map(([owner, found]) => [owner, [...found]]))
  return { table, rows, of: (owner) => lists.get(owner) ?? [] }
}

/** What a filter says of vulnerabilities themselves. */
type Asked = Pick<Filter, 'platform' | 'exploit' | 'disclosure' | 'exploitability' | 'q'>

/**
 * The vulnerabilities that a filter finds, each once, in the order of the bulletins that it finds. Of chosen platforms those
 * that affect any; of those that are exploited, public or more likely to be exploited those of which these bulletins say
 * so; and where the search names CVEs, only these, and not all that is fixed with them.
 */
export function flawsFound(
  { table, rows, of }: Flaws,
  bulletins: Pick<ReadonlySet<string>, 'has' | 'keys'>,
  { platform, exploit, disclosure, exploitability, q }: Asked,
): number[] {
  const rowsOf = (flaw: number) => rows[flaw] ?? []
  const isChosen = ({ platform: rated, rating }: RatedVulnerability['ratings'][number]) =>
    isAffected(rating) && platform.some((above) => isWithin(rated, above))
  const isTouched = (flaw: number) =>
    rowsOf(flaw).some((row) => rowAt(table, row).ratings.some((rated) => isChosen(rated)))
  const asked = [exploit, disclosure, exploitability].filter((options) => options.length > 0)
  const isSaid = (flaw: number) => {
    const told = rowsOf(flaw).filter((row) => bulletins.has(valueAt(table.columns.bulletin, row) ?? ''))
    return asked.every((options) => isAnyOf(table, told, options))
  }
  const isSeen = new Uint8Array(rows.length)
  const found: number[] = []
  for (const bulletin of bulletins.keys())
    for (const flaw of of(bulletin)) {
      if (isSeen[flaw] === 1) continue
      isSeen[flaw] = 1
      if ((platform.length === 0 || isTouched(flaw)) && (asked.length === 0 || isSaid(flaw))) found.push(flaw)
    }
  const words = cvesIn(q)
  const named = words.length === 0 ? [] : found.filter((flaw) => isNamed(table, rowsOf(flaw), words))
  return named.length > 0 ? named : found
}

/** The reasons that are options of a filter, the most serious first. */
export const filteredReasons = ['exploited', 'proof-of-concept', 'public', 'more-likely'] as const

/** Whether any of these rows gives a reason. */
export const saidBy = (
  { columns: { reasons } }: Flaws['table'],
  rows: readonly number[],
  code: NotableReason,
): boolean => rows.some((row) => valueAt(reasons, row)?.includes(code) === true)

/** Whether it has any of the chosen options. Of one that is no reason, the table does not tell who has it. */
const isAnyOf = (table: Flaws['table'], rows: readonly number[], options: readonly string[]): boolean =>
  options.some((option) => {
    const code = filteredReasons.find((each) => each === option)
    return code === undefined || saidBy(table, rows, code)
  })

/** What a search names, where it names nothing but CVEs. */
export function cvesIn(q: string): string[] {
  const words = q.trim().toUpperCase().split(/\s+/)
  return words.every((word) => /^(CVE|CAN)-[\d-]+$/.test(word)) ? words : []
}

/** Whether a search is for the vulnerability itself. */
const isNamed = ({ columns }: Flaws['table'], rows: readonly number[], words: readonly string[]): boolean =>
  rows.some((row) => {
    const name = (valueAt(columns.cve, row) ?? valueAt(columns.id, row) ?? '').toUpperCase()
    return words.some((word) => name.startsWith(word))
  })
