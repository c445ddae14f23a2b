import { useEffect, useRef, type RefObject } from 'react'
import { useRouter } from '@tanstack/react-router'

/** For a popover of the frame: on another page it is closed again. */
export function useClosedElsewhere(): RefObject<HTMLDivElement | null> {
  const popover = useRef<HTMLDivElement>(null)
  const router = useRouter()
  useEffect(
    () => router.subscribe('onBeforeLoad', ({ pathChanged }) => pathChanged && popover.current?.hidePopover()),
    [router],
  )
  return popover
}
