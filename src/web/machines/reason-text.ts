import type { MachineReason } from '../../contract/machines.ts'
import type { useMachineMessages } from './messages.ts'

/** A reason in words, with its figures. */
export function reasonText(reason: MachineReason, { reasons }: ReturnType<typeof useMachineMessages>): string {
  // Each code has the words of its own reason.
  const say = reasons[reason.code] as (given: MachineReason) => string
  return say(reason)
}
