import type { FixState } from '../../contract/fixes.ts'

/** What one cell shows: its colour, its frame, its sign, a note beside that, and how a screen reader says it. */
export type MatrixCell = {
  tone: string
  mark: FixState | null
  sign: string | null
  note: string | null
  said: string
}
