/** The vulnerabilities on file, each once: several bulletins may fix the same CVE, each on platforms of its own. */
import type { RatedVulnerability } from '../../contract/vulnerability.ts'
import { valueAt, type OpenTable } from '../table/open.ts'
import { vulnerabilityKey } from '../vulnerability/key.ts'

/** The rows of the table that speak of one vulnerability, in the order of the table. */
export type Flaw = readonly number[]

export type Flaws = {
  table: OpenTable<RatedVulnerability>
  /** The vulnerabilities that a bulletin fixes, in its own order. */
  of: (bulletin: string) => readonly Flaw[]
}

/** Microsoft's own number of what has no CVE. */
const isAdvisory = (id: string) => /^ADV\d+$/.test(id)

/** One CVE is one vulnerability, whichever bulletins name it; what has no number is one of its bulletin alone. */
export function flawsOf(table: OpenTable<RatedVulnerability>): Flaws {
  const { bulletin, id, cve } = table.columns
  const flaws = new Map<string, number[]>()
  const byBulletin = new Map<string, Set<Flaw>>()
  for (let row = 0; row < table.rows; row++) {
    const owner = valueAt(bulletin, row) ?? ''
    const own = valueAt(id, row) ?? ''
    const key = vulnerabilityKey(valueAt(cve, row) ?? (isAdvisory(own) ? own : null), owner, own)
    const flaw = flaws.get(key) ?? []
    flaw.push(row)
    flaws.set(key, flaw)
    byBulletin.set(owner, (byBulletin.get(owner) ?? new Set()).add(flaw))
  }
  const lists = new Map([...byBulletin].map(([owner, found]) => [owner, [...found]]))
  return { table, of: (owner) => lists.get(owner) ?? [] }
}

/** The vulnerabilities that any of the bulletins fixes, each once, in the order of the bulletins. */
export const flawsIn = (flaws: Flaws, bulletins: Iterable<string>): Flaw[] => [
  ...new Set(Iterator.from(bulletins).flatMap(flaws.of)),
]
