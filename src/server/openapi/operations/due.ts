import { KeptDueConflict, BulletinDueConflict } from '../../../contract/due.ts'
import type { Operations } from '../operations.ts'

export const dueOperations = {
  listDue: {
    summary: 'List the due days of what is to be installed',
    description:
      'Of every bulletin that is to be installed on the fleet or, without a fleet, that nothing on file replaces; whatever its triage state.',
  },
  viewDueCalendar: 'Get the due days of the bulletins that a filter finds as a calendar file, one entry a day',
  viewDuePolicy: 'Get the policy that due days come from',
  setDuePolicy: { summary: 'Replace the policy of due days', conflict: KeptDueConflict },
  previewDuePolicy: {
    summary: 'Tell what another policy would change',
    description: 'Nothing is saved. What is done or not applicable is left out.',
  },
  viewBulletinDue: {
    summary: 'Get the due day of a bulletin, with the rules and facts that it comes from',
    description: '`extendDue` expects the ETag of this answer in `If-Match`.',
  },
  extendDue: {
    summary: 'Move the due day of a bulletin to a later one, or renew that',
    description: 'The exception ends by itself with its day; the first day is kept.',
    conflict: BulletinDueConflict,
  },
  endDueException: { summary: 'End the exception of a bulletin before its day', errors: [404] },
} as const satisfies Operations
