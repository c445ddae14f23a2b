/** What of a plan is being changed, or looked at, in a dialog. */
import type { PlanState } from '../../../contract/plans.ts'

export type PlanDialog =
  | { kind: 'gate'; wave: string; isOpen: boolean }
  | { kind: 'state'; state: PlanState }
  | { kind: 'count' }
  | { kind: 'edit' }
  | { kind: 'duplicate' }
  | { kind: 'history' }

/** Opens one of the dialogs. */
export type OpenDialog = (dialog: PlanDialog) => void
