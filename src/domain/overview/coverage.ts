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
