import { machineRoles } from '../../contract/limits.ts'
import type { FleetLine } from '../../contract/fleet.ts'

/** What a line says of its machines, beside what they are. */
export type LineFacts = Pick<FleetLine, 'machines' | 'reachable' | 'roles'>

const factsOf = ({ machines, reachable, roles = [] }: LineFacts) => JSON.stringify([machines, reachable ?? null, roles])

/** Whether two lines say the same; undefined where there is no such line. A number that is being typed is null in JSON. */
export const sameFacts = (a: LineFacts | undefined, b: LineFacts | undefined): boolean =>
  a === undefined || b === undefined ? a === b : factsOf(a) === factsOf(b)

/** The line with whether the internet reaches its machines; null takes the word back. */
export function withReachable(given: FleetLine, word: 'yes' | 'no' | null): FleetLine {
  const { reachable: _, ...line } = given
  return word === null ? line : { ...line, reachable: word }
}

/** The line with other roles; without any it says nothing of them. */
export function withRoles(given: FleetLine, roles: readonly string[]): FleetLine {
  const { roles: _, ...line } = given
  return roles.length === 0 ? line : { ...line, roles: [...roles] }
}

/** The roles in a cell or a field, with commas or semicolons between them. */
export const readRoles = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,;、，；]/)
      .map((role) => role.trim())
      .filter((role) => role !== ''),
  ),
]

/**
 * One line for the machines of two. The internet reaches them where it reaches any; that it does not has to be said of
 * both. Roles beyond the limit are left out.
 */
export function joinedLines(a: FleetLine, b: FleetLine): FleetLine {
  const reachable =
    a.reachable === 'yes' || b.reachable === 'yes' ? 'yes' : a.reachable === b.reachable ? a.reachable : null
  const roles = [...new Set([...(a.roles ?? []), ...(b.roles ?? [])])].slice(0, machineRoles.maxLength)
  return withRoles(withReachable({ ...a, machines: a.machines + b.machines }, reachable ?? null), roles)
}
