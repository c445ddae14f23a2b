import { lineKey, type FleetLine } from '../../contract/fleet.ts'
import { sameFacts } from './lines.ts'

/** The order in which a reader wants to see them. */
const kinds = ['changed', 'added', 'removed', 'unchanged'] as const
type LineChangeKind = (typeof kinds)[number]

/** What becomes of a line: what it says before and after, null where there is no such line. */
export type LineChange = Pick<FleetLine, 'platform' | 'edition'> & {
  kind: LineChangeKind
  from: FleetLine | null
  to: FleetLine | null
}

const kindOf = (from: FleetLine | null, to: FleetLine | null): LineChangeKind =>
  from === null ? 'added' : to === null ? 'removed' : sameFacts(from, to) ? 'unchanged' : 'changed'

const byKey = (lines: readonly FleetLine[]) => new Map(lines.map((line) => [lineKey(line), line]))

/** Each line that a fleet has before or after, and what becomes of it; what differs comes first. */
export function lineChanges(before: readonly FleetLine[], after: readonly FleetLine[]): LineChange[] {
  const [old, now] = [byKey(before), byKey(after)]
  const lines = new Map([...before, ...after].map((line) => [lineKey(line), line]))
  const changes = Array.from(lines, ([key, { platform, edition }]): LineChange => {
    const [from, to] = [old.get(key) ?? null, now.get(key) ?? null]
    return { platform, edition, from, to, kind: kindOf(from, to) }
  })
  return kinds.flatMap((kind) => changes.filter((change) => change.kind === kind))
}
