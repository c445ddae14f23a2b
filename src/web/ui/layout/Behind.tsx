import { Suspense, useDeferredValue, useEffect, type ReactNode } from 'react'
import { CatchBoundary } from '@tanstack/react-router'
import { useIsTakenOver } from '../../lib/first-view.ts'
import { noteMissing, type MissingPart } from '../../lib/missing-parts.ts'

type Props = {
  /** Keeps its place. */
  fallback?: ReactNode
  children: ReactNode
}

/**
 * What comes behind the first view of a page, as it waits for code or data that the first view does without: no server
 * renders it. Where it cannot be had, the first view stays.
 */
export function Behind({ fallback, children }: Props) {
  // Where a key or click has led here, too: what is seen first is drawn by itself.
  const isNext = useDeferredValue(useIsTakenOver(), false)
  if (!isNext) return fallback
  return (
    <CatchBoundary
      getResetKey={noKey}
      errorComponent={(part) => (
        <>
          <Noted {...part} />
          {fallback}
        </>
      )}
    >
      <Suspense fallback={fallback}>{children}</Suspense>
    </CatchBoundary>
  )
}

const noKey = () => 0

function Noted({ error, reset }: MissingPart) {
  useEffect(() => noteMissing({ error, reset }), [error, reset])
  return null
}
