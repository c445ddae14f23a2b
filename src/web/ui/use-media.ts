import { useSyncExternalStore } from 'react'

/** Whether the window is as a media query says; false where there is no window. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (tell) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', tell)
      return () => media.removeEventListener('change', tell)
    },
    () => window.matchMedia(query).matches,
    () => false,
  )
}
