import type { Operations } from '../operations.ts'

export const labOperations = {
  listLabReports: 'List the test results and known issues of all bulletins that have any',
  viewTestGrid: {
    summary: 'Get what is to be tested of a release on each OS edition, and how that went',
    description:
      'The OS editions are those of the fleet or, without a fleet, the platforms of the release. Without `release` it is the newest one.',
  },
  viewChecklist: 'Get what the lab tries in every test',
  setChecklist: 'Replace what the lab tries in every test',
  listRecordedTests: {
    summary: 'List the recorded test results of a bulletin, oldest first',
    description: 'Includes results that were corrected later.',
  },
  recordTest: { summary: 'Record a test result, or correct an earlier one', success: [201], errors: [412] },
  setIssueState: { summary: 'Resolve or reopen a known issue', errors: [412] },
  decide: {
    summary: 'Sign go or no-go for a bulletin',
    description: 'Refused with 412 if something relevant has happened after the event named by `seen`.',
    success: [201],
    errors: [412],
  },
  viewRecordedTest: 'Get a recorded test result',
  viewDecision: 'Get a signed go or no-go',
} as const satisfies Operations
