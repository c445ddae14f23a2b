import { Suspense, type ReactNode } from 'react'
import { useIsTakenOver } from '../../lib/first-view.ts'

type Props = {
  /** Keeps its place. */
  fallback?: ReactNode
  children: ReactNode
}

/** What comes behind the first view of a page, as it waits for code or data that the first view does without: no server renders it. */
export const Behind = ({ fallback, children }: Props) =>
  useIsTakenOver() ? <Suspense fallback={fallback}>{children}</Suspense> : fallback
