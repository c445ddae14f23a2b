import { useEffect, useState } from 'react'

/** Below the bars at the top, in pixels: a section that has come up to here is the one that is read. */
const readingLine = 160

/** The id of the section that is read: the last one that has come up to the top; null above all of them. */
export function useSectionInSight(ids: readonly string[]): string | null {
  const [current, setCurrent] = useState<string | null>(null)
  const known = ids.join(' ')
  useEffect(() => {
    let frame = 0
    const look = () => {
      frame = 0
      const above = known.split(' ').filter((id) => {
        const element = document.getElementById(id)
        return element !== null && element.getBoundingClientRect().top <= readingLine
      })
      setCurrent(above.at(-1) ?? null)
    }
    const later = () => {
      frame ||= requestAnimationFrame(look)
    }
    window.addEventListener('scroll', later, { passive: true })
    return () => {
      window.removeEventListener('scroll', later)
      cancelAnimationFrame(frame)
    }
  }, [known])
  return current
}
