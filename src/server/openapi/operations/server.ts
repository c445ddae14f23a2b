import type { Operations } from '../operations.ts'

export const serverOperations = {
  viewBackups: 'Get how backups on the schedule go',
  makeBackup: {
    summary: 'Start a backup now',
    description: 'The answer does not wait for the end. While one is under way none is started.',
    errors: [409],
  },
  describeApi: 'Get this description',
  describeSchemas: 'Get the JSON Schemas that this description refers to, by name',
  viewHealth: 'Check that the server is running',
  viewReadiness: { summary: 'Check that the database can be reached', errors: [503] },
  viewMetrics: {
    summary: 'Get the figures of the server in OpenMetrics',
    description:
      'For a token of any role, or without one on the machine of the server, where it listens on that alone, no proxy is in front and `PUBLIC_URL` is not set.',
    errors: [404],
  },
} as const satisfies Operations
