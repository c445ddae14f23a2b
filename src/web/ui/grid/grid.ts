/** What a grid is made of. */
import type { ReactNode } from 'react'

/** A cell: a short sign, its meaning in words, its colour, and its link. */
export type GridCell = {
  shown: ReactNode
  said: string
  tone: string
  href?: string | undefined
  /** A look beside the colour, which the style sheet of its page knows. */
  mark?: string | undefined
}

export type GridColumn = { key: string; head: ReactNode }

/** From the first to behind the last of what is drawn. */
export type Span = { first: number; end: number }

/** The span of what a virtualizer has in sight; all of it where nothing is left out. */
export function spanOf(items: readonly { index: number }[] | null, count: number): Span {
  if (items === null) return { first: 0, end: count }
  return { first: items[0]?.index ?? 0, end: (items.at(-1)?.index ?? -1) + 1 }
}
