import { useSyncExternalStore } from 'react'
import { useIsTakenOver } from '../lib/first-view.ts'

/** Whether the window is as a media query says; false in a first view, and where there is no window. */
export function useMedia(query: string): boolean {
  const isTakenOver = useIsTakenOver()
  return useSyncExternalStore(
    (tell) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', tell)
      return () => media.removeEventListener('change', tell)
    },
    () => isTakenOver && window.matchMedia(query).matches,
    () => false,
  )
}
