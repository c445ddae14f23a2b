import type { Operations } from '../operations.ts'

export const importsOperations = {
  importDocument: {
    summary: 'Import a document',
    description: 'A monthly CVRF document of Microsoft, a CSAF advisory, the KEV catalogue, or bulletins in JSON.',
    errors: [422],
  },
  listImports: 'List the last hundred imports that changed something, newest first',
  undoImport: {
    summary: 'Undo an import',
    description: 'What it added is removed, what it replaced returns. Triage, comments and test results are kept.',
    errors: [409],
  },
  listSources: 'List the watched sources and their last run',
  viewSource: 'Get a watched source',
  addSource: { summary: 'Add a source', success: [201] },
  changeSource: 'Change a source, or switch it on or off',
  removeSource: {
    summary: 'Remove a source that was added',
    description: 'The bulletins it brought are kept unless `contents=remove`. What the team recorded is always kept.',
  },
  countSourceContents: 'Count what a source has brought',
  fetchSource: { summary: 'Start fetching a source now', description: 'The answer does not wait for the end.' },
} as const satisfies Operations
