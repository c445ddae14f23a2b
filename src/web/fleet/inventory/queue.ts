/** Files of machines that a reader brings in: each is looked through, and taken over or not. */
import type { DateOrder, InventoryPreview, InventoryTaken } from '../../../contract/inventory.ts'
import type { Problem } from '../../../contract/problem.ts'

/** What the reader has said of a file that does not say it itself. */
export type SaidOfFile = { dates?: DateOrder; machine?: string; seenAt?: string }

/** When a file was written, as far as its own time tells: a copy may be newer than what is in it. */
export const timeOf = ({ file, said }: { file: File; said: SaidOfFile }): string =>
  said.seenAt ?? new Date(file.lastModified).toISOString()

/** Whether a file can be taken over as it is. */
export const isWhole = (queued: QueuedFile): queued is QueuedFile & { state: 'previewed' } =>
  queued.state === 'previewed' && queued.preview.problemCount === 0 && queued.preview.machines.length > 0

type Failure = Problem['code'] | 'offline' | 'too-large'

/** `isTaking`: what failed was taking it over, and it can be tried again. */
export type QueuedFile = { id: number; file: File; said: SaidOfFile } & (
  | { state: 'reading' }
  | { state: 'failed'; code: Failure }
  | { state: 'previewed'; preview: InventoryPreview; takeFailure: Failure | null }
  | { state: 'taking'; preview: InventoryPreview }
  | { state: 'taken'; taken: InventoryTaken }
)

export type FileChange =
  | { kind: 'add'; files: readonly QueuedFile[] }
  | { kind: 'change'; file: QueuedFile }
  | { kind: 'remove'; id: number }

export function changedQueue(files: readonly QueuedFile[], change: FileChange): readonly QueuedFile[] {
  if (change.kind === 'add') return [...files, ...change.files]
  if (change.kind === 'remove') return files.filter(({ id }) => id !== change.id)
  return files.map((each) => (each.id === change.file.id ? change.file : each))
}
