/** On how many machines what is to be installed was found. */
import type { CheckedMachine } from '../../contract/coverage.ts'
import type { MachinesDone } from '../../contract/overview.ts'

/** What was found on the machines that were checked for a fix, by the id of the bulletin. */
export type Checked = ReadonlyMap<string, readonly CheckedMachine[]>

/** Of the machines that a fix is for, or those that were checked where these are more. */
export function machinesDone(checked: readonly CheckedMachine[], machines: number): MachinesDone {
  const needing = checked.filter(({ isApplied }) => isApplied !== null)
  return {
    applied: needing.filter(({ isApplied }) => isApplied).length,
    of: Math.max(needing.length, machines),
  }
}

/** How many machines have each of these fixes that they were checked for, and at least one. */
export function patchedMachines(found: Iterable<readonly CheckedMachine[]>): number {
  const isPatched = new Map<string, boolean>()
  for (const machines of found)
    for (const { name, isApplied } of machines) {
      const key = name.toUpperCase()
      if (isApplied !== null) isPatched.set(key, isApplied && (isPatched.get(key) ?? true))
    }
  return [...isPatched.values()].filter(Boolean).length
}
