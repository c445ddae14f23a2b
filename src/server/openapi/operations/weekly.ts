import { WeeklyConflict } from '../../../contract/weekly.ts'
import type { Operations } from '../operations.ts'

export const weeklyOperations = {
  listWeekly: {
    summary: 'List the issues of a year, or those that words are found in',
    description: 'The newest first, each with its headline as the clauses that it is made of.',
  },
  feedWeekly: 'Get the newest issues as an Atom feed',
  viewWeeklySettings: 'Get when issues come out',
  setWeeklySettings: { summary: 'Replace when issues come out', conflict: WeeklyConflict },
  previewWeekly: {
    summary: 'Get the next issue as it would be now',
    description: 'Nothing is kept. Its number is the one that it would have.',
  },
  viewWeekly: { summary: 'Get an issue, or the `latest`', errors: [404] },
  tryWeekly: { summary: 'Send an issue to your own mail', errors: [404, 409, 429] },
  exportWeekly: { summary: 'Get an issue as Markdown', errors: [404] },
} as const satisfies Operations
