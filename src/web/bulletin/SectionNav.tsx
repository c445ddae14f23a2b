import type { Bulletin } from '../../contract/bulletin.ts'
import { useActivityMessages } from '../activity/messages.ts'
import { useDecisionMessages } from '../decision/messages.ts'
import { useDueMessages } from '../due/messages.ts'
import { useTriageMessages } from '../triage/messages.ts'
import { useBulletinMessages } from './messages.ts'
import { asideSections, mainSections } from './sections.ts'
import styles from './SectionNav.module.css'

/** Links to the sections that the page shows of a bulletin. */
export function SectionNav({ bulletin }: { bulletin: Bulletin }) {
  const t = useBulletinMessages()
  const shown = [...mainSections, ...asideSections].filter(({ isPresent }) => isPresent(bulletin))
  const links = [
    { id: 'due', title: useDueMessages().title },
    { id: 'triage', title: useTriageMessages().title },
    { id: 'readiness', title: useDecisionMessages().readiness },
    ...shown.map(({ id, title }) => ({ id, title: title(t) })),
    { id: 'record', title: useActivityMessages().title },
  ]
  return (
    <nav className={styles['section-nav']} aria-labelledby="section-nav-title">
      <h2 id="section-nav-title">{t.sections}</h2>
      <ul>
        {links.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
