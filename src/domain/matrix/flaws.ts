/** The vulnerabilities on file, each once: several bulletins may fix the same CVE, each on platforms of its own. */
import type { RatedVulnerability } from '../../contract/vulnerability.ts'
import type { NotableReason } from '../../contract/words.ts'
import { isAffected } from '../bulletin/severity.ts'
import type { Filter } from '../filter/filter.ts'
import { isWithin } from '../platforms/platforms.ts'
import { rowAt, valueAt, type OpenTable } from '../table/open.ts'
import { countedAsFlaw } from '../vulnerability/key.ts'

/** The rows of the table that speak of one vulnerability, in the order of the table. */
export type Flaw = readonly number[]

export type Flaws = {
  table: OpenTable<RatedVulnerability>
  /** The vulnerabilities that a bulletin fixes, in its own order. */
  of: (bulletin: string) => readonly Flaw[]
  /** Each vulnerability where its first row is. */
  at: readonly (Flaw | undefined)[]
}

/** Each vulnerability once. */
export function flawsOf(table: OpenTable<RatedVulnerability>): Flaws {
  const { bulletin, id, cve } = table.columns
  const flaws = new Map<string, number[]>()
  const byBulletin = new Map<string, Set<Flaw>>()
  const at = Array.from<Flaw | undefined>({ length: table.rows })
  for (let row = 0; row < table.rows; row++) {
    const owner = valueAt(bulletin, row) ?? ''
    const key = countedAsFlaw(valueAt(cve, row) ?? null, owner, valueAt(id, row) ?? '')
    const flaw = flaws.get(key) ?? []
    if (flaw.length === 0) at[row] = flaw
    flaw.push(row)
    flaws.set(key, flaw)
    byBulletin.set(owner, (byBulletin.get(owner) ?? new Set()).add(flaw))
  }
  const lists = new Map([...byBulletin].map(([owner, found]) => [owner, [...found]]))
  return { table, of: (owner) => lists.get(owner) ?? [], at }
}

/** What a filter says of vulnerabilities themselves. */
type Asked = Pick<Filter, 'platform' | 'exploit' | 'disclosure' | 'exploitability' | 'q'>

/**
 * The vulnerabilities that a filter finds, each once, in the order of the bulletins that it finds. Of chosen platforms those
 * that affect any; of those that are exploited, public or more likely to be exploited those of which these bulletins say
 * so; and where the search names CVEs, only these, and not all that is fixed with them.
 */
export function flawsFound(
  { table, of }: Flaws,
  bulletins: Iterable<string>,
  { platform, exploit, disclosure, exploitability, q }: Asked,
): Flaw[] {
  const listed = new Set(bulletins)
  const isChosen = ({ platform: rated, rating }: RatedVulnerability['ratings'][number]) =>
    isAffected(rating) && platform.some((above) => isWithin(rated, above))
  const isTouched = (flaw: Flaw) => flaw.some((row) => rowAt(table, row).ratings.some((rated) => isChosen(rated)))
  const asked = [exploit, disclosure, exploitability].filter((options) => options.length > 0)
  const isSaid = (flaw: Flaw) => {
    const told = flaw.filter((row) => listed.has(valueAt(table.columns.bulletin, row) ?? ''))
    return asked.every((options) => isAnyOf(table, told, options))
  }
  const found = [...new Set([...listed].flatMap(of))].filter(
    (flaw) => (platform.length === 0 || isTouched(flaw)) && (asked.length === 0 || isSaid(flaw)),
  )
  const words = cvesIn(q)
  const named = words.length === 0 ? [] : found.filter((flaw) => isNamed(table, flaw, words))
  return named.length > 0 ? named : found
}

/** The reasons that are options of a filter, the most serious first. */
export const filteredReasons = ['exploited', 'proof-of-concept', 'public', 'more-likely'] as const

/** Whether any bulletin gives a reason. */
export const saidBy = ({ columns: { reasons } }: Flaws['table'], flaw: Flaw, code: NotableReason): boolean =>
  flaw.some((row) => valueAt(reasons, row)?.includes(code) === true)

/** Whether it has any of the chosen options. Of one that is no reason, the table does not tell who has it. */
const isAnyOf = (table: Flaws['table'], flaw: Flaw, options: readonly string[]): boolean =>
  options.some((option) => {
    const code = filteredReasons.find((each) => each === option)
    return code === undefined || saidBy(table, flaw, code)
  })

/** What a search names, where it names nothing but CVEs. */
function cvesIn(q: string): string[] {
  const words = q.trim().toUpperCase().split(/\s+/)
  return words.every((word) => /^(CVE|CAN)-[\d-]+$/.test(word)) ? words : []
}

/** Whether a search is for the vulnerability itself. */
const isNamed = ({ columns }: Flaws['table'], flaw: Flaw, words: readonly string[]): boolean =>
  flaw.some((row) => {
    const name = (valueAt(columns.cve, row) ?? valueAt(columns.id, row) ?? '').toUpperCase()
    return words.some((word) => name.startsWith(word))
  })
