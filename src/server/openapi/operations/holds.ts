import { HoldConflict } from '../../../contract/holds.ts'
import type { Operations } from '../operations.ts'

export const holdsOperations = {
  listHolds: {
    summary: 'List what must not be deployed now, and on which machines',
    description:
      'Those in force today, the one that ends first at the start. Without a query it is all that a deployment tool needs; with `bulletin`, `platform` and `role` it lists what forbids that fix there.',
  },
  setHold: { summary: 'Set a hold', success: [201], errors: [404] },
  viewHold: {
    summary: 'Get a hold',
    description: '`renewHold` and `endHold` expect the ETag of this answer in `If-Match`.',
  },
  renewHold: {
    summary: 'Renew a hold until another day',
    description:
      'Who has set it and when is kept, and renewals are counted. One that a person has ended is not renewed.',
    errors: [409],
    conflict: HoldConflict,
  },
  endHold: { summary: 'End a hold before its last day', errors: [409], conflict: HoldConflict },
  listDeployments: {
    summary: 'List what is to be installed on each platform of the fleet: approve, or hold and why',
    description:
      'A fix is approved where go was signed, no hold is on it, and no test has failed there since. Empty without a fleet.',
  },
  exportDeployments: 'Export the same as CSV, a row for each fix and platform',
} as const satisfies Operations
