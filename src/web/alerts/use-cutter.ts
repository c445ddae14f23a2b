import { startTransition, useEffect, useLayoutEffect, useReducer, useState, type RefObject } from 'react'
import { whenTakenOver } from '../lib/first-view.ts'
import type { ItemSize } from './item-sizes.ts'
import type * as Code from './LongList.ts'

/** It is larger than the rest of this page, and loaded for the first long list. */
let code: typeof Code | null = null

/** What cuts a long list to what is in sight; null until it is there, or where it is not wanted. */
export function useCutter(isWanted: boolean, size: ItemSize, list: RefObject<HTMLElement | null>): Code.Cutter | null {
  const [, redraw] = useReducer((times: number) => times + 1, 0)
  const [cutter, setCutter] = useState(() => (isWanted && code?.cutter(size, null, redraw)) || null)
  const isMissing = isWanted && cutter === null
  useEffect(() => {
    if (!isMissing) return
    const load = async () => {
      await whenTakenOver()
      code = await import('./LongList.ts')
      startTransition(() => setCutter(code?.cutter(size, list.current, redraw) ?? null))
    }
    // Said where the page says it.
    load().catch((error: unknown) =>
      setCutter(() => {
        throw error
      }),
    )
  }, [isMissing, size, list])
  useLayoutEffect(() => cutter?.mount(), [cutter])
  useLayoutEffect(() => cutter?.drawn(list.current?.offsetTop ?? 0))
  return cutter
}
