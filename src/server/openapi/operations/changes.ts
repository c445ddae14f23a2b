import type { Operations } from '../operations.ts'

export const changesOperations = {
  listChanges: {
    summary: 'List what has changed, newest first, or what has changed after an event',
    description: 'Changes that need no notice, such as of links, are left out. `kind` finds events with such a change.',
  },
  lastChanges: {
    summary: 'Get the last change of each kind for every bulletin',
    description: 'What the pages load. Bulletins that changed at one moment in one way are together.',
  },
  setSeen: {
    summary: 'Say up to which event you have seen the changes',
    description: 'It never goes back. Where nobody signs in, each browser keeps this by itself.',
    errors: [404],
  },
} as const satisfies Operations
