/** Lines of a fleet that count the same machines. */
import { lineKey, type FleetLine } from '../../contract/fleet.ts'
import { isWithin } from '../platforms/platforms.ts'

/**
 * Whether two lines count the same machines: one is for the platform of the other or one above it, and for the same OS
 * edition or any.
 */
const countSame = (above: FleetLine, below: FleetLine): boolean =>
  above.platform !== below.platform &&
  isWithin(below.platform, above.platform) &&
  (above.edition === null || below.edition === null || above.edition === below.edition)

/** Lines that may count the same machines twice; of machines that report themselves, each is in one line. */
export const overlapping = (fleet: readonly FleetLine[]): [above: FleetLine, below: FleetLine][] =>
  fleet.flatMap((above) =>
    fleet
      .filter((below) => countSame(above, below) && !(above.reported && below.reported))
      .map((below): [FleetLine, FleetLine] => [above, below]),
  )

/** The line that a new one would repeat, since it counts the same machines; undefined for none. */
export const repeatedBy = <L extends FleetLine>(line: FleetLine, lines: readonly L[]): L | undefined =>
  lines.find((other) => lineKey(other) === lineKey(line) || countSame(other, line) || countSame(line, other))
