import type { Operations } from '../operations.ts'

export const machinesOperations = {
  viewMachineCounts: 'Count the machines that report themselves',
  listMachines: {
    summary: 'List the machines that report themselves, with the fixes that each lacks and why',
    description:
      'By name. `notSeenFor` is a number of days; machines of which nothing was ever reported are among these.',
  },
  listMachineFixes: {
    summary: 'Export which machine lacks which fix as CSV',
    description:
      'A line for each machine and each fix that is to be installed on it and that it does not have in full.',
  },
  viewMachine: 'Get a machine with all fixes of its platform, and the attempts to install them',
  deleteMachine: 'Delete a machine, and its name from all reports',
  forgetMachine: {
    summary: 'Delete all that is known under the name of a machine',
    description: 'Also where only a verification script has reported it.',
    errors: [404],
  },
  setRetention: 'Set after how many days without a report machines are deleted',
  reportAttempts: {
    summary: 'Report attempts to install or remove fixes',
    description: 'Each attempt counts once, however often it is sent. A machine that is not on file is added.',
  },
} as const satisfies Operations
