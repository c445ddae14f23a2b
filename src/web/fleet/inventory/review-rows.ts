/** The lines of a preview in the order in which they want to be looked at: what cannot be read comes first. */
import type { InventoryPreview, LineProblem, PassedOver, PreviewedMachine } from '../../../contract/inventory.ts'

export type ReviewRow =
  | { is: 'problem'; problem: LineProblem }
  | { is: 'passed'; passed: PassedOver }
  | { is: 'machine'; machine: PreviewedMachine }

const order: readonly PreviewedMachine['becomes'][] = ['changed', 'new', 'unchanged']

export const reviewRows = ({ problems, passedOver, machines }: InventoryPreview): ReviewRow[] => [
  ...problems.map((problem): ReviewRow => ({ is: 'problem', problem })),
  ...passedOver.map((passed): ReviewRow => ({ is: 'passed', passed })),
  // Machines of an unknown platform come first: a person may know more of them.
  ...order.flatMap((becomes) =>
    machines
      .filter((machine) => machine.becomes === becomes)
      .toSorted((a, b) => Number(a.platform !== null) - Number(b.platform !== null) || a.line - b.line)
      .map((machine): ReviewRow => ({ is: 'machine', machine })),
  ),
]
