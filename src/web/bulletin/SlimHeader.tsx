import { useEffect, useRef, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { clsx } from 'clsx'
import type { Bulletin } from '../../contract/bulletin.ts'
import { bulletinDueQuery } from '../due/bulletin-due.ts'
import { DueDay } from '../due/DueDay.tsx'
import { useDueMessages } from '../due/messages.ts'
import { TriageOf } from '../triage/TriageButton.tsx'
import { SeverityBadge } from '../ui/marks/SeverityBadge.tsx'
import { SectionNav } from './SectionNav.tsx'
import styles from './SlimHeader.module.css'

/** In pixels: what of the page is below the bar of the product. */
const barHeight = 56

/** What the bulletin is, once its own header has been scrolled away: id, severity, due day, status, and where one is. */
export function SlimHeader({ bulletin }: { bulletin: Bulletin }) {
  const t = useDueMessages()
  const place = useRef<HTMLDivElement>(null)
  const isAway = useIsAway(place)
  const { data } = useQuery(bulletinDueQuery(bulletin.id))
  const { id, severity } = bulletin
  return (
    <div className={clsx('on-screen', styles['slim-header'])} data-slim>
      {/* Where the header of the page ends: once it has gone up, so has the header. */}
      <div ref={place} className={styles['place']} />
      <div className={styles['bar']}>
        <SectionNav bulletin={bulletin} />
        {isAway && (
          <div className={styles['line']}>
            <SeverityBadge level={severity} />
            <b>{id}</b>
            {data?.due && (
              <span>
                {t.title} <DueDay due={data.due} />
              </span>
            )}
            <TriageOf id={id} />
          </div>
        )}
      </div>
    </div>
  )
}

/** Whether an element has been scrolled away at the top. */
function useIsAway(place: React.RefObject<HTMLElement | null>): boolean {
  const [isAway, setAway] = useState(false)
  useEffect(() => {
    const element = place.current
    if (element === null || typeof IntersectionObserver === 'undefined') return
    const observer = new IntersectionObserver(
      ([entry]) => setAway(entry !== undefined && !entry.isIntersecting && entry.boundingClientRect.top < barHeight),
      { rootMargin: `-${barHeight}px 0px 0px 0px` },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [place])
  return isAway
}
