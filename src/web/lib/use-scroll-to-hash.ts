import { useEffect } from 'react'
import { useLocation } from '@tanstack/react-router'

/** Scrolls to the part that the address names once it is there: the router looks for it before the data has come. */
export function useScrollToHash(isReady: boolean): void {
  const hash = useLocation({ select: (location) => location.hash })
  useEffect(() => {
    if (isReady && hash !== '') document.getElementById(hash)?.scrollIntoView({ block: 'start' })
  }, [isReady, hash])
}
