import { useEffect, useEffectEvent, useState } from 'react'

/** Below the bars at the top, in pixels: a section that has come up to here is the one that is read. */
const readingLine = 160

const isAbove = (id: string) => {
  const element = document.getElementById(id)
  return element !== null && element.getBoundingClientRect().top <= readingLine
}

const isThere = (id: string) => document.getElementById(id) !== null

/** Whether there is nothing left to scroll to: what is in sight then can come no higher. */
function isAtEnd(): boolean {
  const { scrollHeight } = document.documentElement
  return window.scrollY > 0 && window.scrollY + window.innerHeight >= scrollHeight - 2
}

/** The id of the section that is read: the last one that has come up to the top, or at the end of the page the last one; null above all of them. */
export function useSectionInSight(ids: readonly string[]): string | null {
  const [current, setCurrent] = useState<string | null>(null)
  const look = useEffectEvent(() => setCurrent(ids.findLast(isAtEnd() ? isThere : isAbove) ?? null))
  useEffect(() => {
    let frame: number | null = null
    const later = () => {
      if (frame !== null) return
      frame = requestAnimationFrame(() => {
        frame = null
        look()
      })
    }
    // One may come to the middle of a page.
    later()
    window.addEventListener('scroll', later, { passive: true })
    return () => {
      window.removeEventListener('scroll', later)
      if (frame !== null) cancelAnimationFrame(frame)
    }
  }, [])
  return current
}
