/** Documents that a reader brings in, one after the other. */
import type { Problem } from '../../contract/problem.ts'
import type { DocumentReport } from '../../contract/imports.ts'

type Failure = {
  code: Problem['code'] | 'offline' | 'too-large' | 'unreadable'
  details: NonNullable<Problem['details']>
}

/** A document and what has become of it so far. */
export type QueuedDocument = { id: number; name: string } & (
  | { state: 'waiting' }
  | { state: 'reading' }
  | { state: 'done'; report: DocumentReport }
  | { state: 'failed'; failure: Failure }
)

/** The bulletins that a document has changed, as far as anybody would look at them again. */
export const changedIn = ({ saved }: DocumentReport): string[] =>
  saved.filter(({ outcome }) => outcome !== 'unchanged' && outcome !== 'older').map(({ id }) => id)

/** Whether anything on file may have changed: dates may have where nothing is told. */
export const hasChanged = ({ saved, catalogue }: DocumentReport): boolean =>
  catalogue === 'stored' || saved.some(({ outcome }) => outcome !== 'older')

/** The documents with what one of them has become. */
export const withState = (documents: readonly QueuedDocument[], changed: QueuedDocument): QueuedDocument[] =>
  documents.map((each) => (each.id === changed.id ? changed : each))

export const isFinished = ({ state }: QueuedDocument): boolean => state === 'done' || state === 'failed'
