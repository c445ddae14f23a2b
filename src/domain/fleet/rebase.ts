import { lineKey, type FleetLine } from '../../contract/fleet.ts'
import { sameFacts } from './lines.ts'

const byKey = (lines: readonly FleetLine[]) => new Map(lines.map((line) => [lineKey(line), line]))

/** The lines with others added, in place of those of the same platform and OS edition. */
export const withLines = (lines: readonly FleetLine[], more: readonly FleetLine[]): FleetLine[] => [
  ...byKey([...lines, ...more]).values(),
]

/** A line that another person has changed: what it said, says now, and will say; null for no such line. */
export type OtherChange = Pick<FleetLine, 'platform' | 'edition'> &
  Record<'before' | 'theirs' | 'result', FleetLine | null>

/** What another person has made of `base`, and what becomes of each of these lines in `result`. */
export function otherChanges(
  base: readonly FleetLine[],
  theirs: readonly FleetLine[],
  result: readonly FleetLine[],
): OtherChange[] {
  const [before, now, after] = [byKey(base), byKey(theirs), byKey(result)]
  return [...byKey([...base, ...theirs])].flatMap(([key, { platform, edition }]) => {
    if (sameFacts(before.get(key), now.get(key))) return []
    const line = (lines: ReadonlyMap<string, FleetLine>) => lines.get(key) ?? null
    return [{ platform, edition, before: line(before), theirs: line(now), result: line(after) }]
  })
}

/**
 * What one person has made of `base`, done to what another has made of it meanwhile: what the one has added, changed or
 * removed stays so, and everything else is as the other has it.
 */
export function rebased(
  base: readonly FleetLine[],
  mine: readonly FleetLine[],
  theirs: readonly FleetLine[],
): FleetLine[] {
  if (theirs === base) return [...mine]
  const [before, after] = [byKey(base), byKey(mine)]
  const isMine = (key: string) => !sameFacts(before.get(key), after.get(key))
  const kept = theirs.flatMap((line) => (isMine(lineKey(line)) ? (after.get(lineKey(line)) ?? []) : [line]))
  return withLines(
    kept,
    mine.filter((line) => isMine(lineKey(line))),
  )
}
