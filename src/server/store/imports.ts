import type { ImportRecord } from '../../contract/imports.ts'

/** Why an import cannot be undone: there is none, it was already, a later one stands on it, or it is too long ago. */
export type NotUndone = 'missing' | 'undone' | 'covered' | 'too-old'

/** What has come in, and taking it out again. */
export type ImportStore = {
  /** The last imports that have changed anything, the newest first. */
  list: (atMost: number) => Promise<ImportRecord[]>
  /**
   * Undoes an import: what it added goes, and what it replaced returns. A bulletin that nothing is left of stays, as
   * withdrawn, where the team has recorded anything of it.
   */
  undo: (id: number, who: string) => Promise<'done' | NotUndone>
  /** Of how many bulletins the documents speak that a watched source has brought, and nobody else since. */
  countBrought: (source: string) => Promise<number>
  /** Takes out the documents that a watched source has brought, and nobody else since, in the same way. Tells how many bulletins changed or went. */
  removeDocuments: (source: string, who: string) => Promise<number>
}
