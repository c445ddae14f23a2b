import { startTransition, Suspense, useDeferredValue, useEffect, useState, type ReactNode } from 'react'
import { CatchBoundary, useElementScrollRestoration, useRouter } from '@tanstack/react-router'
import { useIsFirstView, useIsTakenOver } from '../../lib/first-view.ts'
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

/**
 * What a page shows below what is seen first of it: where a key or click leads to the page, it follows in the next frame,
 * before what is `Behind`. A first view has it, and so has a page that was scrolled before, so that it can be where it
 * was; `isAtOnce`: so has this one.
 */
export function Next({ isAtOnce = false, fallback, children }: Props & { isAtOnce?: boolean }) {
  const place = useElementScrollRestoration({ getElement: () => window })
  const isFirstPage = useRouter().state.resolvedLocation === undefined
  const isFirstView = useIsFirstView()
  const [isThere, setThere] = useState(isAtOnce || place !== undefined || isFirstPage || isFirstView)
  // A transition comes before what is deferred, and keys and clicks between its pieces.
  useEffect(() => startTransition(() => setThere(true)), [])
  return isThere ? <Suspense fallback={fallback}>{children}</Suspense> : fallback
}
