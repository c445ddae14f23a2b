import { TriageConflict } from '../../../contract/triage.ts'
import type { Operations } from '../operations.ts'

export const triageOperations = {
  listFilters: 'Get the saved filters of the person who asks, and of the team',
  setOwnFilters: 'Set the saved filters of the person who asks',
  setTeamFilters: 'Set the saved filters of the team',
  listAssignees: 'List the people and teams that alerts can be assigned to',
  listTriage: 'List the triage states that were set, or those that changed after a version',
  setTriageOfMany: {
    summary: 'Set the triage states of many bulletins, all or nothing',
    description: 'Each change names the version that it replaces. If one of them is outdated, nothing is changed.',
    errors: [404, 412],
    conflict: TriageConflict,
  },
  viewTriage: 'Get the triage state of a bulletin',
  setTriage: { summary: 'Set the triage state of a bulletin', conflict: TriageConflict },
  addComment: { summary: 'Add a comment to a bulletin', success: [201] },
  viewComment: 'Get a comment; its text is null once it was retracted',
  retractComment: 'Retract one of your own comments',
  handOver: {
    summary: 'Assign a bulletin to a person or team, with a note',
    description: 'One write: the assignee, and the note in the history.',
    conflict: TriageConflict,
  },
} as const satisfies Operations
