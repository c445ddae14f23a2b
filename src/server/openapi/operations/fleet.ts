import type { Operations } from '../operations.ts'

export const fleetOperations = {
  viewFleet: 'Get the machines by platform',
  setFleet: 'Replace the whole fleet',
  previewInventory: {
    summary: 'See what a file of an inventory or deployment tool would change, without changing it',
    description:
      'Intune, Configuration Manager or WSUS, Get-HotFix, Get-ComputerInfo, systeminfo, Windows Update history, osquery, a plain CSV, or what our own script prints: recognised by what it holds.',
    errors: [429],
  },
  takeInventory: {
    summary: 'Take over the machines of such a file, all or none of them',
    description:
      'With a line that cannot be read it is refused, and each such line is told, unless `leaveOut` leaves the machines of these lines out. What is sent again changes nothing.',
    errors: [422, 429],
  },
  viewPlatformFixes: {
    summary: 'Get the fix that brings a platform up to date, its alternatives, and what it contains',
    description: 'For each product that the platform may be, by product lines, with the reason and what is doubtful.',
    errors: [404],
  },
  listBulletinFixes: {
    summary: 'List what a bulletin is on each platform of the fleet: to install, an alternative, or contained',
    description: 'Without a fleet on file: on each platform that it is for.',
  },
  viewFleetProgress: 'Count the machines that have what is to be installed',
  viewFleetFixes: 'Get all fixes of the fleet, by bulletin and platform',
  viewCoverage: 'List the machines that were checked for a fix',
  reportCoverage: {
    summary: 'Report the output of the verification script',
    description: 'At most 10,000 machines. A later report of a machine replaces an earlier one.',
  },
  listRollouts: 'List the measured rollouts, oldest first',
  recordRollout: { summary: 'Record how long a rollout of a bulletin took', success: [201] },
  viewRollout: 'Get a measured rollout',
  withdrawRollout: 'Withdraw a measured rollout',
} as const satisfies Operations
