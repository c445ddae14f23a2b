import type { ImportRecord } from '../../contract/imports.ts'
import type { SourceContents } from '../../contract/sources.ts'

/** Why an import cannot be undone: there is none, it was already, a later one builds on it, or it is too long ago. */
type NotUndone = 'missing' | 'undone' | 'covered' | 'too-old'

/** What has come in, and taking it out again. */
export type ImportStore = {
  /** The last imports that have changed anything, the newest first. */
  list: (atMost: number) => Promise<ImportRecord[]>
  /** How many imports have changed anything, and when the last one did; null before the first. */
  figures: () => Promise<{ count: number; lastAt: string | null }>
  /**
   * Undoes an import: what it added goes, and what it replaced returns. A bulletin that nothing is left of stays, as
   * withdrawn, where the team has recorded anything of it.
   */
  undo: (id: number, who: string) => Promise<'done' | NotUndone>
  /** What a watched source has brought, and nobody else since. */
  countOf: (source: string) => Promise<SourceContents>
  /**
   * Takes out what a watched source has brought, and nobody else since, in the same way. Tells how many bulletins changed
   * or went. What any source has seen of the same addresses is forgotten: one that lists them, too, brings them again.
   */
  removeDocuments: (source: string, who: string) => Promise<number>
  /** Notes that a source lists what came in under a name from one that has been removed since. */
  adopt: (source: string, name: string) => Promise<void>
}
