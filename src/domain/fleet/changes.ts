import { lineKey, type FleetLine } from '../../contract/fleet.ts'

/** The order in which a reader wants to see them. */
const kinds = ['changed', 'added', 'removed', 'unchanged'] as const
export type LineChangeKind = (typeof kinds)[number]

/** What becomes of a line: its machines before and after, null where there is no such line. */
export type LineChange = Pick<FleetLine, 'platform' | 'edition'> & {
  kind: LineChangeKind
  from: number | null
  to: number | null
}

const kindOf = (from: number | null, to: number | null): LineChangeKind =>
  from === null ? 'added' : to === null ? 'removed' : Object.is(from, to) ? 'unchanged' : 'changed'

/** Each line that a fleet has before or after, and what becomes of it; what differs comes first. */
export function lineChanges(before: readonly FleetLine[], after: readonly FleetLine[]): LineChange[] {
  const [old, now] = [before, after].map((lines) => new Map(lines.map((line) => [lineKey(line), line.machines])))
  const lines = new Map([...before, ...after].map((line) => [lineKey(line), line]))
  const changes = Array.from(lines, ([key, { platform, edition }]): LineChange => {
    const [from, to] = [old?.get(key) ?? null, now?.get(key) ?? null]
    return { platform, edition, from, to, kind: kindOf(from, to) }
  })
  return kinds.flatMap((kind) => changes.filter((change) => change.kind === kind))
}
