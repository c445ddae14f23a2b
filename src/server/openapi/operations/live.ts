import type { Operations } from '../operations.ts'

export const liveOperations = {
  watchEvents: {
    summary: 'Stream changes as server-sent events',
    description: 'Events are `changes`, and `alive` every 20 seconds.',
    errors: [429],
  },
} as const satisfies Operations
