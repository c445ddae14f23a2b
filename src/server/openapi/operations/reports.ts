import type { Operations } from '../operations.ts'

export const reportsOperations = {
  viewHandling: {
    summary: 'See how long alerts take to each step, what is in time, what is overdue, and what piles up',
    description:
      'Times are in hours from when an alert was known: it came on file, or was published where that was later. An alert counts that is to be installed on the fleet, or that a person has set, tested or decided. It is deployed once its state is set to done. Fewer than three give no median, fewer than ten no 90 %.',
  },
  listHandled: 'List the alerts behind a figure of the report on handling, the one known last first',
  viewRecord: {
    summary: 'Get the record of a bulletin: who knew, tested, decided and deployed when, and on what facts',
    description: 'All of it is from the log, oldest first. Machines are counted and not named.',
    errors: [404],
  },
  viewPlanRecord: {
    summary: 'Get the record of a kept plan: its history, and the record of each of its bulletins',
    description: 'The history is oldest first. Machines are counted and not named.',
    errors: [404],
  },
} as const satisfies Operations
