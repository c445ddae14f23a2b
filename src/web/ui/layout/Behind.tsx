import { Suspense, useDeferredValue, type ReactNode } from 'react'
import { useIsTakenOver } from '../../lib/first-view.ts'

type Props = {
  /** Keeps its place. */
  fallback?: ReactNode
  children: ReactNode
}

/** What comes behind the first view of a page, as it waits for code or data that the first view does without: no server renders it. */
export function Behind({ fallback, children }: Props) {
  // Where a key or click has led here, too: what is seen first is drawn by itself.
  const isNext = useDeferredValue(useIsTakenOver(), false)
  return isNext ? <Suspense fallback={fallback}>{children}</Suspense> : fallback
}
