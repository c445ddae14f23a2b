import { useEffect, useRef } from 'react'
import type { Bulletin } from '../../contract/bulletin.ts'
import { useActivityMessages } from '../activity/messages.ts'
import { useDecisionMessages } from '../decision/messages.ts'
import { useDueMessages } from '../due/messages.ts'
import { useHoldMessages } from '../holds/messages.ts'
import { useTriageMessages } from '../triage/messages.ts'
import { useBulletinMessages } from './messages.ts'
import { asideSections, leadSections, mainSections } from './sections.ts'
import { useSectionInSight } from './use-section-in-sight.ts'
import styles from './SectionNav.module.css'

const readInOrder = [...leadSections, ...mainSections].map(({ id }) => id)

/** Links to the sections that the page shows of a bulletin; the one that is in sight is marked. */
export function SectionNav({ bulletin }: { bulletin: Bulletin }) {
  const t = useBulletinMessages()
  const titles = { due: useDueMessages().title, triage: useTriageMessages().title, holds: useHoldMessages().title }
  const shown = (sections: typeof mainSections) =>
    sections.filter(({ isPresent }) => isPresent(bulletin)).map(({ id, title }) => ({ id, title: title(t) }))
  const links = [
    ...shown([...leadSections, ...mainSections]),
    { id: 'triage', title: titles.triage },
    { id: 'due', title: titles.due },
    { id: 'holds', title: titles.holds },
    { id: 'readiness', title: useDecisionMessages().readiness },
    ...shown(asideSections),
    { id: 'facts', title: t.facts },
    { id: 'record', title: useActivityMessages().title },
  ]
  const current = useSectionInSight(readInOrder)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const link = list.current?.querySelector<HTMLElement>(`[href='#${current}']`)
    // In the middle, so that what comes before and after is told, too.
    if (list.current && link)
      list.current.scrollLeft = link.offsetLeft + link.offsetWidth / 2 - list.current.clientWidth / 2
  }, [current])
  return (
    <nav className={styles['section-nav']} aria-label={t.sections}>
      <ul ref={list}>
        {links.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === current ? 'location' : undefined}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
