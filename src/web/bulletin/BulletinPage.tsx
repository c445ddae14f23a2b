import { useSuspenseQuery } from '@tanstack/react-query'
import { createLazyRoute } from '@tanstack/react-router'
import { ActivityPanel } from '../activity/ActivityPanel.tsx'
import { usePlatformNames } from '../catalogue/use-platform-names.ts'
import { DuePanel } from '../due/DuePanel.tsx'
import { ReadinessPanel } from '../decision/ReadinessPanel.tsx'
import { Versions } from '../versions/Versions.tsx'
import { BulletinHeader } from './BulletinHeader.tsx'
import { BulletinPager } from './BulletinPager.tsx'
import { FactsPanel } from './FactsPanel.tsx'
import { bulletinQueries } from './queries.ts'
import { SectionNav } from './SectionNav.tsx'
import { Sections } from './Sections.tsx'
import { asideSections, mainSections } from './sections.ts'
import { TriagePanel } from './TriagePanel.tsx'
import styles from './BulletinPage.module.css'

export const bulletinLazyRoute = createLazyRoute('/bulletins/$id')({ component: BulletinPage })

function BulletinPage() {
  const { id } = bulletinLazyRoute.useParams()
  const { data: bulletin } = useSuspenseQuery(bulletinQueries.view(id))
  const names = usePlatformNames()
  return (
    <main className={styles['bulletin-page']} id="content">
      <title>{`${bulletin.id} – HotFix Report`}</title>
      <BulletinPager id={bulletin.id} />
      <BulletinHeader bulletin={bulletin} />
      <div className={styles['beside']}>
        <FactsPanel bulletin={bulletin} />
        <DuePanel key={`due ${id}`} id={bulletin.id} />
        <TriagePanel bulletin={bulletin} />
        {/* Drafts belong to one bulletin: the next one starts empty. */}
        <ReadinessPanel key={`readiness ${id}`} bulletin={bulletin} />
        <Sections of={asideSections} bulletin={bulletin} />
        <SectionNav bulletin={bulletin} />
      </div>
      <div className={styles['sections']}>
        <Sections key={`sections ${id}`} of={mainSections} bulletin={bulletin} />
        <Versions key={`versions ${id}`} id={id} names={names} />
        <ActivityPanel key={`activity ${id}`} bulletin={id} />
      </div>
    </main>
  )
}
